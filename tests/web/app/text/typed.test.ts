import { describe, expect, it } from "vitest";

import { newId } from "../../../../web/app/text/asset-ids.js";
import { twoReadings, typedDecimal, typedPercent } from "../../../../web/app/text/typed.js";

describe("a typed number", () => {
  it.each([
    ["1234.5", "1234.5"],
    ["1,234.50", "1234.5"],
    ["1.234,50", "1234.5"],
    ["12,5", "12.5"],
    ["1.234", "1.234"],
    ["−5", "-5"],
    ["$ 12.50", "12.5"],
    ["12.", "12"],
    ["٣٫٥", "3.5"],
    ["1.123456789012345678", "1.123456789012345678"],
  ])("%s is %s", (typed, stored) => {
    expect(typedDecimal(typed)).toBe(stored);
  });

  it.each(["abc", "1,234", "12,34,5", "--5", "1.1234567890123456789", "NaN", "Infinity"])(
    "%s stays as typed",
    (typed) => {
      expect(typedDecimal(typed)).toBe(typed);
    },
  );

  it("that can be read in two ways says which", () => {
    expect(twoReadings("1,234")).toMatchObject({ asDecimal: "1.234", asGrouped: "1234" });
    expect(twoReadings("12")).toBeUndefined();
  });
});

describe("a typed percentage", () => {
  it.each([
    ["12.5", "0.125"],
    ["12,5 %", "0.125"],
    ["100%", "1"],
    ["0", "0"],
    ["33.3333333333333333", "0.333333333333333333"],
    ["-5", "-0.05"],
  ])("%s is %s", (typed, stored) => {
    expect(typedPercent(typed)).toBe(stored);
  });

  it.each(["abc", "12 % of it", "33.33333333333333333"])("%s stays as typed", (typed) => {
    expect(typedPercent(typed)).toBe(typed);
  });
});

describe("a new id", () => {
  it("can be read and is not taken", () => {
    expect(newId("BTC", [])).toBe("btc");
    expect(newId("BTC", ["btc", "btc-2"])).toBe("btc-3");
    expect(newId("  Früh & Spät ", [])).toBe("fruh-spat");
    expect(newId("日本", [])).toBe("item");
    expect(newId("x".repeat(500), []).length).toBeLessThanOrEqual(32);
  });
});
