/** What a person does on the page, in the page's own words. */
import { readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";

import type { Download, Locator, Page } from "playwright-core";
import { expect } from "vitest";

export type Step = "Holdings" | "Targets" | "Now vs target" | "Plan";

export function fixture(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
}

export async function openSample(page: Page): Promise<void> {
  await page.getByTestId("door-sample").click();
  await page.getByRole("heading", { name: "Holdings", level: 1 }).waitFor();
}

/** Opens a file of the fixtures, and its plan. */
export async function openPlan(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Open a Ballast file" }).click();
  await page.getByTestId("open-file").setInputFiles({ name, mimeType: "application/json", buffer: fixture(name) });
  await page.getByTestId("open-confirm").click();
  await page.getByRole("heading", { name: "Holdings", level: 1 }).waitFor();
  await goTo(page, "Plan");
  await page.getByTestId("trade-count").waitFor();
}

export async function deleteEverything(page: Page): Promise<void> {
  await page.getByTestId("menu-button").click();
  await page.getByRole("button", { name: /^Delete everything/ }).click();
  await page.getByTestId("delete-dialog").getByRole("button", { name: "Delete everything" }).click();
  await page.getByTestId("door-sample").waitFor();
}

export async function goTo(page: Page, step: Step): Promise<void> {
  await page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name: step }).click();
  await page.getByRole("heading", { name: step, level: 1 }).waitFor();
}

/** From the start screen: opens the dialog, gives it the file, and takes what was understood. */
export async function importFile(page: Page, name: string, data = fixture(name)): Promise<Locator> {
  await page.getByTestId("door-import").getByRole("button").click();
  await page.getByTestId("import-file").setInputFiles({ name, mimeType: "text/csv", buffer: data });
  const preview = page.getByTestId("import-preview");
  await preview.waitFor();
  return preview;
}

export async function confirmImport(page: Page): Promise<void> {
  await page.getByTestId("import-confirm").click();
  await page.getByRole("heading", { name: "Holdings", level: 1 }).waitFor();
}

export async function equalTargets(page: Page): Promise<void> {
  await goTo(page, "Targets");
  await page.getByRole("button", { name: "Equal weights" }).click();
  await expectText(page.getByTestId("target-sum"), /100/);
}

export interface TradeRow {
  side: string;
  symbol: string;
  quantity: string;
  value: string;
}

/** The plan's rows, once they are there. */
export async function readTrades(page: Page): Promise<TradeRow[]> {
  await page.getByTestId("trade-count").waitFor();
  const rows = await page.getByTestId("trade-row").all();
  return Promise.all(
    rows.map(async (row) => {
      const cells = (await row.getByRole("cell").allInnerTexts()).map((text) => text.trim());
      const [, quantity = "", , value = ""] = cells;
      const symbol = (await row.getByRole("rowheader").locator("bdi").first().innerText()).trim();
      return { side: (await row.getAttribute("data-side")) ?? "", symbol, quantity, value };
    }),
  );
}

/** Every ledger on the page must add up, to the cent, by the figures it shows. */
export async function expectLedgersToAddUp(page: Page): Promise<void> {
  const ledgers = await page.getByTestId("ledger").all();
  expect(ledgers.length).toBeGreaterThan(0);
  for (const ledger of ledgers) {
    const terms = await ledger.locator("dt").allInnerTexts();
    const amounts = (await ledger.locator("dd").allInnerTexts()).map(cents);
    let sum = 0n;
    terms.forEach((term, index) => {
      const amount = amounts[index] ?? 0n;
      if (term.includes("=")) expect(amount, inWords(terms, amounts)).toBe(sum);
      else sum += term.includes("\u2212") ? -amount : amount;
    });
  }
}

function inWords(terms: string[], amounts: bigint[]): string {
  return terms.map((term, index) => `${term}: ${String(amounts[index])}`).join(", ");
}

export function cents(text: string): bigint {
  const match = /^([-\u2212]?)([\d,]+)\.(\d{2})/.exec(text.trim());
  if (match === null) throw new Error(`not an amount with cents: ${text}`);
  const amount = BigInt((match[2] ?? "").replaceAll(",", "") + (match[3] ?? ""));
  return match[1] === "" ? amount : -amount;
}

export async function expectText(locator: Locator, pattern: RegExp | string): Promise<void> {
  await expect.poll(() => locator.innerText(), { timeout: 15_000 }).toMatch(pattern);
}

export async function expectSaved(page: Page): Promise<void> {
  await expectText(page.getByTestId("saved-state"), "Saved on this device");
}

/** The offline copy is whole and answers for this page. */
export async function whenKept(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
}

export async function contentOf(download: Download): Promise<string> {
  return (await buffer(await download.createReadStream())).toString();
}
