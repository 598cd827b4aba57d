import { describe, expect, it } from "vitest";

import type { Description } from "../../../../wasm/planner/planner.js";
import * as currencies from "../../../../web/app/holdings/currency.js";
import { aDocument } from "../support/documents.js";

const description = { currencies: [{ code: "USD", minor_unit_digits: 2 }] } as Description;

describe("a currency", () => {
  it("is one's own when the engine does not list it, or with digits of its own", () => {
    const own = { code: "USD", minor_unit_digits: 4 };
    expect(currencies.isOwn(aDocument({ base_currency: "USD" }), description)).toBe(false);
    expect(currencies.isOwn(aDocument({ base_currency: "XAU" }), description)).toBe(true);
    expect(currencies.isOwn(aDocument({ base_currency: own }), description)).toBe(true);
    // As long as the list is not there, a code is taken for one of it: no fields come and go.
    expect(currencies.isOwn(aDocument({ base_currency: "XAU" }), null)).toBe(false);
  });

  it("keeps its code when it gets digits, and its digits when it gets another code", () => {
    const document = aDocument();
    currencies.setDigits(document, 3);
    expect(document.base_currency).toEqual({ code: "USD", minor_unit_digits: 3 });
    currencies.setCode(document, "XAU");
    expect(document.base_currency).toEqual({ code: "XAU", minor_unit_digits: 3 });
  });

  it("stays a code alone, still without digits, while that is mended", () => {
    const document = aDocument({ base_currency: "RUBL" });
    currencies.setCode(document, "RUB");
    expect(document.base_currency).toBe("RUB");
  });

  it.each([
    ["xau", "XAU"],
    [" usdt0 ", "USDT0"],
    ["1inch", "INCH"],
    ["é-$x y", "XY"],
    ["abcdefghijk", "ABCDEFGH"],
    ["", ""],
  ])("typed as “%s” is %s", (typed, code) => {
    const document = aDocument({ base_currency: { code: "USD", minor_unit_digits: 2 } });
    currencies.setCode(document, typed);
    expect(document.base_currency).toEqual({ code, minor_unit_digits: 2 });
  });

  it("has a smallest amount for each number of digits", () => {
    expect(currencies.allDigits.map(currencies.smallestAmount)).toHaveLength(19);
    expect([0, 1, 2, 8].map(currencies.smallestAmount)).toEqual(["1", "0.1", "0.01", "0.00000001 (8 decimals)"]);
  });
});
