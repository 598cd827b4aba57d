import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { MAXIMUM_BYTES, MAXIMUM_ROWS, readTable } from "../../../../web/shared/import/read-table.js";
import { codes, short } from "./preview-text.js";

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../browser/fixtures/${name}`, import.meta.url));

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? [0xfeff] : []), ...Array.from(text, (character) => character.charCodeAt(0))];
  return Uint8Array.from(units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
}

describe("generic tables", () => {
  it("reads symbol, quantity, price and currency under their own names", () => {
    const preview = readTable(fixture("generic.csv"));
    expect(preview.layout).toBe("generic");
    expect(short(preview)).toEqual(["BTC 0.75 @ 95000", "ETH 12.5 @ 3200.4", "VT 310 @ 118.25", "BND 450 @ 72.11"]);
    expect(preview.cash).toEqual([{ row: 6, currency: "USD", amount: "8500" }]);
    expect(preview.currencies).toEqual(["USD"]);
    expect(preview.problems).toEqual([]);
    expect(preview.notices).toEqual([]);
    expect(preview.rows[0]).toEqual({ row: 2, symbol: "BTC", quantity: "0.75", price: "95000", currency: "USD" });
  });

  it.each([
    ["Ticker,Shares,Last Price,Ccy"],
    ["ASSET,QTY,PRICE,CURRENCY"],
    ["Coin,Amount,Close,Currency"],
    ["Instrument,Units,Unit Price,Trading Currency"],
    ["Wertpapier,Stück,Kurs,Währung"],
    ["\uFEFFSymbol, Quantity , price_per_unit ,currency"],
  ])("knows the header %s", (header) => {
    expect(short(readTable(`${header}\nBTC,2,10,USD\n`))).toEqual(["BTC 2 @ 10"]);
  });

  it("takes the columns in any order and passes others over", () => {
    const preview = readTable("Price,Notes,Name,Quantity,Symbol,As of\n10,x,Bitcoin,2,BTC,2026-11-01\n");
    expect(preview.rows).toEqual([
      { row: 2, symbol: "BTC", name: "Bitcoin", quantity: "2", price: "10", price_date: "2026-11-01" },
    ]);
  });

  it("reads a table without a header, pasted from a spreadsheet", () => {
    expect(short(readTable("BTC\t0.5\t95000\nETH\t3\t3200.5\n"))).toEqual(["BTC 0.5 @ 95000", "ETH 3 @ 3200.5"]);
    expect(short(readTable("BTC;0,5;95.000,00"))).toEqual(["BTC 0.5 @ 95000"]);
    expect(readTable("BTC,1,2,eur").currencies).toEqual(["EUR"]);
  });

  it("finds the header below title rows and says so", () => {
    const preview = readTable("My broker\nAs of today\n\nSymbol,Quantity,Price\nVT,3,100\n");
    expect(short(preview)).toEqual(["VT 3 @ 100"]);
    expect(preview.rows[0]?.row).toBe(5);
    expect(codes(preview.notices)).toEqual(["1 table/title_rows"]);
  });

  it("asks rather than guess what unknown columns mean", () => {
    const preview = readTable("Foo,Bar,Baz\nVT,3,100\n");
    expect(codes(preview.problems)).toEqual(["1 table/unknown_header"]);
    expect(preview.problems[0]?.message).toContain("“Foo”");
    expect(preview.rows).toEqual([]);
  });

  it("takes a missing price for later and says so", () => {
    const preview = readTable("symbol,quantity\nVT,3\n");
    expect(short(preview)).toEqual(["VT 3 @ 0"]);
    expect(codes(preview.notices)).toEqual(["2 row/no_price"]);
  });

  it("tells cash from assets", () => {
    const preview = readTable(
      "symbol,quantity,price,currency\nCASH,5,,EUR\nEUR,2.5,1,EUR\n$CASH-EUR,1,1,\nUSD,10,75.2,EUR\n",
    );
    expect(preview.cash).toEqual([{ row: 2, currency: "EUR", amount: "8.5" }]);
    expect(short(preview)).toEqual(["USD 10 @ 75.2"]);
    expect(codes(preview.notices)).toEqual(["3 row/added_up", "4 row/added_up"]);
    expect(readTable("CASH,100").cash).toEqual([{ row: 1, amount: "100" }]);
    expect(codes(readTable("$CASH-USD,100,2").problems)).toEqual(["1 row/cash_price"]);
  });

  it("names every currency it meets", () => {
    const preview = readTable("symbol,quantity,price,currency\nA,1,1,usd\nB,1,1,EUR\nC,1,1,USD\nD,1,€5,\n");
    expect(preview.currencies).toEqual(["USD", "EUR"]);
    expect(codes(readTable("symbol,quantity,price,currency\nA,1,€5,USD\n").problems)).toEqual(["2:3 row/currency"]);
  });

  it("does not take pence for pounds", () => {
    const preview = readTable("symbol,quantity,price,currency\nVOD,100,75.5,GBp\nULVR,1,45,GBP\nX,1,1,US-Dollar\n");
    expect(codes(preview.problems)).toEqual(["2:4 row/currency", "4:4 row/currency"]);
    expect(preview.problems[0]?.message).toContain("hundredth of GBP");
    expect(short(preview)).toEqual(["ULVR 1 @ 45"]);
  });
});

describe("numbers in tables", () => {
  it("decides 1,234 by the other cells of the column", () => {
    expect(short(readTable('symbol,quantity,price\nA,"1,234",5\nB,"1,234.5",5\n'))).toEqual([
      "A 1234 @ 5",
      "B 1234.5 @ 5",
    ]);
    expect(short(readTable("symbol;quantity;price\nA;1,234;5\nB;0,5;5\n"))).toEqual(["A 1.234 @ 5", "B 0.5 @ 5"]);
  });

  it("decides it by another column of the table, where its own does not tell", () => {
    expect(short(readTable("symbol\tquantity\tprice\nA\t1,234\t5.25\n"))).toEqual(["A 1234 @ 5.25"]);
    expect(short(readTable("symbol;quantity;price\nA;1.234;5,25\n"))).toEqual(["A 1234 @ 5.25"]);
  });

  it("reports it where nothing tells, or the cells contradict each other", () => {
    const preview = readTable("symbol\tquantity\tprice\nA\t1,234\t5\nB\t1.234\t5\nC\t7\t5\n");
    expect(codes(preview.problems)).toEqual(["2:2 number/ambiguous", "3:2 number/ambiguous"]);
    expect(preview.problems[0]?.message).toContain("1.234 or 1234");
    expect(short(preview)).toEqual(["C 7 @ 5"]);
    const both = readTable("symbol\tquantity\tprice\nA\t1,5\t5\nB\t1.5\t5\nC\t1,234\t5\n");
    expect(codes(both.problems)).toEqual(["4:2 number/ambiguous"]);
    expect(codes(readTable('A,"1,234",5\n').problems)).toEqual(["1:2 number/ambiguous"]);
  });

  it("takes a point for the decimal mark in a table separated by commas", () => {
    expect(short(readTable("symbol,quantity,price\nBTC,1.234,5\n"))).toEqual(["BTC 1.234 @ 5"]);
  });

  it("refuses what is no amount, at its cell", () => {
    const preview = readTable(
      "symbol,quantity,price\nA,NaN,1\nB,1,Infinity\nC,5%,1\nD,-3,1\nE,1,-2\nF,1e-19,1\nG,,1\nH,1e400,1\nI,=1+1,1\n",
    );
    expect(codes(preview.problems)).toEqual([
      "2:2 number/not_a_number",
      "3:3 number/not_a_number",
      "4:2 number/percent",
      "5:2 number/negative",
      "6:3 number/negative",
      "7:2 number/too_precise",
      "8:2 number/empty",
      "9:2 number/too_large",
      "10:2 number/not_a_number",
    ]);
    expect(preview.rows).toEqual([]);
  });

  it("reads all notations it promises", () => {
    const cells = ["1.234,56", "1'234,56", "1 234,56", "1\u00A0234,56", "1\u202F234,56", "€ 1.234,56", "1.23456E3"];
    const preview = readTable(`symbol;quantity;price\n${cells.map((cell, i) => `S${i};${cell};1`).join("\n")}\n`);
    expect(preview.problems).toEqual([]);
    expect(new Set(preview.rows.map(({ quantity }) => quantity))).toEqual(new Set(["1234.56"]));
    expect(short(readTable("BTC\t١٢٫٥\t١٠٠"))).toEqual(["BTC 12.5 @ 100"]);
  });
});

describe("faulty and hostile tables", () => {
  it("refuses rows with more cells than columns: usually a torn number", () => {
    const preview = readTable("symbol,quantity,price\nBTC,0,5,95000\nETH,1,2\nVT,3\n");
    expect(codes(preview.problems)).toEqual(["2 row/too_many_cells"]);
    expect(short(preview)).toEqual(["ETH 1 @ 2", "VT 3 @ 0"]);
    expect(preview.problems[0]?.text).toBe("BTC | 0 | 5 | 95000");
  });

  it("reports empty symbols and formulas", () => {
    const preview = readTable('symbol,quantity,price\n,1,2\n=HYPERLINK("x"),1,2\n"=""00123""",1,2\n@SUM(A1),1,2\n');
    expect(codes(preview.problems)).toEqual(["2:1 row/no_symbol", "3:1 row/formula", "5:1 row/formula"]);
    expect(short(preview)).toEqual(["00123 1 @ 2"]);
  });

  it("adds up rows of one symbol exactly, at one price only", () => {
    const preview = readTable("symbol,quantity,price\nBTC,0.1,5\nBTC,0.2,5\nBTC,1,6\nETH,1,\nETH,2,7\n");
    expect(short(preview)).toEqual(["BTC 0.3 @ 5", "ETH 3 @ 7"]);
    expect(codes(preview.notices)).toEqual(["2 row/added_up", "5 row/added_up"]);
    expect(codes(preview.problems)).toEqual(["4 row/other_price"]);
  });

  it("reports an unclosed quotation mark and keeps what came before", () => {
    const preview = readTable('symbol,quantity,price\nA,1,2\n"B,1,2\nC,1,2\n');
    expect(short(preview)).toEqual(["A 1 @ 2"]);
    expect(codes(preview.problems)).toEqual(["3 row/unclosed_quotes"]);
    expect(preview.problems[0]?.text).toContain("C,1,2");
  });

  it("reports misplaced quotation marks", () => {
    expect(codes(readTable('symbol,quantity,price\n"A"x",1,2\nB,1,2\n').problems)).toEqual(["2 row/malformed_quotes"]);
  });

  it("reports NUL bytes", () => {
    const preview = readTable("symbol,quantity,price\nA\0B,1,2\nC,1,2\n");
    expect(codes(preview.problems)).toEqual(["2 row/nul"]);
    expect(short(preview)).toEqual(["C 1 @ 2"]);
  });

  it("shortens 10,000-character names, refuses such symbols, and shortens what it quotes", () => {
    const long = "é".repeat(10_000);
    const preview = readTable(`symbol,quantity,price,name\nA,1,2,${long}\n${long},1,2,x\n`);
    expect(preview.rows[0]?.name).toBe("é".repeat(100));
    expect(codes(preview.notices)).toEqual(["2:4 row/name_shortened"]);
    expect(codes(preview.problems)).toEqual(["3:1 row/symbol_too_long"]);
    expect(preview.problems[0]?.text.length).toBeLessThan(200);
  });

  it("is not misled by headers that are names of object internals", () => {
    const preview = readTable("__proto__,constructor,symbol,quantity,price,toString\nx,y,A,1,2,z\n");
    expect(short(preview)).toEqual(["A 1 @ 2"]);
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
    expect(short(readTable("__proto__,1,2\nconstructor,3,4\n"))).toEqual(["__proto__ 1 @ 2", "constructor 3 @ 4"]);
  });

  it("strips what turns the reading direction or cannot be seen", () => {
    expect(readTable("symbol,quantity,price,name\nA\u200BB,1,2,\u202Eevil\n").rows[0]).toMatchObject({
      symbol: "AB",
      name: "evil",
    });
  });

  it("leaves markup as the text it is", () => {
    expect(readTable("<img src=x onerror=alert(1)>,1,2").rows[0]?.symbol).toBe("<img src=x onerror=alert(1)>");
  });

  it("refuses what is too large at once", () => {
    expect(codes(readTable(new Uint8Array(MAXIMUM_BYTES + 1)).problems)).toEqual(["1 table/too_large"]);
    expect(codes(readTable("x".repeat(MAXIMUM_BYTES + 1)).problems)).toEqual(["1 table/too_large"]);
  });

  it("takes 10,000 rows and no more", () => {
    const rows = (count: number): string => Array.from({ length: count }, (_, i) => `S${i},1,2`).join("\n");
    expect(readTable(`symbol,quantity,price\n${rows(MAXIMUM_ROWS)}`).rows).toHaveLength(MAXIMUM_ROWS);
    expect(codes(readTable(`symbol,quantity,price\n${rows(MAXIMUM_ROWS + 1)}`).problems)).toEqual([
      "1 table/too_many_rows",
    ]);
    expect(codes(readTable(rows(200_000)).problems)).toEqual(["1 table/too_many_rows"]);
  });

  it("takes 1,000 columns and no more, however often they name the same", () => {
    const named = (count: number): string => `symbol,quantity${",symbol".repeat(count - 2)}\nBTC,1\n`;
    expect(codes(readTable(named(1000)).problems)).not.toContain("1 table/too_many_columns");
    expect(codes(readTable(named(100_000)).problems)).toEqual(["1 table/too_many_columns"]);
  });

  it("says that an empty table is empty", () => {
    for (const empty of ["", "\n\n", "\uFEFF", ",,,\n", bytes(0xff, 0xfe)]) {
      expect(codes(readTable(empty).problems)).toEqual(["1 table/empty"]);
    }
  });

  it("loses no row", () => {
    const cell = fc.constantFrom("1", "0.5", "1,234", "-1", "", "x", "=1", "5%", "1e3", "€ 2");
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 12 }), (rows) => {
        const lines = rows.map((cells, i) => [`S${i}`, ...cells].join(";"));
        const preview = readTable(["symbol;quantity;price", ...lines].join("\n"));
        const told = [...preview.rows, ...preview.cash, ...preview.problems].map(({ row }) => row);
        expect([...new Set(told)].sort((a, b) => a - b)).toEqual(rows.map((_, i) => i + 2));
      }),
      { numRuns: 1000 },
    );
  });

  it("never throws and gives only decimals, whatever it is given", () => {
    const cell = fc.oneof(
      fc.constantFrom(
        "BTC",
        "CASH",
        "USD",
        "1,234",
        "0.5",
        "-1",
        "",
        '"',
        "=1",
        "\0",
        "NaN",
        "1e3",
        "symbol",
        "quantity",
      ),
      fc.string(),
    );
    const table = fc
      .tuple(
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }),
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r", "\r\n"),
      )
      .map(([rows, delimiter, end]) => rows.map((cells) => cells.join(delimiter)).join(end));
    fc.assert(
      fc.property(table, (text) => {
        const preview = readTable(text);
        for (const { quantity, price } of preview.rows) {
          expect(`${quantity} ${price}`).toMatch(/^(0|[1-9]\d*)(\.\d{1,18})? (0|[1-9]\d*)(\.\d{1,18})?$/);
        }
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (data) => void readTable(data)),
      { numRuns: 2000 },
    );
  });
});

describe("encodings and line ends", () => {
  const text = "symbol;quantity;name\nÄÖ€;1,5;Zürich\n";
  const expected = [{ row: 2, symbol: "ÄÖ€", name: "Zürich", quantity: "1.5", price: "0" }];
  // Without "€": Node 20 decodes Windows-1252 as Latin-1. The browser suite opens a file with it.
  const windows1252 = Uint8Array.from(text.replace("€", "ß"), (c) => c.charCodeAt(0));

  it.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with its mark", new TextEncoder().encode(`\uFEFF${text}`)],
    ["UTF-16LE", utf16(text, false, true)],
    ["UTF-16BE", utf16(text, true, true)],
    ["text with a mark", `\uFEFF${text}`],
    ["CR", text.replaceAll("\n", "\r")],
    ["CRLF", text.replaceAll("\n", "\r\n")],
  ])("reads %s", (_, data) => {
    expect(readTable(data).rows).toEqual(expected);
  });

  it("falls back to Windows-1252", () => {
    expect(readTable(windows1252).rows).toMatchObject([{ symbol: "ÄÖß", name: "Zürich", quantity: "1.5" }]);
  });

  it("reads UTF-16 without its mark", () => {
    expect(short(readTable(utf16("symbol,quantity\nVT,3\n", false, false)))).toEqual(["VT 3 @ 0"]);
    expect(short(readTable(utf16("symbol,quantity\nVT,3\n", true, false)))).toEqual(["VT 3 @ 0"]);
  });

  it("keeps the row numbers of a spreadsheet with empty rows and line ends inside cells", () => {
    const preview = readTable('symbol,quantity,price,name\r\n\r\nA,1,2,"two\r\nlines"\r\nB,x,2,\r\n');
    expect(preview.rows).toMatchObject([{ row: 3, symbol: "A" }]);
    expect(codes(preview.problems)).toEqual(["4:2 number/not_a_number"]);
  });
});

describe("layouts", () => {
  it("reads Wealthfolio's holdings: the newest snapshot, cash apart", () => {
    const preview = readTable(fixture("wealthfolio_holdings.csv"));
    expect(preview.layout).toBe("wealthfolio_holdings");
    expect(short(preview)).toEqual([
      "VTI 112.5 @ 291.02",
      "VXUS 210 @ 67.88",
      "BTC-USD 0.35 @ 92310.5",
      "AGG 140 @ 99.41",
    ]);
    expect(preview.rows[0]?.price_date).toBe("2025-11-20");
    expect(preview.cash).toEqual([{ row: 10, currency: "USD", amount: "3150.75" }]);
    expect(preview.currencies).toEqual(["USD"]);
    expect(preview.problems).toEqual([]);
    expect(codes(preview.notices)).toEqual(["2 table/older_snapshots"]);
    expect(preview.notices[0]?.message).toContain("2025-11-20");
  });

  it("reports a snapshot row without a date", () => {
    const preview = readTable(
      "date,symbol,quantity,price,currency\n31/12/2025,A,1,2,USD\n2025-12-30,B,1,2,USD\n2025-02-30,C,1,2,USD\n",
    );
    expect(codes(preview.problems)).toEqual(["2:1 row/date", "4:1 row/date"]);
    expect(short(preview)).toEqual(["B 1 @ 2"]);
  });

  it("reads Yahoo's portfolio: lots added up, watched symbols left out", () => {
    const preview = readTable(fixture("yahoo_portfolio.csv"));
    expect(preview.layout).toBe("yahoo_portfolio");
    expect(short(preview)).toEqual(["AAPL 52.5 @ 266.25", "MSFT 25 @ 478.43", "ETH-USD 6.25 @ 2836.4"]);
    expect(preview.rows[0]?.price_date).toBe("2025-11-20");
    expect(preview.problems).toEqual([]);
    expect(codes(preview.notices)).toEqual(["2 row/added_up", "6 row/watched"]);
    expect(preview.currencies).toEqual([]);
  });

  it("does not take Yahoo's sales for holdings", () => {
    const header =
      "Symbol,Current Price,Date,Time,Change,Open,High,Low,Volume,Trade Date,Purchase Price,Quantity,Commission,High Limit,Low Limit,Comment,Transaction Type";
    const row = (type: string): string => `A,5,2025/11/20,16:00 EST,0,0,0,0,0,20240101,4,10,,,,,${type}`;
    const preview = readTable([header, row("BUY"), row("SELL")].join("\n"));
    expect(short(preview)).toEqual(["A 10 @ 5"]);
    expect(codes(preview.problems)).toEqual(["3 row/transaction"]);
  });
});
