/**
 * Exact decimals as text ("-12.5"), the form in which they cross every border of the program: at most 18 fractional
 * digits, no exponent, no grouping, magnitude at most 1e20. Sums are made on integers, so nothing is rounded here.
 */

export const FRACTION_DIGITS = 18;

const SCALE = 10n ** 18n;
const LARGEST = 10n ** 20n * SCALE;
const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d{1,18})?$/;

/** A decimal the core accepts as written. */
export function isDecimalText(text: string): boolean {
  return text.length <= 41 && PLAIN.test(text) && fits(scaled(text));
}

/** Shortest form: no trailing zeros, no "-0". The text must be a decimal. */
export function canonicalDecimal(text: string): string {
  return toText(scaled(text));
}

export function addDecimals(a: string, b: string): string {
  return toText(scaled(a) + scaled(b));
}

export function negateDecimal(text: string): string {
  return toText(-scaled(text));
}

/** -1, 0 or 1, as for sorting. */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  const difference = scaled(a) - scaled(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * The decimal with its point moved: `places` 2 turns a weight into per cent, -2 per cent into a weight. Exact;
 * undefined where the result would need more than 18 fractional digits or exceed 1e20.
 */
export function shiftDecimal(text: string, places: number): string | undefined {
  const value = scaled(text);
  const factor = 10n ** BigInt(Math.abs(places));
  if (places < 0 && value % factor !== 0n) return undefined;
  const moved = places < 0 ? value / factor : value * factor;
  return fits(moved) ? toText(moved) : undefined;
}

export interface DecimalFormat {
  /** Default: the reader's. */
  locale?: string;
  /** Zeros are added up to here. */
  minimumFractionDigits?: number;
  /** Digits beyond are rounded half to even *for display only*. Default: all there are. */
  maximumFractionDigits?: number;
  signDisplay?: "auto" | "always" | "exceptZero" | "never";
  grouping?: boolean;
}

const formatters = new Map<string, Intl.NumberFormat>();

/** For people to read: the locale's digits, groups and separator. Exact: the text never becomes a double. */
export function formatDecimal(text: string, format: DecimalFormat = {}): string {
  const key = JSON.stringify(format);
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    const least = format.minimumFractionDigits ?? 0;
    formatter = new Intl.NumberFormat(format.locale, {
      minimumFractionDigits: least,
      maximumFractionDigits: Math.max(least, format.maximumFractionDigits ?? FRACTION_DIGITS),
      signDisplay: format.signDisplay ?? "auto",
      useGrouping: format.grouping ?? true,
      roundingMode: "halfEven",
    });
    formatters.set(key, formatter);
  }
  // Given a string, `format` reads its digits; the cast only tells older type libraries so.
  return formatter.format(text as unknown as number);
}

/** In units of 1e-18. */
function scaled(text: string): bigint {
  const negative = text.startsWith("-");
  const digits = negative ? text.slice(1) : text;
  const point = digits.indexOf(".");
  const whole = point < 0 ? digits : digits.slice(0, point);
  const fraction = point < 0 ? "" : digits.slice(point + 1);
  const value = BigInt(whole + fraction.padEnd(FRACTION_DIGITS, "0"));
  return negative ? -value : value;
}

function toText(value: bigint): string {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(FRACTION_DIGITS + 1, "0");
  const whole = digits.slice(0, -FRACTION_DIGITS);
  const fraction = digits.slice(-FRACTION_DIGITS).replace(/0+$/, "");
  return (negative ? "-" : "") + whole + (fraction === "" ? "" : `.${fraction}`);
}

function fits(value: bigint): boolean {
  return value <= LARGEST && value >= -LARGEST;
}

export { readDecimal, type ReadDecimal } from "./read-decimal.js";
