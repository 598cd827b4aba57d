/** What is in no class on purpose stays there: neither its market cap nor the catalogue, nor a file, puts it in one. */
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";

import { expectAccessible, expectNoOverflow } from "./support/accessible.js";
import { TELLS_OF_DOWNLOADS } from "./support/engine.js";
import { contentOf, expectSaved, expectText, goTo, openSample } from "./support/steps.js";
import { PHONE, visit } from "./support/visit.js";

const ON_PURPOSE = "In no class, on purpose";
const classOf = (page: Page, asset: string): Locator => page.getByRole("combobox", { name: `Class of ${asset}` });
const rowOf = (page: Page, asset: string): Locator => page.getByTestId("member-row").filter({ hasText: asset });

async function chosen(select: Locator): Promise<string> {
  return (await select.locator("option:checked").innerText()).trim();
}

async function addBuiltIn(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: `Add ${name}`, exact: true }).click();
  await page.getByTestId("chooser").getByRole("radio", { name }).waitFor();
}

it.runIf(TELLS_OF_DOWNLOADS)("an asset, and cash, in no class although the catalogue knows one", async () => {
  const { page, end } = await visit({ viewport: PHONE });
  await openSample(page);
  await goTo(page, "Targets");
  await page.getByRole("button", { name: "Classifications" }).click();
  await addBuiltIn(page, "Type");
  await expectText(rowOf(page, "BTC"), "Catalogue");
  for (const asset of ["BTC", "Cash"]) await classOf(page, asset).selectOption(ON_PURPOSE);
  await expectText(rowOf(page, "BTC"), "You");
  expect(await page.getByTestId("fill-note").count()).toBe(0);
  // Said of nothing is another thing, which the catalogue offers to mend.
  await classOf(page, "ETH").selectOption("Not classified yet");
  await expectText(page.getByTestId("fill-note"), "The catalogue knows ETH");
  await page.getByRole("button", { name: "Fill in" }).click();
  expect(await chosen(classOf(page, "ETH"))).not.toBe("Not classified yet");
  expect(await chosen(classOf(page, "BTC"))).toBe(ON_PURPOSE);
  await expectAccessible(page, "in no class");
  await expectNoOverflow(page, "in no class");

  await expectSaved(page);
  await page.reload();
  await classOf(page, "BTC").waitFor();
  expect(await chosen(classOf(page, "BTC"))).toBe(ON_PURPOSE);
  expect(await chosen(classOf(page, "Cash"))).toBe(ON_PURPOSE);

  // Out into a file, and back.
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download", exact: true }).click(),
  ]);
  const buffer = Buffer.from(await contentOf(file));
  await page.getByRole("button", { name: "Remove the classification" }).click();
  await page.getByRole("button", { name: "From a file" }).click();
  await page.getByTestId("classification-file").setInputFiles({ name: "t.json", mimeType: "application/json", buffer });
  await page.getByRole("button", { name: "Put it in" }).click();
  expect(await chosen(classOf(page, "BTC"))).toBe(ON_PURPOSE);
  await end();
});

it("an asset in no tier although its market cap reaches one", async () => {
  const { page, end } = await visit();
  await openSample(page);
  await goTo(page, "Targets");
  await page.getByRole("button", { name: "Classifications" }).click();
  await addBuiltIn(page, "Market cap");
  const caps = page.getByRole("textbox", { name: /^Market cap of/ });
  for (const cap of await caps.all()) await cap.fill("2000000000000");
  await goTo(page, "Now vs target");
  const large = page.getByTestId("class-row").filter({ hasText: "Large" });
  await large.waitFor();
  await page.goBack();
  const classes = page.getByRole("combobox", { name: /^Class of/ });
  await classes.first().waitFor();
  expect(await chosen(classOf(page, "BTC"))).toBe("By market cap");
  for (const select of await classes.all()) await select.selectOption(ON_PURPOSE);
  await goTo(page, "Now vs target");
  await expectText(page.getByTestId("class-row").filter({ hasText: "Unclassified" }), /100\.0\s%/);
  expect(await large.count()).toBe(0);
  await end();
});

it("one of a file's several taxonomies", async () => {
  const { page, end } = await visit();
  await openSample(page);
  await goTo(page, "Targets");
  await page.getByRole("button", { name: "Classifications" }).click();
  await page.getByRole("button", { name: "From a file" }).click();
  const taxonomy = (name: string, weight: number) => ({
    name,
    categories: [{ name: "Coins", key: "c" }],
    instruments: [{ identifiers: { ticker: "BTC" }, categories: [{ key: "c", weight }] }],
  });
  const text = JSON.stringify([taxonomy("One", 100), taxonomy("Two", 62.5), taxonomy("Wrong", 10000)]);
  await page
    .getByTestId("classification-file")
    .setInputFiles({ name: "all.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await expectText(page.getByTestId("classification-preview"), /One\s*: 1 class/);
  const which = page.getByRole("combobox", { name: "Which of its taxonomies" });
  await which.selectOption("Wrong");
  await expectText(page.getByTestId("classification-problems"), "is not a number from 0 to 100");
  await which.selectOption("Two");
  await expectText(page.getByTestId("classification-preview"), /Two\s*: 1 class/);
  await expectAccessible(page, "several taxonomies");
  await page.getByRole("button", { name: "Put it in" }).click();
  await expectText(page.getByTestId("chooser"), "Two");
  expect(await page.getByRole("textbox", { name: "Share 1 of BTC" }).inputValue()).toBe("62.5");
  await end();
});

it("rules that conflict are told on the plan screen, with the way to them", async () => {
  const { page, end } = await visit();
  await openSample(page);
  await goTo(page, "Targets");
  await page.getByRole("button", { name: "Classifications" }).click();
  await addBuiltIn(page, "Type");
  await page.getByRole("button", { name: "Back to targets" }).first().click();
  await page.getByTestId("way").getByText("Rules").click();
  for (const of of ["Type: Pure currency", "Type: Shares and share funds"]) {
    await page.getByRole("combobox", { name: `Rule for ${of}`, exact: true }).selectOption("exact");
    await page.getByRole("textbox", { name: `Share of ${of}`, exact: true }).fill("60");
  }
  await expectText(page.getByTestId("verdict"), "cannot be kept together");
  await goTo(page, "Plan");
  await expectText(page.getByTestId("rules-conflict"), /The rules cannot all be kept: .*Pure currency.*Shares/);
  await expectAccessible(page, "a plan of rules in conflict");
  await page.getByRole("button", { name: "Change the rules" }).click();
  await page.getByRole("heading", { name: "Targets", level: 1 }).waitFor();
  await end();
});
