/** The catalogue: found by what a thing is, taken into the portfolio, and in its class from then on. */
import { describe, expect, it } from "vitest";

import { expectAccessible, expectNoOverflow } from "./support/accessible.js";
import { expectText, goTo, openSample } from "./support/steps.js";
import { DESKTOP, PHONE, visit } from "./support/visit.js";

describe.each([
  ["desktop", DESKTOP, "dark"],
  ["phone", PHONE, "light"],
] as const)("on a %s", (_, viewport, colorScheme) => {
  it("a stablecoin is looked up, added, priced, and counts as one", async () => {
    const { page, end } = await visit({ viewport, colorScheme });
    await openSample(page);
    await goTo(page, "Targets");
    await page.getByRole("button", { name: "Classifications" }).click();
    await page.getByRole("button", { name: "Add Type", exact: true }).click();
    const search = page.getByTestId("catalogue-search");
    await search.fill("no such thing");
    await expectText(page.getByTestId("catalogue-count"), "Nothing in the catalogue");
    await search.fill("stablecoin dollar");
    await search.fill("btc");
    await expectText(page.getByTestId("catalogue-entry").first(), /BTC[\s\S]*among your assets/);
    await search.fill("usdc");
    await expectText(page.getByTestId("catalogue-entry").first(), /Stablecoin[\s\S]*As of \d{4}-\d{2}, \w+ confidence/);
    await expectAccessible(page, "catalogue");
    await expectNoOverflow(page, "catalogue");
    await page.getByRole("button", { name: /^Add USDC,/ }).press("Enter");

    await page.getByRole("heading", { name: "Holdings", level: 1 }).waitFor();
    const price = page.getByRole("textbox", { name: "Price of USDC" });
    await expect.poll(() => price.evaluate((field) => field.matches(":focus"))).toBe(true);
    await page.keyboard.type("1");
    await goTo(page, "Targets");
    await page.getByRole("button", { name: "Classifications" }).click();
    const type = page.getByRole("combobox", { name: "Class of USDC" });
    expect(await type.locator("option:checked").innerText()).toMatch(/\S/);
    await expectText(page.getByTestId("member-row").filter({ hasText: "USDC" }), /Catalogue, \d{4}-\d{2}/);
    await page.getByTestId("catalogue-search").fill("usdc");
    await expectText(page.getByTestId("catalogue-entry").first(), "among your assets");
    await end();
  });
});
