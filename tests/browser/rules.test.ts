/** Targets by rules in several classifications at once: from the catalogue to a plan, through a conflict and out of it. */
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { TELLS_OF_DOWNLOADS } from "./support/engine.js";
import { expectAccessible, expectNoOverflow } from "./support/accessible.js";
import {
  contentOf,
  expectLedgersToAddUp,
  expectSaved,
  expectText,
  goTo,
  openSample,
  readTrades,
} from "./support/steps.js";
import { DESKTOP, PHONE, visit } from "./support/visit.js";

const kind = (page: Page, of: string): Locator => page.getByRole("combobox", { name: `Rule for ${of}`, exact: true });
const share = (page: Page, of: string): Locator => page.getByRole("textbox", { name: `Share of ${of}`, exact: true });

async function addBuiltIn(page: Page, ...names: string[]): Promise<void> {
  await goTo(page, "Targets");
  await page.getByRole("button", { name: "Classifications" }).click();
  await page.getByRole("heading", { name: "Classifications", level: 1 }).waitFor();
  for (const name of names) {
    await page.getByRole("button", { name: `Add ${name}`, exact: true }).click();
    await page.getByTestId("chooser").getByRole("radio", { name }).waitFor();
  }
}

async function toRules(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Back to targets" }).first().click();
  await page.getByTestId("way").getByText("Rules").click();
  await expectText(page.getByTestId("verdict"), "No rules yet");
}

async function exactly(page: Page, of: string, percent: string): Promise<void> {
  await kind(page, of).selectOption("exact");
  await share(page, of).fill(percent);
}

/** What the row of a class or an asset says it gets. */
function target(page: Page, card: string, row: string): Locator {
  return page
    .getByRole("region", { name: card })
    .getByTestId("rule-row")
    .filter({ has: page.getByText(row, { exact: true }) })
    .first()
    .getByTestId("rule-target");
}

describe.each([
  ["desktop", DESKTOP, "light"],
  ["phone", PHONE, "dark"],
] as const)("on a %s", (_, viewport, colorScheme) => {
  it("three dimensions from the catalogue, a conflict, its smallest change, and a plan", async () => {
    const { page, end } = await visit({ viewport, colorScheme });
    await openSample(page);
    await addBuiltIn(page, "Market cap", "Type", "Jurisdiction");
    await expectText(page.getByTestId("member-row").filter({ hasText: "BTC" }), /Catalogue, \d{4}-\d{2}/);
    await expectAccessible(page, "classifications");
    await expectNoOverflow(page, "classifications");

    // What tiers are calculated from.
    for (const [symbol, cap] of [
      ["BTC", "2000000000000"],
      ["ETH", "400000000000"],
      ["SOL", "5000000000"],
    ] as const) {
      await page.getByRole("textbox", { name: `Market cap of ${symbol}` }).fill(cap);
    }
    await toRules(page);
    await expectText(target(page, "Rules by Market cap", "Medium"), /5\.0\s%/);

    await exactly(page, "Type: Pure currency", "25");
    await expectText(target(page, "Rules by Type", "Pure currency"), /25\.0\s%/);
    await exactly(page, "Market cap: Medium", "8");
    await kind(page, "Jurisdiction: Strict toward crypto assets").selectOption("most");
    await page.getByRole("textbox", { name: "Greatest share of Jurisdiction: Strict toward crypto assets" }).fill("1");
    await expectText(page.getByTestId("verdict"), "All 3 rules are kept");
    await expectText(target(page, "Rules by Market cap", "Medium"), /8\.0\s%/);
    await expectText(target(page, "Rules by asset", "BTC"), /25\.0\s%/);
    await expectAccessible(page, "rules");
    await expectNoOverflow(page, "rules");

    // 25 % of pure currency and 80 % of funds are more than there is.
    await exactly(page, "Type: Shares and share funds", "80");
    await expectText(page.getByTestId("verdict"), "cannot be kept together");
    await expectText(page.getByRole("region", { name: "Rules by Type" }), /Exact shares sum to 105\s%/);
    await expectAccessible(page, "rules in conflict");
    await expectNoOverflow(page, "rules in conflict");
    await page
      .getByTestId("verdict")
      .getByRole("list", { name: "Rules in conflict" })
      .getByRole("button")
      .first()
      .click();
    await expect.poll(() => focusedPointer(page), { timeout: 5000 }).toMatch(/^\/policy\/rules\/\d+\//);
    await page.getByRole("button", { name: "Use these" }).click();
    await expectText(page.getByTestId("verdict"), "All 4 rules are kept");
    await page.getByRole("button", { name: "Undo" }).first().click();
    await expectText(page.getByTestId("verdict"), "cannot be kept together");
    await page.getByRole("button", { name: "Redo" }).click();
    await expectText(page.getByTestId("verdict"), "All 4 rules are kept");

    await goTo(page, "Plan");
    expect((await readTrades(page)).length).toBeGreaterThan(1);
    await expectLedgersToAddUp(page);

    // What is kept on the device comes back as it was.
    await expectSaved(page);
    await page.reload();
    await goTo(page, "Targets");
    await expectText(page.getByTestId("verdict"), "All 4 rules are kept");

    // Frozen into weights they are the same targets, and sum to 100 %.
    await page.getByTestId("way").getByText("Weights").click();
    await expectText(page.getByTestId("target-sum"), "100");
    await page.getByRole("button", { name: "Undo" }).first().click();
    await expectText(page.getByTestId("verdict"), "All 4 rules are kept");
    await end();
  });
});

it("by keyboard: the way, a rule, its number, its lock, and the smallest change", async () => {
  const { page, end } = await visit();
  const { keyboard } = page;
  await openSample(page);
  await addBuiltIn(page, "Type");
  await page.getByRole("button", { name: "Back to targets" }).first().press("Enter");
  await page.getByTestId("way").getByRole("radio", { name: "Weights" }).focus();
  await keyboard.press("ArrowRight");
  await expectText(page.getByTestId("verdict"), "No rules yet");
  await kind(page, "Type: Pure currency").focus();
  await keyboard.press("e");
  await keyboard.press("Tab");
  await keyboard.press("Control+a");
  await keyboard.type("60");
  await expectText(target(page, "Rules by Type", "Pure currency"), /60\.0\s%/);
  await keyboard.press("Tab");
  await keyboard.press("Space");
  expect(
    await page.getByRole("button", { name: "Lock the rule for Type: Pure currency" }).getAttribute("aria-pressed"),
  ).toBe("true");
  await kind(page, "BTC").focus();
  await keyboard.press("e");
  await keyboard.press("Tab");
  await keyboard.press("Control+a");
  await keyboard.type("50");
  await kind(page, "ETH").focus();
  await keyboard.press("e");
  await keyboard.press("Tab");
  await keyboard.press("Control+a");
  await keyboard.type("45");
  await expectText(page.getByTestId("verdict"), "ETH = 45");
  await page.getByRole("button", { name: "Use these" }).press("Enter");
  await expectText(page.getByTestId("verdict"), "All 3 rules are kept");
  // What is locked did not move.
  expect(await share(page, "Type: Pure currency").inputValue()).toBe("60");
  await end();
});

it.runIf(TELLS_OF_DOWNLOADS)(
  "a classification goes out into a file, and comes back after it was removed; rules about it go with it",
  async () => {
    const { page, end } = await visit();
    await openSample(page);
    await addBuiltIn(page, "Type");
    for (const name of ["Download", "For Portfolio Performance"]) {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
      const text = await contentOf(download);
      await toRulesOrBack(page);
      await exactly(page, "Type: Stablecoin", "0");
      await expectText(page.getByTestId("verdict"), "The rule is kept");
      await page.getByRole("button", { name: "Classifications" }).click();
      await page.getByRole("button", { name: "Remove the classification" }).click();
      await expectText(page.getByTestId("saying"), "Removed Type with 1 rule.");
      await page.getByRole("button", { name: "From a file" }).click();
      await page
        .getByTestId("classification-file")
        .setInputFiles({ name: "type.json", mimeType: "application/json", buffer: Buffer.from(text) });
      await expectText(page.getByTestId("classification-preview"), /23 classes,\s+6 assets of this portfolio/);
      await expectAccessible(page, "a classification from a file");
      await expectNoOverflow(page, "a classification from a file");
      await page.getByRole("button", { name: "Put it in" }).click();
      expect(await page.getByRole("combobox", { name: "Class of BTC" }).inputValue()).toBe("payment");
    }
    await page.getByRole("button", { name: "From a file" }).click();
    await page
      .getByTestId("classification-file")
      .setInputFiles({ name: "no.json", mimeType: "application/json", buffer: Buffer.from('{"categories":[{}]}') });
    await expectText(page.getByTestId("classification-problems"), "has no name");
    expect(await page.getByRole("button", { name: "Put it in" }).isDisabled()).toBe(true);
    await end();
  },
);

async function toRulesOrBack(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Back to targets" }).first().click();
  await page.getByTestId("way").getByText("Rules").click();
  await page.getByTestId("verdict").waitFor();
}

/** The place in the document of the field that has the focus. */
function focusedPointer(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element: Element | null = document.activeElement;
    while (element?.shadowRoot?.activeElement != null) element = element.shadowRoot.activeElement;
    return element?.getAttribute("data-pointer") ?? "";
  });
}
