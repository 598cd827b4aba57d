/** Every screen, in light and dark, on a phone and a desktop: accessible, and nothing jumps or sticks out. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { expectAccessible, expectNoOverflow } from "./support/accessible.js";
import { expectText, goTo, openSample, readTrades } from "./support/steps.js";
import { DESKTOP, PHONE, visit } from "./support/visit.js";

const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[];
          resolve(shifts.filter(({ hadRecentInput }) => !hadRecentInput).reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: "layout-shift", buffered: true });
        // No entry at all: no shift.
        setTimeout(() => resolve(0), 300);
      }),
  );

describe.each([
  ["phone", PHONE],
  ["desktop", DESKTOP],
] as const)("on a %s", (_, viewport) => {
  describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
    it("start, import, holdings, targets, difference, plan, menu and dialogs are accessible and fit", async () => {
      const { page, end } = await visit({ viewport, colorScheme });
      const check = async (where: string): Promise<void> => {
        await expectAccessible(page, where);
        await expectNoOverflow(page, where);
      };
      await page.getByTestId("door-sample").waitFor();
      await check("start");
      await page.getByTestId("door-import").getByRole("button").click();
      await page.getByTestId("import-text").fill("symbol,quantity,price\nBTC,1,2\nETH,x,3\nBTC,1,2\n");
      await page.getByTestId("import-preview").waitFor();
      await check("import");
      await page.getByRole("button", { name: "Cancel" }).click();
      await openSample(page);
      await expectText(page.getByTestId("total-value"), "130,000.00");
      await check("holdings");
      await page.getByRole("textbox", { name: "Price of BTC" }).fill("x");
      await page.getByRole("textbox", { name: "Price of BTC" }).blur();
      await expect
        .poll(() => page.getByRole("textbox", { name: "Price of BTC" }).getAttribute("aria-invalid"))
        .toBe("true");
      await check("holdings with a mistake");
      await goTo(page, "Plan");
      await page.getByTestId("mend-first").waitFor();
      await check("plan that waits for a mistake to be mended");
      await goTo(page, "Holdings");
      await page.getByRole("textbox", { name: "Price of BTC" }).fill("100000");
      await page.getByRole("combobox", { name: "Base currency" }).selectOption("Another…");
      await page.getByRole("textbox", { name: "Code of the currency" }).waitFor();
      await check("holdings in a currency of one's own");
      await goTo(page, "Targets");
      await expectText(page.getByTestId("target-sum"), /100/);
      await check("targets");
      await goTo(page, "Now vs target");
      await page.getByTestId("misplaced-share").waitFor();
      await check("now vs target");
      await goTo(page, "Plan");
      await readTrades(page);
      await page.getByTestId("trade-row").first().getByRole("checkbox").check();
      await check("plan");
      await page.getByTestId("menu-button").click();
      await check("menu");
      await page.getByRole("button", { name: /^Delete everything/ }).click();
      await check("delete dialog");
      await end();
    });

    it("screens that have nothing to show yet say what to do first, and fit", async () => {
      const { page, end } = await visit({ viewport, colorScheme });
      await page.getByTestId("door-type").click();
      for (const step of ["Targets", "Now vs target", "Plan"] as const) {
        await goTo(page, step);
        await page.getByTestId("nothing-yet").waitFor();
        await expectAccessible(page, step);
        await expectNoOverflow(page, step);
      }
      await page.getByRole("button", { name: "Go to holdings" }).click();
      await page.getByRole("heading", { name: "Holdings", level: 1 }).waitFor();
      await end();
    });

    it("nothing jumps while a kept portfolio loads", async () => {
      const { page, end } = await visit({ viewport, colorScheme });
      expect(await layoutShift(page)).toBeLessThan(0.02);
      await openSample(page);
      await expectText(page.getByTestId("total-value"), "130,000.00");
      await expectText(page.getByTestId("saved-state"), "Saved");
      await page.reload();
      await expectText(page.getByTestId("total-value"), "130,000.00");
      expect(await layoutShift(page)).toBeLessThan(0.02);
      await goTo(page, "Plan");
      await readTrades(page);
      await page.reload();
      await readTrades(page);
      expect(await layoutShift(page)).toBeLessThan(0.02);
      await end();
    });
  });
});
