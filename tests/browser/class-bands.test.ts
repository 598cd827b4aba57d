/** Bands of classes in three classifications at once decide a plan, and it says of each where it stood and ends. */
import { expect, it } from "vitest";

import { expectAccessible, expectNoOverflow } from "./support/accessible.js";
import { expectLedgersToAddUp, expectText, goTo } from "./support/steps.js";
import { applyStrategy, openWithCaps } from "./support/strategies.js";
import { PHONE, visit } from "./support/visit.js";

const BANDS = [
  // Held are 32.3 % of pure currency, 18.5 % in friendly jurisdictions, 50.4 % of large caps.
  ["Type: Pure currency", "1"],
  ["Jurisdiction: Friendly to crypto assets", "1"],
  ["Market cap: Large", "5"],
] as const;

it("on a phone: set in the rules, kept by the plan", async () => {
  const { page, end } = await visit({ viewport: PHONE });
  await openWithCaps(page);
  await applyStrategy(page, "Tier, type and jurisdiction together");
  await page.getByText("Show bands").click();
  for (const [name, width] of BANDS) {
    await page.getByRole("combobox", { name: `Band of ${name}`, exact: true }).selectOption("absolute");
    await page.getByRole("textbox", { name: `Width of the band of ${name}, percentage points` }).fill(width);
  }
  await page.getByRole("combobox", { name: "Band of all assets" }).selectOption("none");
  await expectAccessible(page, "bands of classes");
  await expectNoOverflow(page, "bands of classes");

  await goTo(page, "Plan");
  await page.getByRole("radio", { name: /^Only outside bands/ }).check();
  const sale = page.getByTestId("trade-row").filter({ hasText: "BTC" });
  await expectText(sale, "Type: Pure currency is at 32.31 %, above its band from 29.00 % to 31.00 %");
  await expectText(page.getByTestId("trade-row").filter({ hasText: "ETH" }), "Jurisdiction: Friendly to crypto assets");
  await expectLedgersToAddUp(page);
  const classes = page.getByTestId("class-changes");
  const row = (name: string) => classes.getByTestId("class-change").filter({ hasText: name });
  await expectText(row("Pure currency"), /32\.3\s%[\s\S]*30\.0\s%[\s\S]*inside again/);
  await expectText(row("Friendly to crypto assets"), /18\.5\s%[\s\S]*20\.0\s%[\s\S]*inside again/);
  await expectText(row("Large"), /50\.4\s%[\s\S]*49\.5\s%[\s\S]*inside/);
  expect(await row("Large").innerText()).not.toContain("again");
  await end();
});
