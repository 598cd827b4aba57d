/** Ballast as an installed app: opened by a file or a shortcut, and offered by the menu. The browser's part is stood in for. */
import { readFileSync } from "node:fs";

import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { expectText, openSample } from "./support/steps.js";
import { visit, type Visit } from "./support/visit.js";

interface Launched {
  launch?: (params: unknown) => void;
}

/** A page whose browser hands launches over when the test says so. */
async function visitInstalled(): Promise<Visit> {
  const visited = await visit();
  await visited.page.addInitScript(() => {
    Object.defineProperty(globalThis, "launchQueue", {
      value: { setConsumer: (consumer: (params: unknown) => void) => ((globalThis as Launched).launch = consumer) },
    });
  });
  await visited.page.reload();
  await visited.page.getByTestId("door-sample").waitFor();
  return visited;
}

async function launchWithFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([called, content]) => {
      const file = new File([content], called);
      const handle = { kind: "file", getFile: () => Promise.resolve(file) };
      (globalThis as Launched).launch?.({ targetURL: location.href, files: [handle] });
    },
    [name, text] as const,
  );
}

const SAMPLE = readFileSync(new URL("../../public/samples/starter.ballast.json", import.meta.url), "utf8");

describe("opened by a file", () => {
  it("shows a table before it takes anything from it", async () => {
    const { page, end } = await visitInstalled();
    await openSample(page);
    await launchWithFile(page, "mine.csv", "symbol,quantity,price\nXYZ,2,10\n");
    await expectText(page.locator("ballast-import-dialog dialog"), /XYZ/);
    await page.keyboard.press("Escape");
    await expectText(page.getByTestId("total-value"), "130,000.00");
    await end();
  });

  it("asks before a document replaces what is open", async () => {
    const { page, end } = await visitInstalled();
    await openSample(page);
    await launchWithFile(page, "other.ballast.json", SAMPLE.replace(/"price": *"[^"]+"/, '"price": "1"'));
    await page.locator("ballast-open-dialog dialog[open]").waitFor();
    await expectText(page.getByTestId("total-value"), "130,000.00");
    await end();
  });

  it("says so where the file cannot be read any more", async () => {
    const { page, end } = await visitInstalled();
    await page.evaluate(() => {
      const gone = { kind: "file", getFile: () => Promise.reject(new DOMException("It has gone.", "NotFoundError")) };
      (globalThis as Launched).launch?.({ files: [gone] });
    });
    await expectText(page.getByTestId("saying"), /could not be read/);
    await end();
  });
});

it("a shortcut leads to its place, in the window that is open", async () => {
  const { page, url, end } = await visitInstalled();
  await openSample(page);
  const { shortcuts } = JSON.parse(
    readFileSync(new URL("../../public/manifest.webmanifest", import.meta.url), "utf8"),
  ) as { shortcuts: { name: string; url: string }[] };
  expect(shortcuts.length).toBeGreaterThan(0);
  for (const shortcut of shortcuts) {
    const target = new URL(shortcut.url, url);
    await page.evaluate((targetURL) => (globalThis as Launched).launch?.({ targetURL, files: [] }), target.href);
    if (target.hash === "#import") await page.locator("ballast-import-dialog dialog[open]").waitFor();
    else await expect.poll(() => new URL(page.url()).hash).toBe(target.hash);
    await page.keyboard.press("Escape");
  }
  await end();
});

it("is offered by the menu when the browser could install it, and each offer is taken up once", async () => {
  const { page, end } = await visit();
  const item = page.getByRole("button", { name: "Install Ballast…" });
  await page.getByTestId("menu-button").click();
  expect(await item.count()).toBe(0);
  const prevented = await page.evaluate(() => {
    const asked = globalThis as { asked?: number };
    asked.asked = 0;
    const event = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
      prompt: () => {
        asked.asked = (asked.asked ?? 0) + 1;
        return Promise.reject(new DOMException("Not now.", "NotAllowedError"));
      },
    });
    globalThis.dispatchEvent(event);
    return event.defaultPrevented;
  });
  expect(prevented).toBe(true);
  await item.click();
  await expect.poll(() => page.evaluate(() => (globalThis as { asked?: number }).asked)).toBe(1);
  await page.getByTestId("menu-button").click();
  expect(await item.count()).toBe(0);
  await end();
});
