import { describe, expect, it } from "vitest";

import { readTable } from "../../../../web/shared/import/read-table.js";
import { cash, codes, short } from "./preview-text.js";

describe("a symbol that is also a currency's code", () => {
  it.each(["BND", "AMD", "ALL", "TRY", "bnd"])(
    "%s without a price is an asset, and the row says what it may be",
    (code) => {
      for (const table of [`symbol,quantity\n${code},450\nVT,3\n`, `symbol,quantity,price\n${code},450,\nVT,3,\n`]) {
        const preview = readTable(table);
        expect(preview.cash).toEqual([]);
        expect(short(preview)).toEqual([`${code} 450 @ 0`, "VT 3 @ 0"]);
        expect(codes(preview.notices)).toEqual(["2 row/maybe_cash", "2 row/no_price", "3 row/no_price"]);
        expect(preview.notices[0]?.message).toContain(`$CASH-${code.toUpperCase()}`);
      }
    },
  );

  it("is told once where it has a price of 1, and not at all where another price or its currency tells", () => {
    const one = readTable("BND,450,1\nBND,50,1\n");
    expect(short(one)).toEqual(["BND 500 @ 1"]);
    expect(codes(one.notices)).toEqual(["1 row/added_up", "1 row/maybe_cash"]);
    expect(readTable("BND,450,72.11\nBND,50,\n").notices.map(({ code }) => code)).toEqual(["row/added_up"]);
    const foreign = readTable("symbol,quantity,price,currency\nUSD,10,1,EUR\n");
    expect(short(foreign)).toEqual(["USD 10 @ 1"]);
    expect(codes(foreign.notices)).toEqual(["2 row/maybe_cash"]);
  });

  it("is cash where its row has that currency", () => {
    expect(cash(readTable("symbol,quantity,price,currency\nUSD,8500,1,USD\nUSD,500,,usd\n"))).toEqual(["9000 USD"]);
    expect(cash(readTable("symbol,quantity,price\nEUR,500,€1\n"))).toEqual(["500 EUR"]);
    expect(cash(readTable("symbol,quantity\nEUR,500 EUR\n"))).toEqual(["500 EUR"]);
  });

  it("has no quantity in another currency", () => {
    const preview = readTable("symbol,quantity,price\nBND,450 USD,72.11\nUSD,€500,1\n");
    expect(preview.rows).toEqual([]);
    expect(preview.cash).toEqual([]);
    expect(codes(preview.problems)).toEqual(["2:2 number/money", "3:2 number/money"]);
  });

  it("is cash where it is the currency of the table, or of the portfolio if the table names none", () => {
    expect(cash(readTable("symbol,quantity,price,currency\nVT,3,100,USD\nUSD,500,,\n"))).toEqual(["500 USD"]);
    expect(cash(readTable("symbol,quantity,price\nVWCE,3,€131.42\nEUR,500,1\n"))).toEqual(["500 EUR"]);
    expect(cash(readTable("symbol,quantity\n$CASH-CHF,1\nCHF,500\n"))).toEqual(["501 CHF"]);
    expect(cash(readTable("symbol,quantity\nVT,3\nUSD,500\n", "USD"))).toEqual(["500 USD"]);

    // Whatever is counted in itself is cash, listed as a currency or not.
    expect(cash(readTable("symbol,quantity,price,currency\nETH,3,0.05,BTC\nBTC,2,,\n"))).toEqual(["2 BTC"]);

    const other = readTable("symbol,quantity,price\nVWCE,3,€131.42\nUSD,500,1\n", "USD");
    expect(cash(other)).toEqual([]);
    expect(codes(other.notices)).toEqual(["3 row/maybe_cash"]);
    expect(cash(readTable("symbol,quantity,price,currency\nA,1,1,USD\nB,1,1,EUR\nUSD,500,,\n", "USD"))).toEqual([]);
  });

  it.each(["Type,Cash", "Kind,currency", "Asset class,FIAT", "Typ,Währung", "Tipo,Efectivo", "Tipo,Liquidità"])(
    "is cash where a column calls it so (%s)",
    (pair) => {
      const [header, kind] = pair.split(",");
      const table = `symbol,quantity,price,${header}\nBND,450,,${kind}\nVT,3,100,ETF\n`;
      expect(cash(readTable(table))).toEqual(["450 BND"]);
    },
  );

  it("is no cash by such a column at another price; nor is an asset, whose account that column may mean", () => {
    const preview = readTable("symbol,quantity,price,type\nBND,450,72.11,Cash\nVT,3,100,Cash\nAAPL,1,,Cash\n");
    expect(preview.cash).toEqual([]);
    expect(short(preview)).toEqual(["BND 450 @ 72.11", "VT 3 @ 100", "AAPL 1 @ 0"]);
    const crypto = readTable("symbol,quantity,type\nMNT,450,Cryptocurrency\n");
    expect(crypto.cash).toEqual([]);
  });
});

describe("cash by its own name", () => {
  it("has the currency of its amount", () => {
    expect(cash(readTable("CASH,€500"))).toEqual(["500 EUR"]);
    expect(cash(readTable("symbol,quantity\nCash,500 chf\n"))).toEqual(["500 CHF"]);
    expect(codes(readTable("symbol,quantity,price,currency\nCASH,€500,,USD\n").problems)).toEqual(["2:2 row/currency"]);
  });

  it("is one amount, whether the currency is named or goes without saying", () => {
    expect(cash(readTable("CASH,100\n$CASH-USD,50\nUSD,5\n"))).toEqual(["155 USD"]);
    expect(cash(readTable("symbol,quantity\nUSD,5\nCASH,100\n", "USD"))).toEqual(["105 USD"]);
  });
});
