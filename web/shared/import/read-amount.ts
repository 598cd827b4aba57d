/** An amount that may name its currency, by a sign ("€100.50") or by its code on either side ("100.50 USD"). */
import { readDecimal, type DecimalMark, type ReadDecimal } from "../read-decimal.js";
import { currencyOfSign, isIsoCurrency, readCurrency } from "./currency.js";

export type ReadAmount = ReadDecimal & {
  /** Left out where none is named, or by a sign that several share. */
  currency?: string;
  /** What is wrong with the currency; the number is then as good as unread. */
  fault?: string;
};

/** Three letters with a digit or a parenthesis beside them, as no word has. */
const CODE_BEFORE = /^([A-Za-z]{3})\s*(?=[-+\u2212(]?\p{Nd})/u;
const CODE_AFTER = /(?<=[\p{Nd})])\s*([A-Za-z]{3})$/u;

export function readAmount(cell: string, mark?: DecimalMark): ReadAmount {
  const plain = readDecimal(cell, mark);
  if (plain.kind !== "invalid") {
    const currency = currencyOfSign(plain.sign);
    return { ...plain, ...(currency === undefined ? {} : { currency }) };
  }
  const match = CODE_BEFORE.exec(cell) ?? CODE_AFTER.exec(cell);
  if (match === null) return plain;
  const named = readCurrency(match[1] ?? "");
  if (!named.ok) return { ...plain, fault: named.message };
  if (named.code === undefined || !isIsoCurrency(named.code)) return plain;
  const bare = readDecimal(cell.slice(0, match.index) + cell.slice(match.index + match[0].length), mark);
  // "€5 USD" names two.
  return bare.kind === "invalid" || bare.sign !== undefined ? plain : { ...bare, currency: named.code };
}
