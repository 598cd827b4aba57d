/** Money that belongs to no account, money that moves between accounts, and funds that are switched one into another. */
import { describe, expect, it } from "vitest";

import { expectAccessible, expectNoOverflow } from "./support/accessible.js";
import { expectLedgersToAddUp, expectText, openPlan } from "./support/steps.js";
import { DESKTOP, PHONE, visit } from "./support/visit.js";

const FILE = "two-accounts.ballast.json";

describe.each([
  ["desktop", DESKTOP, "light"],
  ["phone", PHONE, "dark"],
] as const)("on a %s", (where, viewport, colorScheme) => {
  it("a withdrawal is raised where that leads to the targets, and money moves where it may", async () => {
    const { page, end } = await visit({ viewport, colorScheme });
    await openPlan(page, FILE);
    await page.getByText("Raise a withdrawal").click();
    await page.getByRole("textbox", { name: "Amount to withdraw" }).fill("200");
    await page
      .getByRole("combobox", { name: "Account for the withdrawal" })
      .selectOption({ label: "wherever it does most" });
    await page.getByLabel("Buy too, to come closer to the targets").check();
    const moves = page.getByTestId("moves");
    await expectText(moves, /Withdraw 200\.00 EUR from Broker/);
    expect(await moves.innerText()).not.toMatch(/Move/);

    await page.getByLabel("Money may move between accounts").check();
    await expectText(moves, /Move 200\.00 EUR from Broker to Bank/);
    await expectText(page.getByTestId("proof"), /Proven optimal/);
    await expectLedgersToAddUp(page);
    await expectAccessible(page, `money moves on a ${where}`);
    await expectNoOverflow(page, `money moves on a ${where}`);

    // What was done is entered, the transfer too: then there is nothing left to do.
    for (const box of await page.getByRole("checkbox", { name: /^Done: / }).all()) await box.check();
    const form = page.getByTestId("done-form");
    await form.getByRole("button").first().click();
    await expectText(
      form,
      /withdrawal of 200\.00 EUR from Broker, the transfer of 200\.00 EUR from Broker to Bank were/,
    );
    await page.getByRole("button", { name: "Put it into the holdings" }).click();
    await expectText(page.getByTestId("trade-count"), /No trades/);
    await end();
  });

  it("where only switches are made, each says from what into what, and cash stays", async () => {
    const { page, end } = await visit({ viewport, colorScheme });
    await openPlan(page, FILE);
    await page.getByLabel("Only switch one into another: cash stays as it is").check();
    await expectText(page.getByTestId("trade-count"), /No trades/);
    await page.getByLabel("Money may move between accounts").check();
    expect(await page.getByTestId("moves").count()).toBe(0);
    await expectText(page.getByTestId("switches"), /Switch 300\.00 EUR from WORLD \(Broker\) into BONDS \(Bank\)/);
    await expectLedgersToAddUp(page);
    await expectNoOverflow(page, `switches on a ${where}`);
    await end();
  });
});
