/** Lots below their sales, gains and tax, and plans that keep them small. */
import { describe, expect, it } from "vitest";

import { expectAccessible, expectNoOverflow } from "./support/accessible.js";
import { EMULATES_PRINT, TELLS_OF_DOWNLOADS } from "./support/engine.js";
import { contentOf, expectText, openPlan } from "./support/steps.js";
import { DESKTOP, PHONE, visit } from "./support/visit.js";

const FILE = "lots.ballast.json";

describe.each([
  ["desktop", DESKTOP, "light"],
  ["phone", PHONE, "dark"],
] as const)("on a %s", (where, viewport, colorScheme) => {
  it("a sale shows its lots once asked, and the plan what they are taxed", async () => {
    const { page, end } = await visit({ viewport, colorScheme });
    await openPlan(page, FILE);
    const flows = page.getByRole("img", { name: /^Through the cash of Main, from: A .*; to: / });
    expect(await flows.locator("path").count()).toBeGreaterThan(1);
    const lots = page.getByRole("list", { name: "Lots sold of A" });
    expect(await lots.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Lots sold of A: 2 lots" }).press("Enter");
    await expectText(lots, /2\s+bought\s+2020-01-10[\s\S]*\+1\d\d\.\d\d[\s\S]*15\s%/);
    await expectText(lots, /oldest lots go first/);
    const panel = page.getByTestId("gains-and-tax");
    await expectText(panel, /calculated, not advice/);
    await expectText(panel, /Home rules/);
    await expectText(panel, /more than 12 months/);
    await page.getByRole("button", { name: "What does each trade buy?" }).click();
    await page.getByTestId("trade-curve").waitFor();
    await expectAccessible(page, `plan with lots on a ${where}`);
    await expectNoOverflow(page, `plan with lots on a ${where}`);
    await end();
  });
});

it.runIf(TELLS_OF_DOWNLOADS)("each account's trades are a file of their own, with their lots", async () => {
  const { page, end } = await visit();
  await openPlan(page, FILE);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Trades in Main as CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("main-trades.csv");
  const [, ...rows] = (await contentOf(file)).trim().split("\r\n");
  expect(rows.filter((row) => row.includes(",lot,")).map((row) => row.split(",")[11])).toEqual([
    "2020-01-10",
    "2025-12-10",
  ]);
  expect(rows.some((row) => row.startsWith("Spare"))).toBe(false);
  await end();
});

it.runIf(EMULATES_PRINT)("lots are on paper without being asked for", async () => {
  const { page, end } = await visit();
  await openPlan(page, FILE);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("list", { name: "Lots sold of A" }).isVisible()).toBe(true);
  await end();
});

it("a plan keeps to the gains and the trades that are allowed, and says what is wrong with a limit", async () => {
  const { page, end } = await visit();
  await openPlan(page, FILE);
  const panel = page.getByTestId("gains-and-tax");
  const gains = page.getByLabel("Which gains may be realised");
  await expectText(panel, /Gains\s+129\.00/);
  await gains.selectOption({ label: "none that is taxed" });
  await expectText(panel, /Gains\s+0\.00/);
  await gains.selectOption({ label: "taxed, at most" });
  await page.getByRole("textbox", { name: "Most taxed gains" }).fill("70");
  await expectText(panel, /Gains\s+59\.\d\d/);
  await gains.selectOption({ label: "any" });
  const most = page.getByRole("textbox", { name: "Most trades" });
  await most.fill("2");
  await expectText(page.getByTestId("trade-count"), /^2 trades/);
  await most.fill("2.5");
  await expectText(page.locator(".options .problem"), /Most trades/);
  await most.fill("");
  await expectText(page.getByTestId("trade-count"), /^4 trades/);
  await end();
});

it("the curve tells what each trade buys, and a row of it limits the plan", async () => {
  const { page, end } = await visit();
  await openPlan(page, FILE);
  await page.getByRole("button", { name: "What does each trade buy?" }).press("Enter");
  const rows = page.getByTestId("curve-row");
  await rows.first().waitFor();
  const count = await rows.count();
  expect(count).toBeGreaterThan(2);
  await expectText(rows.last(), /^4 trades/);
  await page.getByRole("button", { name: "Use at most 2 trades" }).click();
  await expectText(page.getByTestId("trade-count"), /^2 trades/);
  // The curve stays, as it is true for any limit, and says which of its rows is planned.
  expect(await rows.count()).toBe(count);
  expect(await page.getByRole("button", { name: "Use at most 2 trades" }).getAttribute("aria-pressed")).toBe("true");
  const shown = await page.getByTestId("plan-drift").locator("b").innerText();
  await expectText(rows.filter({ hasText: "2 trades" }), shown);
  await expectAccessible(page, "the curve with a row in use");
  // With another question it is no longer the answer.
  await page.getByRole("textbox", { name: "Leave out trades below" }).fill("100");
  await expect.poll(() => rows.count()).toBe(0);
  await end();
});

it("what was done goes into the holdings, in one step that can be undone, and the plan begins from there", async () => {
  const { page, end } = await visit();
  await openPlan(page, FILE);
  await page.getByRole("checkbox", { name: "Done: sell A in Main" }).check();
  await page.getByRole("button", { name: "Enter what was done" }).click();
  const quantity = page.getByRole("textbox", { name: "Quantity of A in Main" });
  expect(await quantity.inputValue()).toBe("3");
  await quantity.fill("30");
  await page.getByRole("button", { name: "Put it into the holdings" }).click();
  await expectText(page.getByTestId("done-form").locator(".problem"), /30 of A cannot have been sold/);
  expect(await quantity.getAttribute("aria-invalid")).toBe("true");
  await quantity.fill("2");
  await page.getByRole("textbox", { name: "Price of A in Main" }).fill("99.5");
  await expectAccessible(page, "the form for what was done");
  await page.getByRole("button", { name: "Put it into the holdings" }).click();
  // 2 * 99.50 less the fee of 1.00.
  await expectText(page.getByTestId("ledger").first(), /Cash before, USD\s+198\.00/);
  // The two oldest are gone: what is sold next is of the other lot.
  await expectText(page.getByRole("button", { name: /Lots sold of A/ }), "1 lot");
  expect(await page.getByTestId("done-form").count()).toBe(0);
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await expectText(page.getByTestId("ledger").first(), /Cash before, USD\s+0\.00/);
  await page.getByTestId("done-form").waitFor();
  await end();
});

it("a trade that nobody could pay is refused with what is missing", async () => {
  const { page, end } = await visit({ viewport: PHONE });
  await openPlan(page, FILE);
  await page.getByRole("checkbox", { name: "Done: buy B in Spare" }).check();
  await page.getByRole("button", { name: "Enter what was done" }).click();
  await page.getByRole("textbox", { name: "Price of B in Spare" }).fill("1000");
  await page.getByRole("button", { name: "Put it into the holdings" }).click();
  await expectText(page.getByTestId("done-form").getByRole("alert"), /More was spent in “Spare” than there was/);
  await expectAccessible(page, "the refusal on a phone");
  await expectNoOverflow(page, "the form for what was done on a phone");
  await end();
});

it("a deposit that was made with its trades is not planned again", async () => {
  const { page, end } = await visit();
  await openPlan(page, FILE);
  await page.getByRole("radio", { name: /Invest a deposit/ }).check();
  await page.getByRole("textbox", { name: "Amount to deposit" }).fill("500");
  await page.getByRole("checkbox", { name: "Done: buy C in Main" }).check();
  await page.getByRole("button", { name: "Enter what was done" }).click();
  expect(
    await page.getByRole("checkbox", { name: "The deposit of 500.00 USD into Main was made too" }).isChecked(),
  ).toBe(true);
  await page.getByRole("textbox", { name: "Quantity of C in Main" }).fill("4");
  await page.getByRole("button", { name: "Put it into the holdings" }).click();
  // 500 came in, 4 * 50 and the fee of 1 went out.
  await expectText(page.getByTestId("ledger").first(), /Cash before, USD\s+299\.00/);
  expect(await page.getByRole("radio", { name: /Rebalance/ }).isChecked()).toBe(true);
  expect(await page.getByRole("textbox", { name: "Amount to deposit" }).count()).toBe(0);
  await end();
});
