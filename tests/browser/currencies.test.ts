/** Accounts in their own currencies: entered, planned, and shown each in its own. */
import { describe, expect, it } from "vitest";

import { expectAccessible, expectNoOverflow } from "./support/accessible.js";
import { expectLedgersToAddUp, expectText, goTo } from "./support/steps.js";
import { DESKTOP, PHONE, visit } from "./support/visit.js";

describe.each([
  ["desktop", DESKTOP, "light"],
  ["phone", PHONE, "dark"],
] as const)("on a %s", (where, viewport, colorScheme) => {
  it("an account in dollars is entered, planned in dollars, and counted in euros", async () => {
    const { page, end } = await visit({ viewport, colorScheme });
    await page.getByTestId("door-type").click();
    await page.getByRole("combobox", { name: "Base currency" }).selectOption("EUR");
    await page.getByTestId("currencies").locator("summary").click();
    await page.getByRole("combobox", { name: "Add a currency" }).selectOption("USD");
    const rate = page.getByRole("textbox", { name: "One USD in EUR" });
    await rate.fill("0.9");
    await page.getByRole("combobox", { name: /^Currency of / }).selectOption("USD");

    // What is new in the account is quoted in its currency.
    const row = page.getByTestId("new-holding-row").first();
    await row.getByRole("textbox", { name: /^Symbol/ }).fill("VT");
    const held = page.getByTestId("holding-row").first();
    await held.getByRole("textbox", { name: /^Quantity/ }).fill("0");
    await held.getByRole("textbox", { name: /^Price/ }).fill("100");
    await page.getByRole("textbox", { name: /^Cash of/ }).fill("1000");
    await expectText(page.getByTestId("total-value"), /900\.00 EUR/);
    await expectAccessible(page, `currencies on a ${where}`);
    await expectNoOverflow(page, `currencies on a ${where}`);

    // Ten at 100 USD, with what is left of changing nothing.
    await goTo(page, "Targets");
    await page.getByRole("textbox", { name: /^Target of VT/ }).fill("100");
    await goTo(page, "Plan");
    const account = page.getByTestId("plan-account");
    await expectText(account, /Value, USD/i);
    await expectText(account, /1,000\.00/);
    await expectText(account.getByTestId("ledger"), /Cash before, USD/i);
    await expectLedgersToAddUp(page);
    await expectAccessible(page, `plan in dollars on a ${where}`);
    await expectNoOverflow(page, `plan in dollars on a ${where}`);

    // A currency that is in use stays; one that is not can go.
    await goTo(page, "Holdings");
    expect(await page.getByRole("button", { name: "In use: USD" }).isDisabled()).toBe(true);
    await page.getByRole("combobox", { name: "Add a currency" }).selectOption("JPY");
    await page.getByRole("button", { name: "Remove JPY" }).click();
    expect(await page.getByRole("textbox", { name: "One JPY in EUR" }).count()).toBe(0);
    await end();
  });
});
