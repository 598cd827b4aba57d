/** From tax rules and lots to a plan that says what goes, and to one without gains. */
import { it } from "vitest";

import { expectAccessible, expectNoOverflow } from "./support/accessible.js";
import { expectText, goTo, openSample } from "./support/steps.js";
import { DESKTOP, PHONE, visit } from "./support/visit.js";

it.each([DESKTOP, PHONE])("rules and lots lead to an estimate at width $width", async (viewport) => {
  const { page, end } = await visit({ viewport });
  await openSample(page);
  await goTo(page, "Holdings");
  await page.getByTestId("taxes").locator("summary").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Flat rate", exact: true }).press("Enter");
  await page.getByRole("textbox", { name: "Rate 1 of Flat rate" }).fill("25");
  const lots = page.getByTestId("lots").first();
  await lots.locator("summary").first().press("Enter");
  await lots.getByRole("combobox").first().selectOption({ label: "Flat rate" });
  await lots
    .getByRole("button", { name: /^Add a lot of/u })
    .first()
    .press("Enter");
  await lots.getByRole("textbox", { name: /^Day of lot 1/u }).fill("2024-01-05");
  await lots.getByRole("textbox", { name: /^Unit cost of lot 1/u }).fill("1");
  await expectAccessible(page, "lots and tax rules");
  await expectNoOverflow(page, "lots and tax rules");
  await goTo(page, "Plan");
  const panel = page.getByTestId("gains-and-tax");
  await expectText(panel, /calculated, not advice/);
  await expectAccessible(page, "gains and tax");
  await expectNoOverflow(page, "gains and tax");
  await page.getByLabel("Which gains may be realised").selectOption({ label: "none that is taxed" });
  await expectText(panel, /Gains\s+0\.00/);
  await end();
});
