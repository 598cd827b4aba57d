import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  addDecimals,
  canonicalDecimal,
  compareDecimals,
  formatDecimal,
  isDecimalText,
  negateDecimal,
  shiftDecimal,
} from "../../../web/shared/decimal-text.js";

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n }), fc.integer({ min: 0, max: 18 }))
  .map(([digits, places]) => {
    const negative = digits < 0n;
    const padded = (negative ? -digits : digits).toString().padStart(places + 1, "0");
    const fraction = padded.slice(padded.length - places);
    return (negative ? "-" : "") + padded.slice(0, padded.length - places) + (places > 0 ? `.${fraction}` : "");
  });

describe("decimal text", () => {
  it("knows what the core accepts as written", () => {
    for (const text of ["0", "-1", "1.5", "0.000000000000000001", "100000000000000000000", "-0.10"]) {
      expect(isDecimalText(text), text).toBe(true);
    }
    const refused = ["", "-", "01", ".5", "5.", "1e3", "+1", "1,5", " 1", "NaN", "0.1234567890123456789"];
    for (const text of [...refused, "100000000000000000000.000000000000000001", "9".repeat(60)]) {
      expect(isDecimalText(text), text).toBe(false);
    }
  });

  it("adds exactly where doubles do not", () => {
    expect(addDecimals("0.1", "0.2")).toBe("0.3");
    expect(["0.333333333333333333", "0.333333333333333333", "0.333333333333333334"].reduce(addDecimals)).toBe("1");
    expect(addDecimals("1", "-0.99")).toBe("0.01");
    expect(addDecimals("99999999999999999999", "0.000000000000000001")).toBe("99999999999999999999.000000000000000001");
    expect(negateDecimal("0")).toBe("0");
    expect(canonicalDecimal("-0.00")).toBe("0");
    expect(compareDecimals("1.10", "1.1")).toBe(0);
  });

  it("keeps the laws of arithmetic", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(addDecimals(a, b)).toBe(addDecimals(b, a));
        expect(addDecimals(addDecimals(a, b), negateDecimal(b))).toBe(canonicalDecimal(a));
        expect(addDecimals(a, negateDecimal(a))).toBe("0");
        expect(compareDecimals(a, b)).toBe(-compareDecimals(b, a) + 0);
      }),
    );
  });

  it("moves the point between weights and per cent, or says that it cannot", () => {
    expect(shiftDecimal("0.25", 2)).toBe("25");
    expect(shiftDecimal("33.333", -2)).toBe("0.33333");
    expect(shiftDecimal("0.00000000000000001", -2)).toBeUndefined();
    expect(shiftDecimal("100000000000000000000", 1)).toBeUndefined();
  });

  it("formats without going through a double", () => {
    expect(formatDecimal("12345678901234567.123456789012345678", { locale: "en" })).toBe(
      "12,345,678,901,234,567.123456789012345678",
    );
    expect(formatDecimal("-1234.5", { locale: "de", minimumFractionDigits: 2 })).toBe("-1.234,50");
    expect(formatDecimal("1.005", { locale: "en", maximumFractionDigits: 2 })).toBe("1");
  });
});
