/** One row of a table whose columns are known: its cells read and checked, each fault told at its cell. */
import { readDecimal, type DecimalMark } from "../read-decimal.js";
import { isCashKind, mayBeCash } from "./cash.js";
import { normalizeHeader, type Columns } from "./columns.js";
import { isIsoCurrency, readCurrency } from "./currency.js";
import type { SourceRow } from "./parse-cells.js";
import { readAmount, type ReadAmount } from "./read-amount.js";
import { shorten, type Report } from "./report.js";

export interface NumberStyle {
  /** What the cells of each column prove, or else those of the whole table. */
  marks: ReadonlyMap<number, DecimalMark>;
  /** A table separated by commas is no place for decimal commas: "1.234" is then a decimal. */
  pointIsDecimal: boolean;
}

export interface HoldingRow {
  source: SourceRow;
  symbol: string;
  quantity: string;
  /** undefined: the cell is empty or there is no such column. */
  price: string | undefined;
  currency: string | undefined;
  name: string | undefined;
  date: string | undefined;
  /** A column says that this is cash. */
  calledCash: boolean;
}

/** What the core takes for one text, in bytes of UTF-8 (core/include/ballast/base/limits.hpp). */
export const TEXT_BYTES = 200;

/** Characters that show nothing, or turn the reading direction of what follows. */
// eslint-disable-next-line no-control-regex -- these are the very characters looked for
const INVISIBLE = /[\u0000-\u001F\u007F\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** What spreadsheets run, in full-width forms too; web/shared/export/to-csv.ts has the same. */
const FORMULA = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** undefined: the row has a fault, which the report now names. */
export function readRow(
  source: SourceRow,
  columns: Columns,
  style: NumberStyle,
  report: Report,
): HoldingRow | undefined {
  const cell = (column: number | undefined): string => (column === undefined ? "" : (source.cells[column] ?? ""));
  let sound = true;
  const fault = (column: number | undefined, code: string, message: string): undefined => {
    report.problem(source, code, message, column);
    sound = false;
    return undefined;
  };

  const symbol = readText(cell(columns.symbol));
  if (symbol === "") fault(columns.symbol, "row/no_symbol", "This row names no asset.");
  if (FORMULA.test(symbol)) {
    fault(
      columns.symbol,
      "row/formula",
      "A symbol may not begin with = + - or @: a spreadsheet would run it as a formula.",
    );
  }
  if (cutToBytes(symbol) !== symbol) {
    fault(columns.symbol, "row/symbol_too_long", `A symbol may take ${String(TEXT_BYTES)} bytes at most.`);
  }

  const number = (
    column: number | undefined,
    readNumber: (text: string, mark?: DecimalMark) => ReadAmount,
  ): { value: string; currency: string | undefined } | undefined => {
    const written = unwrapTextFormula(cell(column));
    const read = readNumber(written, column === undefined ? undefined : style.marks.get(column));
    if (read.fault !== undefined) return fault(column, "row/currency", read.fault);
    if (read.kind === "invalid") return fault(column, read.code, `${read.message} (“${shorten(written, 40)}”)`);
    let value: string;
    if (read.kind === "ambiguous") {
      if (!(style.pointIsDecimal && read.mark === ".")) {
        return fault(
          column,
          "number/ambiguous",
          `“${written}” can mean ${read.asDecimal} or ${read.asGrouped}. Write ${read.asDecimal}0 or ${read.asGrouped}.`,
        );
      }
      value = read.asDecimal;
    } else {
      value = read.value;
    }
    if (value.startsWith("-")) {
      return fault(column, "number/negative", "A quantity or price below zero cannot be held here.");
    }
    return { value, currency: read.currency };
  };

  // An amount of money is no number of shares.
  const quantity = number(columns.quantity, mayBeCash(symbol) ? readAmount : readDecimal);
  const money = quantity?.currency;
  if (money !== undefined && isIsoCurrency(symbol.toUpperCase()) && money !== symbol.toUpperCase()) {
    fault(columns.quantity, "number/money", `This is an amount of ${money}, not a quantity of ${symbol}.`);
  }
  const price = cell(columns.price) === "" ? undefined : number(columns.price, readAmount);

  const named = readCurrency(cell(columns.currency));
  if (!named.ok) fault(columns.currency, "row/currency", named.message);
  let currency = named.ok ? named.code : undefined;
  for (const [column, carried, what] of [
    [columns.price, price?.currency, "price"],
    [columns.quantity, quantity?.currency, "amount"],
  ] as const) {
    if (carried === undefined) continue;
    currency ??= carried;
    if (carried !== currency)
      fault(column, "row/currency", `The ${what} is in ${carried}, but the row says ${currency}.`);
  }

  const written = readText(cell(columns.name));
  const name = cutToBytes(written);
  if (name !== written) {
    report.notice(source, "row/name_shortened", `The name was shortened to ${String(TEXT_BYTES)} bytes.`, columns.name);
  }

  if (!sound || quantity === undefined) return undefined;
  return {
    source,
    symbol,
    quantity: quantity.value,
    price: price?.value,
    currency,
    name: name === "" ? undefined : name,
    date: readDate(cell(columns.date)),
    calledCash: isCashKind(normalizeHeader(cell(columns.kind))),
  };
}

/** An ISO date from 2026-11-01, 2026/11/01 or either with a time after it; undefined for anything else. */
export function readDate(cell: string): string | undefined {
  const match = /^(\d{4})([-/])(\d{2})\2(\d{2})(?:[T ].*)?$/.exec(cell);
  if (match === null) return undefined;
  const iso = `${match[1] ?? ""}-${match[3] ?? ""}-${match[4] ?? ""}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

/** As much of the text as fits, never half a character. */
function cutToBytes(text: string): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(TEXT_BYTES));
  return text.slice(0, read);
}

function readText(cell: string): string {
  return unwrapTextFormula(cell).replace(INVISIBLE, "").trim();
}

/** ="00123" is how spreadsheets are told to keep a text as it is. */
function unwrapTextFormula(cell: string): string {
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
}
