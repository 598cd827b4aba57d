/** What is kept between visits, undone, shared between tabs, and deleted. */
import { describe, expect, it } from "vitest";

import { expectSaved, expectText, goTo, openSample } from "./support/steps.js";
import { visit } from "./support/visit.js";

const price = "Price of BTC";

describe("keeping", () => {
  it("a reload brings everything back", async () => {
    const { page, end } = await visit();
    await openSample(page);
    await page.getByRole("textbox", { name: price }).fill("90000");
    await expectText(page.getByTestId("total-value"), "125,800.00");
    await expectSaved(page);
    await page.reload();
    await expectText(page.getByTestId("total-value"), "125,800.00");
    expect(await page.getByRole("textbox", { name: price }).inputValue()).toBe("90000");
    await end();
  });

  it("what was typed a moment before the page is left is kept too", async () => {
    const { page, end } = await visit();
    await openSample(page);
    await expectSaved(page);
    await page.getByRole("textbox", { name: price }).fill("80000");
    await page.reload();
    await expectText(page.getByTestId("total-value"), "121,600.00");
    await end();
  });

  it("undo and redo, by button and by key", async () => {
    const { page, end } = await visit();
    await openSample(page);
    const field = page.getByRole("textbox", { name: price });
    await field.fill("90000");
    await expectText(page.getByTestId("total-value"), "125,800.00");
    await page.getByRole("button", { name: "Undo" }).first().click();
    await expectText(page.getByTestId("total-value"), "130,000.00");
    await page.getByRole("button", { name: "Redo" }).first().click();
    await expectText(page.getByTestId("total-value"), "125,800.00");
    await field.focus();
    await page.keyboard.press("Control+z");
    await expectText(page.getByTestId("total-value"), "130,000.00");
    await page.keyboard.press("Control+Shift+z");
    await expectText(page.getByTestId("total-value"), "125,800.00");
    await goTo(page, "Targets");
    await page.getByRole("button", { name: "Clear" }).click();
    await page.keyboard.press("Control+z");
    await expectText(page.getByTestId("target-sum"), /100/);
    await end();
  });

  it("delete everything leaves nothing behind", async () => {
    const { page, context, url, end } = await visit();
    await openSample(page);
    await expectSaved(page);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.getByTestId("menu-button").click();
    await page.getByRole("radio", { name: "Dark" }).check();
    await page.getByRole("button", { name: /^Delete everything/ }).click();
    await page.getByTestId("delete-dialog").getByRole("button", { name: "Delete everything" }).click();
    await page.getByTestId("door-sample").waitFor();
    const left = await page.evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      cookies: document.cookie,
    }));
    expect(left).toEqual({ databases: [], caches: [], workers: 0, local: [], session: [], cookies: "" });
    expect(await context.cookies()).toEqual([]);
    await page.goto(url);
    await page.getByTestId("door-sample").waitFor();
    await end();
  });
});

describe("two tabs", () => {
  it("a change in one is seen by the other when that has none of its own", async () => {
    const { page, context, url, end } = await visit();
    await openSample(page);
    await expectSaved(page);
    const second = await context.newPage();
    await second.goto(url);
    await expectText(second.getByTestId("total-value"), "130,000.00");
    await page.getByRole("textbox", { name: price }).fill("90000");
    await expectSaved(page);
    await expectText(second.getByTestId("total-value"), "125,800.00");
    await end();
  });

  it("both versions stay when both change, and the person chooses", async () => {
    const { page, context, url, end } = await visit();
    await openSample(page);
    await expectSaved(page);
    const second = await context.newPage();
    await second.goto(url);
    await expectText(second.getByTestId("total-value"), "130,000.00");
    // The second tab does not hear of the first one's change, as if it had been asleep.
    await second.evaluate(() => {
      window.addEventListener("message", (event) => event.stopImmediatePropagation(), true);
      const { prototype } = BroadcastChannel;
      Object.defineProperty(prototype, "onmessage", { set: () => undefined });
    });
    await second.getByRole("textbox", { name: price }).fill("80000");
    await page.getByRole("textbox", { name: price }).fill("90000");
    const conflict = await Promise.race([
      page
        .getByTestId("conflict")
        .waitFor()
        .then(() => page),
      second
        .getByTestId("conflict")
        .waitFor()
        .then(() => second),
    ]);
    const other = conflict === page ? second : page;
    await expectSaved(other);
    await conflict.getByRole("button", { name: /Keep this tab/ }).click();
    await expectSaved(conflict);
    const kept = conflict === page ? "90000" : "80000";
    await conflict.reload();
    await expect.poll(() => conflict.getByRole("textbox", { name: price }).inputValue()).toBe(kept);
    await end();
  });

  it("deleting in one empties the other, which does not bring it back", async () => {
    const { page, context, url, end } = await visit();
    await openSample(page);
    await expectSaved(page);
    const second = await context.newPage();
    await second.goto(url);
    await expectText(second.getByTestId("total-value"), "130,000.00");
    await page.getByTestId("menu-button").click();
    await page.getByRole("button", { name: /^Delete everything/ }).click();
    await page.getByTestId("delete-dialog").getByRole("button", { name: "Delete everything" }).click();
    await page.getByTestId("door-sample").waitFor();
    await second.getByTestId("door-sample").waitFor();
    await second.reload();
    await second.getByTestId("door-sample").waitFor();
    await end();
  });
});

describe("storage that fails", () => {
  it("is told where there is none, and the page works all the same", async () => {
    const opened = await visit();
    const { context, url, end } = opened;
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
    await expectText(page.getByTestId("total-value"), "130,000.00");
    await end();
  });

  it("is told when it is full, and nothing that was saved is lost", async () => {
    const { page, end } = await visit();
    await openSample(page);
    await expectSaved(page);
    await page.evaluate(() => {
      const honest = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "put") ?? {};
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
      Object.assign(globalThis, { mend: () => void Object.defineProperty(IDBObjectStore.prototype, "put", honest) });
    });
    await page.getByRole("textbox", { name: price }).fill("90000");
    await expectText(page.getByTestId("save-failed"), /storage is full/);
    await page.evaluate(() => (globalThis as unknown as { mend: () => void }).mend());
    await page.getByTestId("save-failed").getByRole("button", { name: "Try again" }).click();
    await expectSaved(page);
    await page.reload();
    await expectText(page.getByTestId("total-value"), "125,800.00");
    await end();
  });
});
