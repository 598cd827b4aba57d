/** A grammar of tables as people and programs make them, and as nobody should. */
import fc from "fast-check";

export interface NastyTable {
  /** Records, the header among them; blank ones too. */
  records: string[][];
  /** How many records stand above the first that may be a holding: titles and the header. */
  above: number;
  /** Whether the last record opens a quotation mark that nothing closes. */
  unclosed: boolean;
  delimiter: string;
  lineEnd: string;
}

const number = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("1", "0.5", "12", "100000", "0", "3.14159", "1234567.89") },
  fc.constantFrom("1.234,56", "1,234.56", "1.234", "1,234", "1'234.50", "1 234,5", "1\u00A0234,56", "1\u202F234.5"),
  fc.constantFrom("\u22125", "-5", "+5", "(5)", "5-", "1e5", "1E-7", "Infinity", "NaN", "0x10", "½", "١٢٣٫٥", "１２"),
  fc.constantFrom("$12.50", "12.50 €", "USD 5", "5 %", "=1+1", '="5"', "", " ", "\0", "1\0", "99999999999999999999999"),
  fc.tuple(fc.nat(), fc.nat()).map(([whole, part]) => `${whole}.${part}`),
);

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("BTC", "ETH", "VT", "vt", "BND", "GOLD") },
  fc.constantFrom("CASH", "$CASH-USD", "USD", "EUR", "Total", "Summe", "cash", "Subtotal"),
  fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "valueOf"),
  fc.constantFrom("=HYPERLINK(1)", "+BTC", "@SUM(A1)", "\uFF1D1", "a,b", "a;b", 'say "x"', "two\nlines", "tab\there"),
  fc.constantFrom("\u202EBTC", "B\u200BTC", "\uFEFFBTC", "<img onerror=x>", "é", "e\u0301", "😀", "x".repeat(300), ""),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);

const currency = fc.constantFrom("USD", "usd", "EUR", "", "US$", "GBX", "XXX1", "__proto__");

const header: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(["symbol", "quantity", "price", "currency"]) },
  fc.constant(["Date", "Symbol", "Quantity", "Price", "Currency"]),
  fc.constant(["Symbol", "Current Price", "Date", "Time", "Trade Date", "Purchase Price", "Quantity"]),
  fc.constantFrom(
    ["Ticker", "Shares", "Last Price"],
    ["symbol", "quantity", "quantity", "price"],
    ["symbol", "__proto__", "quantity", "constructor", "price"],
    ["toString", "symbol", "quantity", "hasOwnProperty"],
    ["price", "quantity", "symbol", "name", "date"],
    ["Wertpapier", "Stück", "Kurs", "Währung"],
  ),
);

function recordOf(names: readonly string[]): fc.Arbitrary<string[]> {
  const cells = names.map((name) => {
    if (/quantity|shares|price|stück|kurs/i.test(name)) return number;
    if (/currency|währung/i.test(name)) return currency;
    if (/date/i.test(name)) return fc.constantFrom("2026-11-01", "2026-10-31", "2026/11/01 10:00", "yesterday", "");
    return text;
  });
  const ragged = fc.tuple(fc.tuple(...cells), fc.nat({ max: 7 }), fc.array(fc.oneof(text, number), { maxLength: 2 }));
  return ragged.map(([row, cut, more]) => (cut < 2 ? row.slice(0, cut + 1) : cut === 7 ? [...row, ...more] : row));
}

/** At most seven rows, so that every list of rows in a message is complete. */
export const nastyTable: fc.Arbitrary<NastyTable> = fc
  .tuple(header, fc.boolean())
  .chain(([names, headless]) =>
    fc.record({
      head: fc.constant<string[][]>(headless ? [] : [[...names]]),
      titles: fc.constantFrom<string[][]>([], [], [], [["My broker"]], [["As of"], []]),
      body: fc.array(fc.oneof({ weight: 6, arbitrary: recordOf(names) }, fc.constant<string[]>([])), {
        minLength: 1,
        maxLength: 7,
      }),
      unclosed: fc.integer({ min: 0, max: 11 }).map((n) => n === 0),
      delimiter: fc.constantFrom(",", ";", "\t"),
      lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
    }),
  )
  .map(({ head, titles, body, ...rest }) => ({
    records: [...titles, ...head, ...body],
    above: titles.length + head.length,
    ...rest,
  }));

/** As a program that knows its format writes it. */
export function written({ records, unclosed, delimiter, lineEnd }: NastyTable): string {
  const cell = (value: string): string => (/[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const lines = records.map((record) => record.map(cell).join(delimiter));
  if (unclosed) lines.push(`"BTC${delimiter}1${delimiter}2`);
  return lines.join(lineEnd);
}

export function inUtf16(value: string, bigEndian: boolean): Uint8Array {
  const units = [0xfeff, ...Array.from({ length: value.length }, (_, at) => value.charCodeAt(at))];
  return Uint8Array.from(units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
}
