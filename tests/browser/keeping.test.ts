/** What is kept between visits, undone, shared between tabs, and deleted. */
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { deleteEverything, expectSaved, expectText, goTo, openSample, readTrades } from "./support/steps.js";
import { visit, type Visit } from "./support/visit.js";

/** The total value as it is in the sample, and with another price of BTC. */
const SAMPLE = "130,000.00";
const AT_90000 = "125,800.00";
const AT_80000 = "121,600.00";

/** The sample portfolio, opened and saved. */
async function visitSample(): Promise<Visit> {
  const visited = await visit();
  await openSample(visited.page);
  await expectSaved(visited.page);
  return visited;
}

/** Two tabs of one profile that show the sample. */
async function visitSampleTwice(): Promise<Visit & { second: Page }> {
  const visited = await visitSample();
  const second = await visited.context.newPage();
  await second.goto(visited.url);
  await expectTotal(second, SAMPLE);
  // A tab in the background is drawn once a second.
  await visited.page.bringToFront();
  return { ...visited, second };
}

function price(page: Page): Locator {
  return page.getByRole("textbox", { name: "Price of BTC" });
}

function expectTotal(page: Page, total: string): Promise<void> {
  return expectText(page.getByTestId("total-value"), total);
}

function databases(page: Page): Promise<unknown> {
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
}

/** All else that a site can have put into a browser. */
function traces(page: Page): Promise<unknown> {
  return page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    cookies: document.cookie,
  }));
}

const NO_TRACES = { caches: [], workers: 0, local: [], session: [], cookies: "" };

describe("keeping", () => {
  it("a reload brings everything back", async () => {
    const { page, end } = await visitSample();
    await price(page).fill("90000");
    await expectTotal(page, AT_90000);
    await expectSaved(page);
    await page.reload();
    await expectTotal(page, AT_90000);
    expect(await price(page).inputValue()).toBe("90000");
    await end();
  });

  it("what was typed a moment before the page is left is kept too", async () => {
    const { page, end } = await visitSample();
    await price(page).fill("80000");
    await page.reload();
    await expectTotal(page, AT_80000);
    await end();
  });

  it("undo and redo, by button and by key", async () => {
    const { page, end } = await visitSample();
    await price(page).fill("90000");
    await expectTotal(page, AT_90000);
    await page.getByRole("button", { name: "Undo" }).first().click();
    await expectTotal(page, SAMPLE);
    await page.getByRole("button", { name: "Redo" }).first().click();
    await expectTotal(page, AT_90000);
    await price(page).focus();
    await page.keyboard.press("Control+z");
    await expectTotal(page, SAMPLE);
    await page.keyboard.press("Control+Shift+z");
    await expectTotal(page, AT_90000);
    await goTo(page, "Targets");
    await page.getByRole("button", { name: "Clear" }).click();
    await page.keyboard.press("Control+z");
    await expectText(page.getByTestId("target-sum"), /100/);
    await end();
  });

  it("trades ticked off stay ticked: on another screen, after a reload, and while the plan is the same", async () => {
    const { page, end } = await visitSample();
    await goTo(page, "Plan");
    const count = (await readTrades(page)).length;
    const boxes = page.getByTestId("trade-row").getByRole("checkbox");
    const ticked = async (): Promise<boolean[]> => {
      const all = await boxes.all();
      return Promise.all(all.map((box) => box.isChecked()));
    };
    const second = Array.from({ length: count }, (_, place) => place === 1);
    await boxes.nth(1).focus();
    await page.keyboard.press("Space");
    await expectText(page.getByTestId("trade-count"), `${count} trades, 1 done`);
    await goTo(page, "Targets");
    await goTo(page, "Plan");
    await readTrades(page);
    expect(await ticked()).toEqual(second);
    await expectSaved(page);
    await page.reload();
    await readTrades(page);
    expect(await ticked()).toEqual(second);
    // Another plan has none of them; the same one again has.
    await page.getByRole("textbox", { name: "Leave out trades below" }).fill("999999");
    await expectText(page.getByTestId("trade-count"), "No trades");
    await page.getByRole("textbox", { name: "Leave out trades below" }).fill("");
    await expect.poll(ticked).toEqual(second);
    await end();
  });

  it("delete everything leaves nothing behind", async () => {
    const { page, context, url, end } = await visitSample();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.getByTestId("menu-button").click();
    await page.getByRole("radio", { name: "Dark" }).check();
    await page.keyboard.press("Escape");
    await deleteEverything(page);
    expect(await databases(page)).toEqual([]);
    expect(await traces(page)).toEqual(NO_TRACES);
    expect(await context.cookies()).toEqual([]);
    // Nor does coming back to look make a new database; only something to keep does.
    await page.goto(url);
    await page.getByTestId("door-sample").waitFor();
    expect(await databases(page)).toEqual([]);
    await openSample(page);
    await expectSaved(page);
    expect(await databases(page)).toEqual(["ballast"]);
    await end();
  });
});

describe("two tabs", () => {
  it("a change in one is seen by the other when that has none of its own", async () => {
    const { page, second, end } = await visitSampleTwice();
    await price(page).fill("90000");
    await expectSaved(page);
    await expectTotal(second, AT_90000);
    await end();
  });

  it("both versions stay when both change, and the person chooses", async () => {
    const { page, second, end } = await visitSampleTwice();
    // The second tab does not hear of the first one's change, as if it had been asleep.
    await second.evaluate(() => {
      window.addEventListener("message", (event) => event.stopImmediatePropagation(), true);
      const { prototype } = BroadcastChannel;
      Object.defineProperty(prototype, "onmessage", { set: () => undefined });
    });
    await price(second).fill("80000");
    await price(page).fill("90000");
    const waitForConflict = async (tab: Page): Promise<Page> => {
      await tab.getByTestId("conflict").waitFor();
      return tab;
    };
    const conflict = await Promise.race([waitForConflict(page), waitForConflict(second)]);
    const other = conflict === page ? second : page;
    await expectSaved(other);
    await conflict.getByRole("button", { name: /Keep this tab/ }).click();
    await expectSaved(conflict);
    const kept = conflict === page ? "90000" : "80000";
    await conflict.reload();
    await expect.poll(() => price(conflict).inputValue()).toBe(kept);
    await end();
  });

  it("deleting in one empties the other, which says why and brings nothing back, not even an empty database", async () => {
    const { page, second, end } = await visitSampleTwice();
    await goTo(second, "Plan");
    await deleteEverything(page);
    await second.getByTestId("door-sample").waitFor();
    await expectText(second.getByTestId("saying"), "deleted in another tab");
    // What an open page does in passing: being looked at, being left.
    await second.bringToFront();
    await page.bringToFront();
    await page.waitForTimeout(500);
    expect(await databases(page)).toEqual([]);
    expect(await databases(second)).toEqual([]);
    await second.reload();
    await second.getByTestId("door-sample").waitFor();
    expect(await databases(second)).toEqual([]);
    // And the emptied tab is as good as new.
    await openSample(second);
    await expectSaved(second);
    await expectTotal(page, SAMPLE);
    await end();
  });
});

describe("storage that fails", () => {
  it("is told where there is none, and the page works all the same", async () => {
    const { context, url, end } = await visit();
    const page = await context.newPage();
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("denied", "SecurityError");
      };
    });
    await page.goto(url);
    await openSample(page);
    await page.getByTestId("save-failed").waitFor();
    await expectText(page.getByTestId("save-failed"), /private mode or blocked/);
    await expectTotal(page, SAMPLE);
    await end();
  });

  it("is told when it is full, and nothing that was saved is lost", async () => {
    const { page, end } = await visitSample();
    await page.evaluate(() => {
      const honest = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "put") ?? {};
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
      Object.assign(globalThis, { mend: () => void Object.defineProperty(IDBObjectStore.prototype, "put", honest) });
    });
    await price(page).fill("90000");
    await expectText(page.getByTestId("save-failed"), /storage is full/);
    await page.evaluate(() => (globalThis as unknown as { mend: () => void }).mend());
    await page.getByTestId("save-failed").getByRole("button", { name: "Try again" }).click();
    await expectSaved(page);
    await page.reload();
    await expectTotal(page, AT_90000);
    await end();
  });
});
