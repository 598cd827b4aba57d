import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readDecimal, type DecimalMark } from "../../../web/shared/read-decimal.js";

function value(text: string, mark?: DecimalMark): string {
  const read = readDecimal(text, mark);
  return read.kind === "value" ? read.value : read.kind === "invalid" ? read.code : read.kind;
}

describe("readDecimal", () => {
  it.each([
    ["0", "0"],
    ["-0", "0"],
    ["007", "7"],
    ["1.50", "1.5"],
    [".5", "0.5"],
    ["5.", "5"],
    ["1.234,56", "1234.56"],
    ["1,234.56", "1234.56"],
    ["1'234.56", "1234.56"],
    ["1’234.56", "1234.56"],
    ["1 234,56", "1234.56"],
    ["1\u00A0234,56", "1234.56"],
    ["1\u202F234,56", "1234.56"],
    ["1\u2009234,56", "1234.56"],
    ["12,34,567.89", "1234567.89"],
    ["1,234,567", "1234567"],
    ["1.234.567", "1234567"],
    ["1.234.567,8", "1234567.8"],
    ["1234,567", "1234.567"],
    ["0,123", "0.123"],
    ["0.001", "0.001"],
    ["1,5", "1.5"],
    ["12,34", "12.34"],
    ["١٢٣٫٤٥", "123.45"],
    ["١٬٢٣٤٫٥", "1234.5"],
    ["۱۲۳", "123"],
    ["１２．５", "12.5"],
    ["\u22125", "-5"],
    ["\u061C-5", "-5"],
    ["\u200E-\u200E5", "-5"],
    ["(5.25)", "-5.25"],
    ["+7", "7"],
    ["€ 12.50", "12.5"],
    ["12,50 €", "12.5"],
    ["-$1,234.50", "-1234.5"],
    ["$-5", "-5"],
    ["US$ 5", "5"],
    ["₿0.5", "0.5"],
    ["1.5E-7", "0.00000015"],
    ["1e3", "1000"],
    ["1.234E+3", "1234"],
    ["2.5e\u22123", "0.0025"],
    ["100000000000000000000", "100000000000000000000"],
    ["0.000000000000000001", "0.000000000000000001"],
    ["1.000000000000000000000000", "1"],
  ])("reads %j as %s", (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it.each([
    ["", "number/empty"],
    ["   ", "number/empty"],
    ["abc", "number/not_a_number"],
    ["NaN", "number/not_a_number"],
    ["Infinity", "number/not_a_number"],
    ["-inf", "number/not_a_number"],
    ["∞", "number/not_a_number"],
    ["#N/A", "number/not_a_number"],
    ["1/2", "number/not_a_number"],
    ["1.2.3", "number/not_a_number"],
    ["1,2,3", "number/not_a_number"],
    ["1,23.4,5", "number/not_a_number"],
    ["1.23,456.7", "number/not_a_number"],
    ["12 34", "number/not_a_number"],
    ["--5", "number/not_a_number"],
    ["(-5)", "number/not_a_number"],
    ["5-", "number/not_a_number"],
    ["0x10", "number/not_a_number"],
    ["1e", "number/not_a_number"],
    ["=1+1", "number/not_a_number"],
    ["G", "number/not_a_number"],
    ["1G234", "number/not_a_number"],
    ["1".repeat(101), "number/not_a_number"],
    ["5%", "number/percent"],
    ["5 ٪", "number/percent"],
    ["1e400", "number/too_large"],
    ["1e308", "number/too_large"],
    ["100000000000000000000.1", "number/too_large"],
    ["1e-19", "number/too_precise"],
    ["1e-9999", "number/too_precise"],
    ["0.1234567890123456789", "number/too_precise"],
  ])("refuses %j: %s", (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it("calls a lone group of three ambiguous, unless told", () => {
    expect(readDecimal("1,234")).toMatchObject({ kind: "ambiguous", asDecimal: "1.234", asGrouped: "1234", mark: "," });
    expect(readDecimal("-1.234")).toMatchObject({ kind: "ambiguous", asDecimal: "-1.234", asGrouped: "-1234" });
    expect(readDecimal("$1,234")).toMatchObject({ kind: "ambiguous", sign: "$" });
    expect(value("1,234", ".")).toBe("1234");
    expect(value("1,234", ",")).toBe("1.234");
    expect(value("1.234", ",")).toBe("1234");
  });

  it("tells which mark a number proves", () => {
    const mark = (text: string) => {
      const read = readDecimal(text);
      return read.kind === "value" ? read.mark : undefined;
    };
    expect(mark("1,5")).toBe(",");
    expect(mark("1.5")).toBe(".");
    expect(mark("1,234,567")).toBe(".");
    expect(mark("1.234.567")).toBe(",");
    expect(mark("15")).toBeUndefined();
    expect(mark("1 234")).toBeUndefined();
  });

  it("reads back what Intl writes, exactly, in every style", () => {
    const locales = ["en", "de", "de-CH", "fr", "es", "it", "sv", "hi", "ar-EG", "fa", "pt-PT", "ja"];
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 32n), max: 10n ** 32n }),
        fc.integer({ min: 0, max: 18 }),
        fc.constantFrom(...locales),
        (digits, places, locale) => {
          const negative = digits < 0n;
          const padded = (negative ? -digits : digits).toString().padStart(places + 1, "0");
          const whole = padded.slice(0, padded.length - places);
          const text = (negative ? "-" : "") + whole + (places > 0 ? `.${padded.slice(padded.length - places)}` : "");
          fc.pre(whole.length <= 20);
          const written = new Intl.NumberFormat(locale, { maximumFractionDigits: 18 }).format(
            text as unknown as number,
          );
          const read = readDecimal(written);
          const plain = readDecimal(text);
          const expected =
            plain.kind === "value" ? plain.value : plain.kind === "ambiguous" ? plain.asDecimal : undefined;
          if (read.kind === "ambiguous") expect([read.asDecimal, read.asGrouped]).toContain(expected);
          else expect(read).toMatchObject({ kind: "value", value: expected });
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("never throws and never gives anything but a decimal", () => {
    const characters = fc.constantFrom(..."0123456789.,' -+()€$%eE٫٬١\u2212\u00A0\u202FG\0∞");
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 24 }), (text) => {
        const read = readDecimal(text);
        if (read.kind === "value") expect(read.value).toMatch(/^-?(0|[1-9]\d*)(\.\d{1,18})?$/);
      }),
      { numRuns: 5000 },
    );
  });
});
