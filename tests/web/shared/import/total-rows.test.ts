import { describe, expect, it } from "vitest";

import { readTable } from "../../../../web/shared/import/read-table.js";
import { codes, short } from "./preview-text.js";

describe("rows of totals", () => {
  it.each([
    "Total",
    "TOTALS",
    "Total:",
    "Grand total",
    "Sub-Total",
    "subtotal",
    "Sum",
    "Account Total",
    "Summe",
    "Gesamt",
    "Gesamtsumme",
    "Zwischensumme",
    "Total général",
    "Sous-total",
    "Suma",
    "Totale",
    "Totale complessivo",
  ])("%s is left out, and said to be", (word) => {
    const preview = readTable(`Symbol,Shares,Price,Value\nVT,3,100,300\n${word},3,100,300\n`);
    expect(short(preview)).toEqual(["VT 3 @ 100"]);
    expect(preview.problems).toEqual([]);
    expect(codes(preview.notices)).toEqual(["3 row/total"]);
    expect(preview.notices[0]?.message).toContain(word);
  });

  it("need not be well-formed rows, nor name themselves in the symbol's column", () => {
    const preview = readTable(
      "Name,Symbol,Shares,Price\nStocks,VT,3,100\nSubtotal,,,\nTotal,,3,n/a\n,,Grand total,\nTotal,,1,234.50,USD\n",
    );
    expect(short(preview)).toEqual(["VT 3 @ 100"]);
    expect(preview.problems).toEqual([]);
    expect(codes(preview.notices)).toEqual(["3 row/total", "4 row/total", "5 row/total", "6 row/total"]);
    expect(codes(readTable("VT,3,100\nTotal,3,100\n").notices)).toEqual(["2 row/total"]);
  });

  it("are told from assets whose symbol or name only has the word in it", () => {
    const preview = readTable("Symbol,Name,Shares,Price\nTTE,Total,3,60\nTOTL,x,1,40\nTotal Return,x,2,10\n");
    expect(short(preview)).toEqual(["TTE 3 @ 60", "TOTL 1 @ 40", "Total Return 2 @ 10"]);
    expect(preview.notices).toEqual([]);
  });
});

describe("a table with nothing in it", () => {
  it("says so where there is only a header", () => {
    for (const table of ["symbol,quantity,price\n", "My broker\nsymbol,quantity\n\n", "Symbol,Shares\nTotal,0\n"]) {
      const preview = readTable(table);
      expect(preview.rows).toEqual([]);
      expect(preview.problems.map(({ code }) => code)).toEqual(["table/no_rows"]);
    }
    const row = readTable("My broker\nsymbol,quantity\n").problems[0]?.row;
    expect(row).toBe(2);
  });

  it("says so where Yahoo's symbols are all watched, and not where its rows have faults", () => {
    const header =
      "Symbol,Current Price,Date,Time,Change,Open,High,Low,Volume,Trade Date,Purchase Price,Quantity,Commission";
    expect(codes(readTable(`${header}\nVGK,78.92\n`).problems)).toEqual(["1 table/no_rows"]);
    expect(codes(readTable("symbol,quantity\nVT,x\n").problems)).toEqual(["2:2 number/not_a_number"]);
  });
});
