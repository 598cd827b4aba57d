import { describe, expect, it } from "vitest";

import { readAmount } from "../../../../web/shared/import/read-amount.js";
import { readTable } from "../../../../web/shared/import/read-table.js";
import { codes, short } from "./preview-text.js";

describe("an amount with its currency's code", () => {
  it.each(["100.50 USD", "USD 100.50", "100.50USD", "usd100.50", "100,50\u00A0usd", "US$100.50", "$100.50"])(
    "%s is read",
    (cell) => {
      expect(readAmount(cell)).toMatchObject({ kind: "value", value: "100.5" });
    },
  );

  it("tells the currency", () => {
    expect(readAmount("100.50 USD")).toMatchObject({ currency: "USD" });
    expect(readAmount("€100.50")).toMatchObject({ currency: "EUR" });
    expect(readAmount("(5) chf")).toMatchObject({ value: "-5", currency: "CHF" });
    expect(readAmount("$5").currency).toBeUndefined();
    expect(readAmount("1,234 EUR")).toMatchObject({ kind: "ambiguous", currency: "EUR" });
  });

  it("does not take words, coins or two currencies for one", () => {
    for (const cell of ["100 XYZ", "0.5 BTC", "USD", "5 USD EUR", "USD 5 USD", "€5 USD", "100 USDT", "1e3 USD x"]) {
      expect(readAmount(cell)).toMatchObject({ kind: "invalid" });
    }
  });

  it("is read as a price in a table, with its decimal mark", () => {
    const preview = readTable("symbol\tquantity\tprice\nVT\t3\t100.50 USD\nBND\t1,234\tUSD 72.11\n");
    expect(short(preview)).toEqual(["VT 3 @ 100.5", "BND 1234 @ 72.11"]);
    expect(preview.currencies).toEqual(["USD"]);
    expect(codes(readTable("symbol,quantity,price,currency\nVT,3,100.50 USD,EUR\n").problems)).toEqual([
      "2:3 row/currency",
    ]);
    expect(short(readTable("VT,3,100.50 USD"))).toEqual(["VT 3 @ 100.5"]);
  });

  it("in pence is still no pounds, and an amount of money is no quantity", () => {
    for (const cell of ["75.5 GBp", "GBX 75.5", "ZAc 5"]) {
      const [problem] = readTable(`symbol,quantity,price\nVOD,100,${cell}\n`).problems;
      expect(problem).toMatchObject({ code: "row/currency", column: 3 });
      expect(problem?.message).toContain("hundredth");
    }
    expect(codes(readTable("symbol,quantity,price\nVT,300 USD,100\n").problems)).toEqual(["2:2 number/not_a_number"]);
  });
});
