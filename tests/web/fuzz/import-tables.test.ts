/** Tables from a grammar of nasty ones: read without a fault, and no row is lost without a word. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { toCsv } from "../../../web/shared/export/to-csv.js";
import { readTable } from "../../../web/shared/import/read-table.js";
import type { ImportPreview } from "../../../web/shared/import/types.js";
import { inUtf16, nastyTable, written, type NastyTable } from "./nasty-tables.js";
import { inherited, runs, timeFor } from "./runs.js";

const PLAIN = /^(0|[1-9]\d*)(\.\d{1,18})?$/;
const SLOW_MS = 2_000;

/** 1-based numbers of the records below the header that hold anything. */
function rowsOf({ records, above, unclosed }: NastyTable): number[] {
  const all = unclosed ? [...records, ["unclosed"]] : records;
  return all.flatMap((cells, at) => (at >= above && cells.some((cell) => cell.trim() !== "") ? [at + 1] : []));
}

/** Every row that the preview speaks of, by itself or in a list of rows. */
function toldRows({ rows, cash, problems, notices }: ImportPreview): Set<number> {
  const told = new Set([...rows, ...cash, ...problems, ...notices].map(({ row }) => row));
  for (const { message } of notices) {
    for (const [, list = ""] of message.matchAll(/rows? \(?([\d, ]+)/g)) {
      for (const row of list.split(", ")) told.add(Number(row));
    }
    for (const [, list = ""] of message.matchAll(/\(([\d, ]+)\) were added up/g)) {
      for (const row of list.split(", ")) told.add(Number(row));
    }
  }
  return told;
}

describe("tables from a grammar of nasty ones", () => {
  it("are read without a fault, and every row is understood or told", { timeout: timeFor(1500) }, () => {
    const before = inherited();
    fc.assert(
      fc.property(nastyTable, fc.constantFrom(undefined, "USD", "EUR"), (table, currency) => {
        const began = performance.now();
        const preview = readTable(written(table), currency);
        expect(performance.now() - began).toBeLessThan(SLOW_MS);
        expect(preview.problems.filter(({ code }) => code === "table/unreadable")).toEqual([]);
        for (const { quantity, price } of preview.rows) {
          expect(quantity).toMatch(PLAIN);
          expect(price).toMatch(PLAIN);
        }
        for (const { amount } of preview.cash) expect(amount).toMatch(PLAIN);
        // A table that is refused as a whole says so once.
        if (preview.problems.some(({ code }) => code.startsWith("table/"))) return;
        const told = toldRows(preview);
        expect(rowsOf(table).filter((row) => !told.has(row))).toEqual([]);
        expect(inherited()).toBe(before);
      }),
      runs(1500),
    );
  });

  it("mean the same in every encoding and with every line end", { timeout: timeFor(300) }, () => {
    fc.assert(
      fc.property(nastyTable, (table) => {
        // A line break inside a cell stays as it was written.
        fc.pre(!table.records.flat().some((cell) => /[\r\n]/.test(cell)));
        const text = written({ ...table, lineEnd: "\n" });
        fc.pre(!/\p{Surrogate}/u.test(text));
        const expected = readTable(text);
        for (const lineEnd of ["\r\n", "\r"]) expect(readTable(written({ ...table, lineEnd }))).toEqual(expected);
        expect(readTable(`\uFEFF${text}`)).toEqual(expected);
        // Without a mark, bytes with a NUL in every other place are UTF-16.
        expect(readTable(new TextEncoder().encode(`\uFEFF${text}`))).toEqual(expected);
        for (const bigEndian of [false, true]) expect(readTable(inUtf16(text, bigEndian))).toEqual(expected);
      }),
      runs(300),
    );
  });

  it("of any bytes are read without a fault", { timeout: timeFor(1000) }, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expect(readTable(bytes).problems.map(({ code }) => code)).not.toContain("table/unreadable");
      }),
      runs(1000),
    );
  });

  it.each([
    ["one long line", "a".repeat(5_000_000)],
    ["nothing but delimiters", ",".repeat(5_000_000)],
    ["nothing but quotation marks", '"'.repeat(1_000_000)],
    ["nothing but line ends", "\n".repeat(5_000_000)],
    ["a quotation mark, then a long table", `symbol,quantity\n"BTC,1\n${"ETH,1\n".repeat(500_000)}`],
    ["a cell of digits", `symbol,quantity\nBTC,${"1".repeat(2_000_000)}\n`],
    ["a cell of points", `symbol,quantity\nBTC,${"1.".repeat(500_000)}\n`],
    ["a cell of spaces between digits", `symbol,quantity\nBTC,1${" ".repeat(2_000_000)}1\n`],
    ["a header of 100,000 columns", `symbol,quantity${",price".repeat(100_000)}\nBTC,1\n`],
    ["a header that names 100,000 symbols", `symbol,quantity${",symbol".repeat(100_000)}\nBTC,1\n`],
    ["10,000 rows of one symbol", `symbol,quantity,price\n${"BTC,1,2\n".repeat(10_000)}`],
  ])("never hang: %s", { timeout: 30_000 }, (_, text) => {
    const began = performance.now();
    readTable(text);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe("tables that are written here", () => {
  const symbol = fc
    .oneof(
      fc.constantFrom("a,b", "a;b", 'a"b', "a\tb", "a b", "BTC", "é", "😀", "_x", "__proto__", "constructor"),
      fc.string({ minLength: 1, maxLength: 8 }),
    )
    // Cash, totals, formulas and characters that show nothing are read as what they are.
    .filter(
      (name) =>
        /^[^\s=+\-@\p{C}'](?:[^\p{C}]*[^\s\p{C}])?$/u.test(name) && /^(?!(cash|total|sum|[a-z]{3})$)/i.test(name),
    );
  const decimal = fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.option(fc.bigInt({ min: 1n, max: 10n ** 18n - 1n })))
    .map(([whole, part]) => {
      const fraction = part === null ? "" : part.toString().padStart(18, "0").replace(/0+$/, "");
      return fraction === "" ? whole.toString() : `${whole.toString()}.${fraction}`;
    });

  it("are read back as they were", { timeout: timeFor(600) }, () => {
    const holdings = fc.uniqueArray(fc.record({ symbol, quantity: decimal, price: decimal }), {
      minLength: 1,
      maxLength: 8,
      selector: (holding) => holding.symbol.toUpperCase(),
    });
    fc.assert(
      fc.property(holdings, fc.boolean(), (rows, byteOrderMark) => {
        const lines = rows.map((row) => [row.symbol, row.quantity, row.price]);
        const preview = readTable(toCsv([["symbol", "quantity", "price"], ...lines], { byteOrderMark }));
        expect(preview.problems).toEqual([]);
        expect(preview.rows.map((row) => [row.symbol, row.quantity, row.price])).toEqual(lines);
      }),
      runs(600),
    );
  });
});
