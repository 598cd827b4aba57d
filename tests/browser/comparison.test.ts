/** A plan is kept, and stands beside the next one. */
import { expect, it } from "vitest";

import { expectAccessible, expectNoOverflow } from "./support/accessible.js";
import { expectText, goTo, openSample } from "./support/steps.js";
import { DESKTOP, PHONE, visit } from "./support/visit.js";

it.each([
  ["desktop", DESKTOP, "dark"],
  ["phone", PHONE, "light"],
] as const)(
  "on a %s: what was asked, what each comes to, which trades differ",
  async (where, viewport, colorScheme) => {
    const { page, end } = await visit({ viewport, colorScheme });
    await openSample(page);
    await goTo(page, "Plan");
    await page.getByTestId("keep-plan").press("Enter");
    const comparison = page.getByTestId("comparison");
    await expectText(comparison, /both plans stand here side by side/);

    await page.getByText("Only outside bands").click();
    await page.getByRole("combobox", { name: "How far to trade" }).selectOption({ label: "half-way" });
    const figures = comparison.getByRole("table", { name: "What they come to" });
    await expectText(figures, /What to plan\s+rebalance\s+only outside bands/);
    await expectText(figures, /How far\s+–\s+half-way/);
    await expectText(comparison.getByRole("table", { name: "Trades that differ" }), /(Sell|Buy) \w+, /);
    await expectAccessible(page, `compared on a ${where}`);
    await expectNoOverflow(page, `compared on a ${where}`);

    // Targets changed meanwhile, and back here.
    await goTo(page, "Holdings");
    await page
      .getByRole("textbox", { name: /^Quantity of BTC/ })
      .first()
      .fill("0.5");
    await goTo(page, "Plan");
    await expectText(comparison, /do not start from the same place/);

    await comparison.getByRole("button", { name: "Ask for the kept one" }).click();
    await expectText(comparison, /Kept plan and this one/);
    await expect.poll(() => figures.innerText()).not.toMatch(/What to plan/);
    await comparison.getByRole("button", { name: "Drop it" }).click();
    await page.getByTestId("keep-plan").waitFor();
    expect(await comparison.count()).toBe(0);
    await end();
  },
);
