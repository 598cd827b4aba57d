import { describe, expect, it } from "vitest";

import {
  isZero,
  percentText,
  showExact,
  showFixed,
  showMoney,
  showMoneySigned,
  showPlain,
  showPoints,
  showPrice,
  showShare,
  showShareShort,
} from "../../../../web/app/text/figures.js";

describe("money", () => {
  it("is grouped and has the currency's digits", () => {
    expect(showMoney("1234567.5", 2)).toBe("1,234,567.50");
    expect(showMoney("1234567.5", 0)).toBe("1,234,568");
    expect(showMoney("0.00000001", 8)).toBe("0.00000001");
  });

  it("keeps every digit of what a double could not hold", () => {
    expect(showMoney("99999999999999999999.99", 2)).toBe("99,999,999,999,999,999,999.99");
    expect(showExact("1.123456789012345678")).toBe("1.123456789012345678");
  });

  it("has a real minus, and none before nothing", () => {
    expect(showMoney("-12.5", 2)).toBe("−12.50");
    expect(showMoney("-0.001", 2)).toBe("0.00");
  });

  it("has both signs where it is a difference, and none where that is nothing", () => {
    expect(showMoneySigned("1234.5", 2)).toBe("+1,234.50");
    expect(showMoneySigned("-1234.5", 2)).toBe("−1,234.50");
    for (const text of ["0", "0.001", "-0.001"]) expect(showMoneySigned(text, 2)).toBe("0.00");
    expect(showMoneySigned("0.3", 0)).toBe("0");
    expect(showMoneySigned("abc1", 2)).toBe("abc1");
  });

  it("shows what is no number as it was typed", () => {
    for (const text of ["abc", "", "1,234", "1e5", "NaN", "<img>"]) expect(showMoney(text, 2)).toBe(text);
  });
});

describe("prices", () => {
  it("have at least the currency's digits and all of their own", () => {
    expect(showPrice("61250", 2)).toBe("61,250.00");
    expect(showPrice("0.00001234", 2)).toBe("0.00001234");
  });
});

describe("shares", () => {
  it("are per cent", () => {
    expect(showShare("0.124")).toBe("12.4\u202f%");
    expect(showShare("1", 0)).toBe("100\u202f%");
    expect(showShare("0")).toBe("0.0\u202f%");
  });

  it("that are too small to show are not nothing", () => {
    expect(showShare("0.0003")).toBe("<0.1\u202f%");
    expect(showShare("-0.0003")).toBe(">−0.1\u202f%");
  });

  it("can be written short", () => {
    expect(showShareShort("0.04")).toBe("4\u202f%");
    expect(showShareShort("1")).toBe("100\u202f%");
    expect(showShareShort("0.1225")).toBe("12.25\u202f%");
    expect(showShareShort("0.305")).toBe("30.5\u202f%");
    expect(showShareShort("0")).toBe("0\u202f%");
  });

  it("in fields keep all their digits", () => {
    expect(percentText("0.333333333333333333")).toBe("33.3333333333333333");
    expect(percentText("abc")).toBe("abc");
  });
});

describe("points", () => {
  it("carry their sign unless words do", () => {
    expect(showPoints("0.024")).toBe("+2.4\u202fpp");
    expect(showPoints("-0.058")).toBe("−5.8\u202fpp");
    expect(showPoints("0.024", "unsigned")).toBe("2.4\u202fpp");
    expect(showPoints("0")).toBe("0.0\u202fpp");
    expect(showPoints("-0.00001")).toBe("<0.1\u202fpp");
  });
});

it("tells nothing from something", () => {
  expect(["0", "0.00", "-0", "00"].every(isZero)).toBe(true);
  expect(["", "0.01", "abc", "1"].some(isZero)).toBe(false);
});

it("says that a tiny figure is tiny", () => {
  expect(showPlain("0.0000001")).toBe("<0.0001");
  expect(showPlain("0.00031")).toBe("0.0003");
});

describe("a figure among others", () => {
  it("has as many digits as they", () => {
    expect(["2", "4.363", "0"].map((text) => showFixed(text, 1))).toEqual(["2.0", "4.4", "0.0"]);
  });
});
