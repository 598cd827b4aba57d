/** One row of a table whose columns are known: its cells read and checked, each fault told at its cell. */
import { readDecimal, type DecimalMark } from "../read-decimal.js";
import type { Columns } from "./columns.js";
import { currencyOfSign, readCurrency } from "./currency.js";
import type { SourceRow } from "./parse-cells.js";
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
}

/** What the core takes for one text, in bytes of UTF-8 (core/include/ballast/base/limits.hpp). */
export const TEXT_BYTES = 200;

/** Characters that show nothing, or turn the reading direction of what follows. */
// eslint-disable-next-line no-control-regex -- these are the very characters looked for
const INVISIBLE = /[\u0000-\u001F\u007F\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

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
  if (/^[=+@]/.test(symbol)) fault(columns.symbol, "row/formula", "This is a formula, not a symbol.");
  if (cutToBytes(symbol) !== symbol) {
    fault(columns.symbol, "row/symbol_too_long", `A symbol may take ${String(TEXT_BYTES)} bytes at most.`);
  }

  const number = (column: number | undefined): { value: string; sign: string | undefined } | undefined => {
    const written = unwrapTextFormula(cell(column));
    const read = readDecimal(written, column === undefined ? undefined : style.marks.get(column));
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
    return { value, sign: read.sign };
  };

  const quantity = number(columns.quantity);
  const price = cell(columns.price) === "" ? undefined : number(columns.price);

  const named = readCurrency(cell(columns.currency));
  if (!named.ok) fault(columns.currency, "row/currency", named.message);
  const signed = currencyOfSign(price?.sign);
  const currency = (named.ok ? named.code : undefined) ?? signed;
  if (signed !== undefined && currency !== undefined && signed !== currency) {
    fault(columns.price, "row/currency", `The price is in ${signed}, but the row says ${currency}.`);
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
