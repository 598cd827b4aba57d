/** Groups of accounts: entered, given targets of their own, looked at and planned alone. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { expectAccessible, expectNoOverflow } from "./support/accessible.js";
import { expectLedgersToAddUp, expectText, goTo, openPlan, readTrades } from "./support/steps.js";
import { DESKTOP, PHONE, visit } from "./support/visit.js";

/** Two accounts, 900 of one fund here and 300 of another there, both aimed at one half. */
const TWO_ACCOUNTS = "two-accounts.ballast.json";

const inView = (page: Page) => page.getByRole("combobox", { name: "Accounts in view" });

async function addGroupOf(page: Page, account: string, name: string): Promise<void> {
  await goTo(page, "Holdings");
  const panel = page.getByTestId("groups");
  if ((await panel.getAttribute("open")) === null) await panel.locator("summary").click();
  await panel.getByRole("button", { name: "Add a group" }).click();
  const group = panel.getByTestId("group").last();
  // It begins with an account that is in no group yet.
  await group.getByRole("checkbox", { name: account }).check();
  await group.getByRole("checkbox", { name: "Broker" }).uncheck();
  await group.getByRole("textbox").fill(name);
}

describe.each([
  ["desktop", DESKTOP, "dark"],
  ["phone", PHONE, "light"],
] as const)("on a %s", (where, viewport, colorScheme) => {
  it("a group gets targets of its own, and is planned as if there were no other accounts", async () => {
    const { page, end } = await visit({ viewport, colorScheme });
    await openPlan(page, TWO_ACCOUNTS);
    expect(await page.getByTestId("view").count()).toBe(0);

    await addGroupOf(page, "Bank", "Hers");
    await expectAccessible(page, `groups on a ${where}`);
    await expectNoOverflow(page, `groups on a ${where}`);

    // Its targets are those of the whole until it gets its own.
    await page.getByRole("button", { name: "Targets of Hers" }).click();
    await page.getByRole("heading", { name: "Targets", level: 1 }).waitFor();
    expect(await inView(page).locator("option:checked").innerText()).toBe("Hers");
    await page.getByText("What you change here counts for all accounts.").waitFor();
    await page.getByRole("checkbox", { name: "Targets of its own" }).check();
    await page.getByRole("textbox", { name: /^Target of WORLD/ }).fill("0");
    await page.getByRole("textbox", { name: /^Target of BONDS/ }).fill("90");
    await expectText(page.getByTestId("target-sum"), /cash keeps 10/);
    await expectAccessible(page, `targets of a group on a ${where}`);
    await expectNoOverflow(page, `targets of a group on a ${where}`);

    // Of 300 in bonds, 30 shall be cash.
    await goTo(page, "Now vs target");
    await expectText(page.getByTestId("misplaced-share"), /10/);
    await goTo(page, "Plan");
    await expectText(page.getByTestId("trade-count"), /1 trade/);
    expect(await readTrades(page)).toMatchObject([{ side: "sell", symbol: "BONDS", quantity: "3" }]);
    expect(await page.getByTestId("plan-account").count()).toBe(1);
    await expectLedgersToAddUp(page);
    await expectAccessible(page, `plan of a group on a ${where}`);

    // All accounts are still aimed at one half each.
    await inView(page).selectOption("All accounts");
    await expectText(page.getByTestId("plan-account"), /WORLD/);
    await goTo(page, "Targets");
    expect(await page.getByRole("textbox", { name: /^Target of WORLD/ }).inputValue()).toBe("50");
    await end();
  });
});

it("a deposit goes into an account that is in view, and back where it was meant for", async () => {
  const { page, end } = await visit();
  await openPlan(page, TWO_ACCOUNTS);
  await page.getByRole("radio", { name: /^Invest a deposit/ }).check();
  await page.getByRole("combobox", { name: "Account for the deposit" }).selectOption("Broker");
  await page.getByRole("textbox", { name: "Amount to deposit" }).fill("100");
  await expectText(page.getByTestId("trade-count"), /trade/);
  await addGroupOf(page, "Bank", "Hers");
  await goTo(page, "Plan");
  await inView(page).selectOption("Hers");
  await expectText(page.getByTestId("plan-account"), /Bank/);
  await expectText(page.getByTestId("ledger"), /deposits?\s+100\.00/);
  await inView(page).selectOption("All accounts");
  const into = page.getByRole("combobox", { name: "Account for the deposit" });
  expect(await into.locator("option:checked").innerText()).toBe("Broker");
  await end();
});

it("a mistake in the targets of a group is found from wherever it stands in the way", async () => {
  const { page, end } = await visit();
  await openPlan(page, TWO_ACCOUNTS);
  await addGroupOf(page, "Bank", "Hers");
  await page.getByRole("button", { name: "Targets of Hers" }).click();
  await page.getByRole("checkbox", { name: "Targets of its own" }).check();
  await page.getByRole("textbox", { name: /^Target of WORLD/ }).fill("9x");
  await expectText(page.getByTestId("target-sum"), /once every entry is a number/);

  // What is held keeps its value, and the way to the entry leads into the group.
  await goTo(page, "Holdings");
  await expectText(page.getByTestId("total-value"), /1,200\.00/);
  await goTo(page, "Plan");
  await inView(page).selectOption("All accounts");
  await goTo(page, "Targets");
  await page.getByTestId("mend-first").getByRole("button", { name: "Target of WORLD of Hers" }).click();
  await page.getByRole("heading", { name: "Targets", level: 1 }).waitFor();
  expect(await inView(page).locator("option:checked").innerText()).toBe("Hers");
  const field = page.getByRole("textbox", { name: /^Target of WORLD/ });
  await expect.poll(() => field.evaluate((one) => one.matches(":focus"))).toBe(true);
  await field.fill("50");
  await goTo(page, "Plan");
  await expectText(page.getByTestId("trade-count"), /No trades|trade/);
  await end();
});

it("a group without accounts is said to be none, and one that goes takes its targets along until undone", async () => {
  const { page, end } = await visit();
  await openPlan(page, TWO_ACCOUNTS);
  await addGroupOf(page, "Bank", "Hers");
  const group = page.getByTestId("group");
  await group.getByRole("checkbox", { name: "Bank" }).uncheck();
  await expectText(group.locator(".problems"), /Accounts: .* at least one/);
  await group.getByRole("checkbox", { name: "Bank" }).check();
  await expect.poll(() => group.locator(".problems").count()).toBe(0);
  await group.getByRole("button", { name: "Remove Hers" }).click();
  expect(await page.getByTestId("group").count()).toBe(0);
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  expect(await page.getByTestId("group").count()).toBe(1);
  await end();
});
