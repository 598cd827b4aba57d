/** What can happen to what is stored while a page is open, or before it opens: nothing on the screen or the disk is lost. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { chromium, type Browser, type Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";

import { CHROMIUM } from "../../tools/chromium.mjs";
import { ENGINE } from "./support/engine.js";
import { contentOf, expectSaved, expectText, goTo, openSample } from "./support/steps.js";
import { visit } from "./support/visit.js";

const inChromium = ENGINE.name === "chromium";
const AT_90000 = "125,800.00";

const price = (page: Page) => page.getByRole("textbox", { name: "Price of BTC" });

describe.runIf(inChromium)("site data cleared under an open page", () => {
  it("is told, nothing on the screen is lost, and it can be stored again", async () => {
    const { page, context, url, end } = await visit();
    await openSample(page);
    await price(page).fill("90000");
    await expectText(page.getByTestId("total-value"), AT_90000);
    await expectSaved(page);
    const devtools = await context.newCDPSession(page);
    await devtools.send("Storage.clearDataForOrigin", { origin: new URL(url).origin, storageTypes: "all" });
    // Said at once: who leaves now, believing that it is kept, has lost it.
    const failed = page.getByTestId("save-failed");
    await expectText(failed, /Not saved on this device.*browser has deleted what was stored/s);
    await expectText(page.getByTestId("total-value"), AT_90000);
    await goTo(page, "Plan");
    await page.getByTestId("trade-row").first().waitFor();
    await failed.getByRole("button", { name: "Try again" }).click();
    await expectSaved(page);
    await page.reload();
    await goTo(page, "Holdings");
    await expectText(page.getByTestId("total-value"), AT_90000);
    await end();
  });
});

/** A browser of its own, as a person starts it, so that it can be ended as a power cut would. */
async function startBrowser(profile: string): Promise<{ browser: Browser; process: ChildProcess }> {
  const started = spawn(CHROMIUM.executablePath, [
    ...CHROMIUM.args,
    `--user-data-dir=${profile}`,
    "--remote-debugging-port=0",
  ]);
  const endpoint = await new Promise<string>((resolve, reject) => {
    started.once("error", reject);
    started.once("exit", () => reject(new Error("The browser ended before it could be reached.")));
    createInterface(started.stderr).on("line", (line) => {
      const address = /DevTools listening on (\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  return { browser: await chromium.connectOverCDP(endpoint), process: started };
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** SIGKILL, and no word to anything that runs in it. */
async function kill(started: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => started.once("exit", resolve));
  started.kill("SIGKILL");
  await gone;
}

describe.runIf(inChromium)("the browser is killed in the middle of a save", () => {
  it("again and again: what was saved last is there whole, or what was being saved", { timeout: 120_000 }, async () => {
    const profile = mkdtempSync(join(tmpdir(), "ballast-killed-"));
    const rounds = [81, 82, 83, 84].map((thousands) => `${String(thousands)}000`);
    let saved = "85000";
    let { browser, process: started } = await startBrowser(profile);
    try {
      let page = await openPage(browser);
      await page.goto(inject("siteUrl"));
      await openSample(page);
      for (const next of rounds) {
        await price(page).fill(saved);
        await expectSaved(page);
        // From inside the transaction, when its records have been handed over and it is not yet done.
        const underWay = page.waitForEvent("console", (message) => message.text() === "a save is under way");
        await page.evaluate(() => {
          const honest = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "put")
            ?.value as typeof IDBObjectStore.prototype.put;
          IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: [unknown, IDBValidKey?]) {
            const request = honest.apply(this, given);
            if (this.name === "revisions") console.info("a save is under way");
            return request;
          };
        });
        await price(page).fill(next);
        await underWay;
        await kill(started);
        ({ browser, process: started } = await startBrowser(profile));
        page = await openPage(browser);
        await page.goto(inject("siteUrl"));
        await page.getByTestId("total-value").waitFor();
        const found = await price(page).inputValue();
        expect([saved, next]).toContain(found);
        expect(await page.getByTestId("save-failed").count()).toBe(0);
        expect(await page.getByTestId("conflict").count()).toBe(0);
        saved = found;
      }
    } finally {
      await kill(started);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

describe("a document of a newer version is stored here", () => {
  it("is not opened, is kept unchanged, and can be taken out as it is", async () => {
    const { page, end } = await visit();
    await openSample(page);
    await expectSaved(page);
    const stored = await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open("ballast");
        opening.onsuccess = () => resolve(opening.result);
      });
      const answer = (request: IDBRequest): Promise<unknown> =>
        new Promise((resolve) => {
          request.onsuccess = () => resolve(request.result);
        });
      const store = database.transaction("portfolio", "readwrite").objectStore("portfolio");
      const current = (await answer(store.get("current"))) as { workspace: { document: Record<string, unknown> } };
      const { document } = current.workspace;
      current.workspace.document = { ...document, version: 2, epochs: [{ zeta: "1", alpha: "2" }] };
      await answer(store.put(current, "current"));
      database.close();
      return current.workspace.document;
    });
    await page.reload();
    const failed = page.getByTestId("save-failed");
    await expectText(failed, /could not be opened.*version 2.*newer Ballast.*kept unchanged/s);
    const exportIt = async (): Promise<string> => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        failed.getByRole("button", { name: "Export it unchanged" }).click(),
      ]);
      return contentOf(file);
    };
    const asNewerWouldWriteIt = `${JSON.stringify(stored, null, 2)}\n`;
    if (inChromium) expect(await exportIt()).toBe(asNewerWouldWriteIt);
    // Starting anew beside it overwrites nothing, and offers nothing that this version cannot do.
    await openSample(page);
    const conflict = page.getByTestId("conflict");
    await expectText(conflict, /Nothing has been overwritten/);
    expect(await conflict.getByRole("button", { name: /^Take/ }).count()).toBe(0);
    await end();
  });
});
