import { readDecimal, shiftDecimal, negateDecimal } from "../../shared/decimal-text.js";

/**
 * What a person typed, made into what the document holds. A number that cannot be told for certain stays exactly as
 * typed: the engine then names the place, and nothing is lost or guessed.
 */

/** "1 234.5" → "1234.5"; "abc" stays "abc"; "1,234" stays, for it may be one and a bit or over a thousand. */
export function typedDecimal(typed: string): string {
  const read = readDecimal(typed);
  if (read.kind === "value") return read.value;
  // The page itself writes a point before decimals, so a point is taken for one.
  if (read.kind === "ambiguous" && read.mark === ".") return read.asDecimal;
  return typed.trim();
}

/** "12.5", "12,5" or "12.5 %" → "0.125". */
export function typedPercent(typed: string): string {
  const plain = typed.replace(/[%\uFF05\u066A]\s*$/u, "");
  const decimal = typedDecimal(plain);
  const read = readDecimal(decimal, ".");
  if (read.kind !== "value") return typed.trim();
  return shiftDecimal(read.value, -2) ?? typed.trim();
}

/** The amount of a withdrawal is kept negative; what is no number keeps its sign outside. */
export function withdrawn(amount: string): string {
  const read = readDecimal(amount, ".");
  return read.kind === "value" && !read.value.startsWith("-") ? negateDecimal(read.value) : amount;
}

/** Whether a text can only be read as one of two numbers, and which. */
export function twoReadings(typed: string): { asDecimal: string; asGrouped: string } | undefined {
  const read = readDecimal(typed);
  return read.kind === "ambiguous" ? read : undefined;
}
