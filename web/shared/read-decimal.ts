/**
 * Reads a number as people and programs write it: "1.234,56", "1,234.56", "1'234.56", "١٢٫٥", "−5", "(5)", "€ 12.50",
 * "1.5E-7". What cannot be told for certain is said to be ambiguous ("1,234": one and a bit, or over a thousand?).
 */

export type DecimalMark = "." | ",";

export type ReadDecimal =
  | {
      kind: "value";
      /** DecimalText, shortest form. */
      value: string;
      /** The decimal mark this number proves its writer to use. */
      mark?: DecimalMark;
      /** The currency sign it carried. */
      sign?: string;
    }
  | { kind: "ambiguous"; asDecimal: string; asGrouped: string; mark: DecimalMark; sign?: string }
  | { kind: "invalid"; code: InvalidNumber; message: string };

export type InvalidNumber =
  "number/empty" | "number/not_a_number" | "number/percent" | "number/too_precise" | "number/too_large";

const MESSAGES: Record<InvalidNumber, string> = {
  "number/empty": "There is no number here.",
  "number/not_a_number": "This is not a number.",
  "number/percent": "This is a percentage; a plain number is needed here.",
  "number/too_precise": "This number has more than 18 decimal places.",
  "number/too_large": "This number is larger than 100,000,000,000,000,000,000.",
};

/** Longer texts are no numbers of ours; this also bounds the work below. */
const LONGEST = 100;

const MINUS = /^[-\u2212\uFE63\uFF0D]/u;
/** Invisible marks that formatted numbers carry in right-to-left text. */
const BIDI_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** Written between groups of three and never before decimals: spaces of all kinds, apostrophes, the Arabic comma. */
const SURE_GROUP_MARKS = /[\u0020\u00A0\u2007\u2009\u202F'\u2019\u066C]/gu;
const GROUPS_OF_THREE = /^\d{1,3}(?:G\d{3})+$/;
const INDIAN_GROUPS = /^\d{1,2}(?:G\d{2})+G\d{3}$/;
const ZERO_DIGITS = [0x30, 0x660, 0x6f0, 0x966, 0xff10];

/** `mark`: how to take an ambiguous number, when something else has told. */
export function readDecimal(text: string, mark?: DecimalMark): ReadDecimal {
  if (text.length > LONGEST) return invalid("number/not_a_number");
  let rest = toLatinDigits(text.replace(BIDI_MARKS, "")).trim();
  if (rest === "") return invalid("number/empty");
  if (/[%\u066A\u2030\uFF05]/u.test(rest)) return invalid("number/percent");

  let negative = false;
  const accounting = /^\((.*)\)$/u.exec(rest);
  if (accounting?.[1] !== undefined) {
    negative = true;
    rest = accounting[1].trim();
  }
  const stripped = stripSigns(rest);
  if (stripped === undefined || (negative && stripped.negative)) return invalid("number/not_a_number");
  negative ||= stripped.negative;

  const exponentMatch = /^(.*\d\.?)[eE]([-+\u2212]?\d{1,4})$/u.exec(stripped.rest);
  const body = exponentMatch?.[1] ?? stripped.rest;
  const exponent = Number((exponentMatch?.[2] ?? "0").replace("\u2212", "-"));
  // Scientific notation is written by programs, and programs write a decimal point.
  const parts = splitParts(body, exponentMatch === null ? mark : (mark ?? "."));
  if (parts === undefined) return invalid("number/not_a_number");

  const sign = stripped.sign === "" ? {} : { sign: stripped.sign };
  const value = expand(negative, parts.whole, parts.fraction, exponent);
  if (!value.ok) return invalid(value.code);
  if (parts.other !== undefined) {
    const grouped = expand(negative, parts.other, "", exponent);
    if (!grouped.ok) return invalid(grouped.code);
    return { kind: "ambiguous", asDecimal: value.text, asGrouped: grouped.text, mark: parts.ambiguousMark, ...sign };
  }
  return {
    kind: "value",
    value: value.text,
    ...(parts.proves === undefined ? {} : { mark: parts.proves }),
    ...sign,
  };
}

interface Parts {
  whole: string;
  fraction: string;
  proves?: DecimalMark;
  /** The other reading of an ambiguous number, as an integer. */
  other?: string;
  ambiguousMark: DecimalMark;
}

function splitParts(body: string, mark: DecimalMark | undefined): Parts | undefined {
  if (/[A-Za-z]/.test(body)) return undefined;
  const text = body
    .replace(/\u066B/gu, ".")
    .replace(/\uFF0C/gu, ",")
    .replace(/\uFF0E/gu, ".");
  const arabic = text !== body;
  const sure = text.replace(SURE_GROUP_MARKS, "G");
  const points = count(sure, ".");
  const commas = count(sure, ",");
  const hasSureGroups = sure.includes("G");

  // Which of "." and "," is the decimal mark, if one is there?
  let decimal: DecimalMark | undefined;
  let proves: DecimalMark | undefined;
  if (points > 0 && commas > 0) {
    decimal = sure.lastIndexOf(".") > sure.lastIndexOf(",") ? "." : ",";
    if (count(sure, decimal) !== 1 || hasSureGroups) return undefined;
    proves = decimal;
  } else if (points + commas === 1) {
    const used: DecimalMark = points === 1 ? "." : ",";
    const [before = "", after = ""] = sure.split(used);
    const groupLike = !hasSureGroups && !arabic && /^[1-9]\d{0,2}$/.test(before) && /^\d{3}$/.test(after);
    if (!groupLike) {
      decimal = used;
      proves = used;
    } else if (mark === undefined) {
      return { whole: before, fraction: after, other: before + after, ambiguousMark: used };
    } else if (mark === used) {
      decimal = used;
    }
  } else if (points + commas > 1) {
    proves = points > 0 ? "," : ".";
  }

  const at = decimal === undefined ? -1 : sure.lastIndexOf(decimal);
  const wholeWritten = at < 0 ? sure : sure.slice(0, at);
  const fraction = at < 0 ? "" : sure.slice(at + 1);
  const grouped = wholeWritten.replace(/[.,]/g, "G");
  const whole = grouped.replace(/G/g, "");
  if (!/^\d*$/.test(whole) || !/^\d*$/.test(fraction) || whole + fraction === "") return undefined;
  const wellGrouped = !grouped.includes("G") || GROUPS_OF_THREE.test(grouped) || INDIAN_GROUPS.test(grouped);
  if (!wellGrouped) return undefined;
  return { whole, fraction, ambiguousMark: ".", ...(proves === undefined ? {} : { proves }) };
}

/** Minus, plus and currency signs off both ends, in whatever order they stand. */
function stripSigns(text: string): { rest: string; negative: boolean; sign: string } | undefined {
  let rest = text;
  let negative = false;
  let signed = false;
  let sign = "";
  for (;;) {
    const currency = /^(?:[A-Z]{1,3}\$|\p{Sc})/u.exec(rest) ?? /\p{Sc}$/u.exec(rest);
    if (currency !== null && sign === "") {
      sign = currency[0];
      rest = (currency.index === 0 ? rest.slice(sign.length) : rest.slice(0, -sign.length)).trim();
    } else if (!signed && (MINUS.test(rest) || rest.startsWith("+"))) {
      signed = true;
      negative = !rest.startsWith("+");
      rest = rest.slice(1).trim();
    } else {
      break;
    }
  }
  return /^[\d.,\u066B\uFF0C\uFF0E]/u.test(rest) ? { rest, negative, sign } : undefined;
}

type Expanded = { ok: true; text: string } | { ok: false; code: InvalidNumber };

function expand(negative: boolean, whole: string, fraction: string, exponent: number): Expanded {
  let digits = whole + fraction;
  let places = fraction.length - exponent;
  while (places > 0 && digits.endsWith("0")) {
    digits = digits.slice(0, -1);
    places -= 1;
  }
  digits = digits.replace(/^0+/, "");
  if (digits === "") return { ok: true, text: "0" };
  if (places > 18) return { ok: false, code: "number/too_precise" };
  if (digits.length - places > 21) return { ok: false, code: "number/too_large" };
  if (places < 0) {
    digits += "0".repeat(-places);
    places = 0;
  }
  const padded = digits.padStart(places + 1, "0");
  const wholeText = padded.slice(0, padded.length - places);
  const fractionText = padded.slice(padded.length - places);
  const largest = 10n ** 20n;
  const wholeValue = BigInt(wholeText);
  if (wholeValue > largest || (wholeValue === largest && fractionText !== "")) {
    return { ok: false, code: "number/too_large" };
  }
  return { ok: true, text: (negative ? "-" : "") + wholeText + (fractionText === "" ? "" : `.${fractionText}`) };
}

function toLatinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZERO_DIGITS.find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function invalid(code: InvalidNumber): ReadDecimal {
  return { kind: "invalid", code, message: MESSAGES[code] };
}
