import { describe, expect, it } from "vitest";

import { readTable } from "../../../../web/shared/import/read-table.js";
import { codes, short } from "./preview-text.js";

describe("two columns of one name", () => {
  it("are a guess that is not made: the table is not read, and both are named", () => {
    const preview = readTable("symbol,quantity,price,Quantity\nVT,3,100,5\nBND,2,70,2\n");
    expect(preview.rows).toEqual([]);
    expect(codes(preview.problems)).toEqual(["1:4 table/same_columns"]);
    expect(preview.problems[0]?.message).toMatch(/“quantity” \(column 2\).*“Quantity” \(column 4\)/);
    for (const role of ["symbol", "price", "currency"]) {
      const table = `symbol,quantity,price,currency,${role}\nVT,3,100,USD,7\n`;
      expect(codes(readTable(table).problems)).toEqual(["1:5 table/same_columns"]);
    }
  });

  it("do no harm where they hold the same, or where it is only the name", () => {
    const same = readTable("symbol,quantity,price,quantity\nVT,3,100,3\n");
    expect(short(same)).toEqual(["VT 3 @ 100"]);
    expect(same.problems).toEqual([]);
    expect(same.notices).toEqual([]);
    const named = readTable("name,name,symbol,quantity,price\nWorld,Fund,VT,3,100\n");
    expect(named.rows).toMatchObject([{ symbol: "VT", name: "World" }]);
    expect(codes(named.notices)).toEqual(["1:2 table/same_columns"]);
  });
});

describe("two columns of one meaning", () => {
  it("are read in the order of preference, which is told with both names", () => {
    const preview = readTable("symbol,balance,quantity,last,price\nVT,3,4,99,100\n");
    expect(short(preview)).toEqual(["VT 4 @ 100"]);
    expect(preview.problems).toEqual([]);
    expect(codes(preview.notices)).toEqual(["1:2 table/same_columns", "1:4 table/same_columns"]);
    expect(preview.notices[0]?.message).toMatch(/“quantity” \(column 3\).*“balance” \(column 2\)/);
  });

  it("go without saying where they hold the same, or name an asset in several ways", () => {
    expect(readTable("symbol,shares,units,price\nVT,3,3,100\n").notices).toEqual([]);
    const preview = readTable("isin,symbol,asset,description,name,quantity,price\nIE00,VWCE,World,x,y,3,100\n");
    expect(short(preview)).toEqual(["VWCE 3 @ 100"]);
    expect(preview.notices).toEqual([]);
  });
});
