import {
  canonicalDecimal,
  formatDecimal,
  isDecimalText,
  negateDecimal,
  shiftDecimal,
} from "../../shared/decimal-text.js";

/**
 * How figures are written on the page. One notation everywhere (1,234.56): a page in English that wrote its sums in the
 * reader's locale and its fields in another would invite the very mistake of a thousandfold.
 *
 * Everything works on decimal text; no figure becomes a double. What is not a decimal is shown as it stands, for it is
 * what a person typed.
 */

const LOCALE = "en";
/** Holds a figure and its unit together at the end of a line. */
const THIN = "\u202f";
const MINUS = "\u2212";

/** Money, rounded for show to the currency's minor unit. */
export function showMoney(text: string, minorUnitDigits: number): string {
  return show(text, minorUnitDigits, minorUnitDigits);
}

/** A difference of money, with its sign: "+1,250.00". */
export function showMoneySigned(text: string, minorUnitDigits: number): string {
  const shown = showMoney(text, minorUnitDigits);
  return isDecimal(text) && /[1-9]/.test(shown) && !shown.startsWith(MINUS) ? `+${shown}` : shown;
}

/** A quantity or price with all its digits, grouped. */
export function showExact(text: string, leastDigits = 0): string {
  return show(text, leastDigits, 18);
}

/** A price with every digit it has, and at least the currency's minor digits: "0.00001234", "61,250.00". */
export function showPrice(text: string, minorUnitDigits: number): string {
  return showExact(text, minorUnitDigits);
}

/** A weight as per cent, rounded for show. A share too small to show is said to be small, not to be nothing. */
export function showShare(weight: string, digits = 1): string {
  const percent = isDecimal(weight) ? shiftDecimal(weight, 2) : undefined;
  if (percent === undefined) return weight;
  const shown = show(percent, digits, digits);
  if (isZero(percent) || !/^[−0.]+$/u.test(shown)) return `${shown}${THIN}%`;
  const smallest = show(shiftDecimal("1", -digits) ?? "0", digits, digits);
  return `${percent.startsWith("-") ? `>${MINUS}` : "<"}${smallest}${THIN}%`;
}

/** A weight as per cent without zeros at its end: "4 %", "12.25 %". */
export function showShareShort(weight: string): string {
  return showShare(weight, 2).replace(/\.?0+(?=\u202f)/u, (zeros, at: number, text: string) =>
    text.slice(0, at).includes(".") || zeros.startsWith(".") ? "" : zeros,
  );
}

/** A weight as per cent with all its digits, for fields and titles: "33.333333". */
export function percentText(weight: string): string {
  if (!isDecimal(weight)) return weight;
  return shiftDecimal(weight, 2) ?? weight;
}

/** A difference of weights in percentage points, with its sign: "+2.4 pp"; without, where words give the direction. */
export function showPoints(difference: string, sign: "signed" | "unsigned" = "signed", digits = 1): string {
  const points = isDecimal(difference) ? shiftDecimal(difference, 2) : undefined;
  if (points === undefined) return difference;
  const unsigned = points.startsWith("-") ? negateDecimal(points) : points;
  const shown = show(unsigned, digits, digits);
  if (isZero(unsigned)) return `${shown}${THIN}pp`;
  if (/^[0.]+$/.test(shown)) return `<${show(shiftDecimal("1", -digits) ?? "0", digits, digits)}${THIN}pp`;
  const signShown = sign === "unsigned" ? "" : points.startsWith("-") ? MINUS : "+";
  return `${signShown}${shown}${THIN}pp`;
}

/** A dimensionless figure such as a chi-square, to so many significant-looking digits. */
export function showPlain(text: string, digits = 4): string {
  const shown = show(text, 0, digits);
  return shown === "0" && isDecimal(text) && !isZero(text) ? `<${shiftDecimal("1", -digits) ?? "0"}` : shown;
}

/** The same with a fixed number of digits, where figures stand below each other: "2.0". */
export function showFixed(text: string, digits: number): string {
  return show(text, digits, digits);
}

export function isDecimal(text: string): boolean {
  return isDecimalText(text);
}

export function isZero(text: string): boolean {
  return /^-?0*(?:\.0*)?$/.test(text) && text !== "";
}

/** For geometry only (bars, scales): never for a figure that is read. */
export function roughly(text: string): number {
  const value = Number(text);
  return Number.isFinite(value) ? value : 0;
}

function show(text: string, least: number, most: number): string {
  if (!isDecimal(text)) return text;
  const shown = formatDecimal(canonicalDecimal(text), {
    locale: LOCALE,
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  });
  // Rounding for show can leave a minus before nothing.
  return /^-[0.]+$/.test(shown) ? shown.slice(1) : shown.replace("-", MINUS);
}
