import type { BallastDocument, Description } from "../../../wasm/planner/planner.js";
import { currencyCode } from "../parts/asset-lookup.js";

/** Changes to the currency that a document is counted in, made on a draft. */

const MOST_LETTERS = 8;

/** How many digits after the point an amount may be settled to: 2 for cents. */
export const allDigits: readonly number[] = Array.from({ length: 19 }, (_, digits) => digits);

/** Whether it is told by its own code and digits, or has to be because the engine does not know the code. */
export function isOwn({ base_currency: currency }: BallastDocument, description: Description | null): boolean {
  if (typeof currency !== "string") return true;
  return description !== null && !description.currencies.some(({ code }) => code === currency);
}

/** Codes are in capitals, begin with a letter and have no spaces. */
export function setCode(document: BallastDocument, typed: string): void {
  const code = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .replace(/^\d+/, "")
    .slice(0, MOST_LETTERS);
  if (typeof document.base_currency === "string") document.base_currency = code;
  else document.base_currency.code = code;
}

/** The code stays; with digits of its own it need not be one that the engine lists. */
export function setDigits(document: BallastDocument, digits: number): void {
  document.base_currency = { code: currencyCode(document), minor_unit_digits: digits };
}

/** "1", "0.1", "0.01", and with many digits how many: nobody counts zeros. */
export function smallestAmount(digits: number): string {
  if (digits === 0) return "1";
  const amount = `0.${"1".padStart(digits, "0")}`;
  return digits < 4 ? amount : `${amount} (${digits} decimals)`;
}
