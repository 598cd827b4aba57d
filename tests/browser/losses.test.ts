/** Losses that a plan takes for the tax they save. */
import { describe, expect, it } from "vitest";

import { expectAccessible, expectNoOverflow } from "./support/accessible.js";
import { expectText, openPlan } from "./support/steps.js";
import { DESKTOP, PHONE, visit } from "./support/visit.js";

describe.each([
  ["desktop", DESKTOP, "light"],
  ["phone", PHONE, "dark"],
] as const)("on a %s", (where, viewport, colorScheme) => {
  it("what loses is sold once asked, and what that saves is shown beside tax", async () => {
    const { page, end } = await visit({ viewport, colorScheme });
    await openPlan(page, "losses.ballast.json");
    await expectText(page.getByTestId("trade-count"), /No trades/);
    expect(await page.getByTestId("losses-taken").count()).toBe(0);
    await page.getByRole("checkbox", { name: /^Take losses/ }).check();
    await expectText(page.getByTestId("trade-count"), /2 trades/);
    await expectText(page.getByTestId("losses-taken"), /A[\s\S]*Broker[\s\S]*7[\s\S]*52\.20/);
    await expectText(page.getByTestId("gains-and-tax"), /Tax saved by losses taken, about\s+52\.20/);
    await page.getByText("A is sold at a loss: that saves about 52.20 of tax").waitFor();
    await expectAccessible(page, `losses taken on a ${where}`);
    await expectNoOverflow(page, `losses taken on a ${where}`);
    await end();
  });
});

it("is not offered where no lot is taxed", async () => {
  const { page, end } = await visit();
  await openPlan(page, "two-accounts.ballast.json");
  expect(await page.getByRole("checkbox", { name: /^Take losses/ }).count()).toBe(0);
  await end();
});
