/** WebKitGTK: from the sample to a plan, a strategy by rules, a reload, a reload without the host, and not one violation. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { sampleWithCaps } from "../browser/support/sample-with-caps.js";
import { startSite, type Bend, type Site } from "../browser/support/site.js";
import { Reader } from "./reader.js";
import { startWebKit, type WebKit } from "./webkit.js";

/** Every policy tells the host of what it stops: whoever violates it, the page or a worker, from the first moment on. */
const reporting: Bend = (_, honest) => {
  const policy = honest.headers["content-security-policy"];
  if (policy === undefined) return undefined;
  return { ...honest, headers: { ...honest.headers, "content-security-policy": `${policy}; report-uri /violation` } };
};

let site: Site;
let webkit: WebKit;
let reader: Reader;

beforeAll(async () => {
  site = await startSite();
  site.bend(reporting);
  webkit = await startWebKit();
  reader = new Reader(webkit.driver);
  await webkit.driver.get(site.url);
});
afterAll(async () => {
  await webkit.close();
  await site.close();
});

/** What the host was asked for besides its own files, read. */
const strange = (): string[] => site.asked.filter((line) => !/^GET \/[\w./-]*$/.test(line));

describe("in WebKitGTK", () => {
  it("the sample leads to a plan", async () => {
    await reader.press({ id: "door-sample" });
    await reader.see({ id: "total-value", text: "130,000.00" });
    await reader.goTo("Now vs target");
    await reader.see({ id: "misplaced-share", text: "8.0" });
    await reader.goTo("Plan");
    await reader.see({ id: "trade-row" });
    expect((await reader.texts("trade-row")).length).toBeGreaterThan(1);
    await reader.see({ id: "saved-state", text: "Saved on this device" });
    expect(strange()).toEqual([]);
  });

  it("a file is opened", async () => {
    await reader.press({ id: "menu-button" });
    await reader.press({ selector: "button", text: "Open a Ballast file" });
    const folder = mkdtempSync(join(tmpdir(), "ballast-"));
    const file = join(folder, "sample.ballast.json");
    writeFileSync(file, JSON.stringify(sampleWithCaps()));
    await (await reader.see({ id: "open-file", hidden: true })).sendKeys(file);
    await reader.press({ id: "open-confirm" });
    await reader.goTo("Holdings");
    await reader.see({ id: "total-value", text: "130,000.00" });
    rmSync(folder, { recursive: true });
  });

  it("a strategy by rules becomes the targets, and the plan follows", async () => {
    await reader.goTo("Targets");
    await reader.press({ selector: "button", text: "Strategies" });
    await reader.see({ id: "strategy-details" });
    await reader.press({ selector: "label", text: "Tier, type and jurisdiction together" });
    await reader.press({ id: "strategy-apply" });
    await reader.see({ id: "saying", text: "now follow" });
    await reader.goTo("Plan");
    await reader.see({ id: "trade-row" });
    expect(strange()).toEqual([]);
  });

  it("every screen and every dialog is drawn without a violation", async () => {
    const opened = async (id: string, close: string): Promise<void> => {
      await reader.see({ id });
      await reader.press({ selector: `button`, text: close });
    };
    const fromMenu = async (item: string, id: string, close: string): Promise<void> => {
      await reader.press({ id: "menu-button" });
      await reader.press({ selector: "button", text: item });
      await opened(id, close);
    };
    await reader.goTo("Targets");
    await reader.press({ selector: "button", text: "Risk profile" });
    await opened("profile-dialog", "Close");
    await reader.press({ selector: "button", text: "Classifications" });
    await reader.see({ id: "class-row" });
    await reader.goTo("Now vs target");
    await reader.see({ id: "treemap" });
    await reader.see({ id: "heat-map" });
    await reader.goTo("Plan");
    await reader.see({ id: "flows" });
    await reader.press({ id: "keep-plan" });
    await reader.see({ id: "comparison" });
    await reader.press({ selector: "button", text: "What does each trade buy?" });
    await reader.see({ id: "trade-curve" });
    await fromMenu("Share targets as a link", "share-dialog", "Close");
    await fromMenu("Put a planner on your site", "share-dialog", "Close");
    await fromMenu("Privacy", "privacy-dialog", "Close");
    await fromMenu("Paste or import a table", "import-text", "Cancel");
    await fromMenu("Delete everything", "delete-dialog", "Keep it");
    expect(strange()).toEqual([]);
  });

  it("a reload brings everything back, also without the host", async () => {
    const before = await reader.texts("trade-row");
    await reader.see({ id: "saved-state", text: "Saved on this device" });
    await webkit.driver.navigate().refresh();
    await reader.see({ id: "trade-row" });
    expect(await reader.texts("trade-row")).toEqual(before);
    await webkit.driver.executeAsyncScript("navigator.serviceWorker.ready.then(arguments[0])");
    const asked = site.asked.length;
    site.bend(() => "hang");
    await webkit.driver.navigate().refresh();
    await reader.see({ id: "trade-row" });
    expect(await reader.texts("trade-row")).toEqual(before);
    expect(site.asked.slice(asked).filter((line) => !line.includes("sw.js"))).toEqual([]);
    site.bend(reporting);
  });

  it("these tests would have heard of a violation", async () => {
    expect(strange()).toEqual([]);
    await webkit.driver.executeScript("fetch('/').catch(() => undefined)");
    await expect.poll(strange, { timeout: 10_000 }).toEqual(["POST /violation"]);
  });
});
