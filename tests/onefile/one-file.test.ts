/** dist/ballast.html as a person has it: a file on a disk, opened without a server. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import {
  contentOf,
  expectLedgersToAddUp,
  expectSaved,
  expectText,
  goTo,
  openSample,
  readTrades,
} from "../browser/support/steps.js";
import { BROWSERS } from "./browsers.js";

const built = fileURLToPath(new URL("../../dist/ballast.html", import.meta.url));

describe.each(BROWSERS)("the one-file edition in $name", ({ open, tellsOfDownloads }) => {
  let folder: string;
  let address: string;
  let context: BrowserContext;
  let findings: string[];
  /** What a test provokes on purpose: a browser may say so only later. */
  let expected: RegExp | null;

  /** Violations are also told by the page itself, wherever the browser may write them. */
  async function openFile(): Promise<Page> {
    context = await open(join(folder, "profile"));
    context.on("request", (request) => {
      const url = request.url();
      if (url !== address && !url.startsWith("blob:")) findings.push(`request: ${url}`);
    });
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) findings.push(`console: ${message.text()}`);
    });
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
        console.error(`policy violation: ${effectiveDirective} ${blockedURI}`);
      });
    });
    const page = context.pages()[0] ?? (await context.newPage());
    page.on("pageerror", (error) => findings.push(`error in the page: ${error.message}`));
    page.setDefaultTimeout(20_000);
    await page.goto(address);
    return page;
  }

  beforeAll(() => {
    if (!existsSync(built)) throw new Error("There is no dist/ballast.html: build the site first (./dev build).");
    folder = mkdtempSync(join(tmpdir(), "ballast-one-file-"));
    copyFileSync(built, join(folder, "ballast.html"));
    address = pathToFileURL(join(folder, "ballast.html")).href;
    findings = [];
    expected = null;
  });
  afterEach(async () => {
    await context.close();
    const unexpected = findings.filter((finding) => expected?.test(finding) !== true);
    findings = [];
    expected = null;
    expect(unexpected).toEqual([]);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("goes from the sample to a plan that adds up, and keeps it over a reload", async () => {
    const page = await openFile();
    await openSample(page);
    await goTo(page, "Plan");
    expect((await readTrades(page)).length).toBeGreaterThan(0);
    await expectLedgersToAddUp(page);
    await expectSaved(page);
    const trades = await readTrades(page);
    await page.reload();
    expect(await readTrades(page)).toEqual(trades);
  });

  it("still has it when the browser was closed, and hands it out as a backup that can be opened", async () => {
    const page = await openFile();
    await page.getByRole("heading", { name: "Holdings", level: 1 }).waitFor();
    const backup = page.getByTestId("edition-note").getByRole("button", { name: "Save a backup file" });
    await backup.waitFor();
    if (!tellsOfDownloads) return;
    const [download] = await Promise.all([page.waitForEvent("download"), backup.click()]);
    const sample = new URL("../../public/samples/starter.ballast.json", import.meta.url);
    const { assets } = JSON.parse(await contentOf(download)) as { assets: unknown };
    expect(assets).toEqual((JSON.parse(readFileSync(sample, "utf8")) as { assets: unknown }).assets);
  });

  it("deletes everything when asked to", async () => {
    const page = await openFile();
    await page.getByTestId("menu-button").click();
    await page.getByRole("button", { name: /^Delete everything/ }).click();
    await page.getByTestId("delete-dialog").getByRole("button", { name: "Delete everything" }).click();
    await page.getByTestId("door-sample").waitFor();
    await page.reload();
    await page.getByTestId("door-sample").waitFor();
  });

  it("its privacy panel says what holds for a file", async () => {
    // The tries themselves, each refused and told.
    expected =
      /policy violation|violates the following|Content.Security.Policy|TrustedHTML|request: \S+127\.0\.0\.1:47999|127\.0\.0\.1:47999/;
    const page = await openFile();
    await page.getByRole("button", { name: "Privacy: check it" }).click();
    const panel = page.getByTestId("privacy-dialog");
    await panel.getByRole("button", { name: "Try to get out" }).click();
    await expectText(panel.getByTestId("probe-result"), /refused all 6/);
    await expectText(panel.getByTestId("no-offline"), /one file and its own copy/);
    await expectText(panel, /sha256sum ballast\.html/);
    await expectText(panel.getByTestId("request-count"), /^No request to any host/);
    await panel.getByRole("button", { name: "Try now" }).click();
    await expectText(panel.getByTestId("offline-result"), /engine was started anew .* from this file alone/);
    expect(await panel.innerText()).not.toMatch(/the host|this site|A host|offline copy|SHA256SUMS-stored/);
  });

  it("is refused ways out, by its own policy", async () => {
    expected = /violates the following|127\.0\.0\.1:9/;
    const page = await openFile();
    const refused = await page.evaluate(async () => {
      const target = "http://127.0.0.1:9/stolen";
      const seen: string[] = [];
      const note = (event: SecurityPolicyViolationEvent): void => {
        event.stopImmediatePropagation();
        seen.push(event.effectiveDirective);
      };
      window.addEventListener("securitypolicyviolation", note, { capture: true });
      await fetch(target).catch(() => undefined);
      new Image().src = target;
      document.body.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: target }));
      for (let tries = 0; seen.length < 3 && tries < 300; tries += 1) await new Promise(requestAnimationFrame);
      return seen;
    });
    expect(refused.sort()).toEqual(["connect-src", "img-src", "style-src-elem"]);
  });
});
