import { describe, expect, it } from "vitest";

import { readTable } from "../../../../web/shared/import/read-table.js";
import { codes, short } from "./preview-text.js";

describe("symbols", () => {
  it("that a spreadsheet would run as a formula are refused alike", () => {
    for (const symbol of [
      "=A1",
      "+A1",
      "-A1",
      "-X",
      "@A1",
      "\uFF1DA1",
      "\uFF0BA1",
      "\uFF0DA1",
      "\uFF20A1",
      '"=""-X"""',
    ]) {
      const preview = readTable(`symbol,quantity,price\n${symbol},1,2\n`);
      expect(preview.rows).toEqual([]);
      expect(codes(preview.problems)).toEqual(["2:1 row/formula"]);
    }
    expect(short(readTable("symbol,quantity,price\nBRK-B,1,2\nBTC-USD,1,2\n"))).toEqual([
      "BRK-B 1 @ 2",
      "BTC-USD 1 @ 2",
    ]);
  });

  it("are one, however they are written, as on the page", () => {
    const preview = readTable("symbol,quantity,price\nVT,3,100\nvt,2,100\nVt,1,\n");
    expect(short(preview)).toEqual(["VT 6 @ 100"]);
    expect(codes(preview.notices)).toEqual(["2 row/added_up"]);
    expect(preview.notices[0]?.message).toContain("vt, Vt");
    expect(codes(readTable("symbol,quantity,price\nVT,3,100\nvt,2,101\n").problems)).toEqual(["3 row/other_price"]);
  });
});
