/** A pasted or opened table of holdings becomes a preview: what was understood, and where the rest stands. */
import { addUp, listRows } from "./add-up.js";
import { decideMark } from "./decide-mark.js";
import { decodeText } from "./decode-text.js";
import { newestSnapshot, recognizeHeader, setAside, type FoundLayout } from "./layouts.js";
import { parseCells, type SourceRow, type SourceTable } from "./parse-cells.js";
import { readAmount } from "./read-amount.js";
import { readRow, type HoldingRow, type NumberStyle } from "./read-row.js";
import { refuse, Report, shorten } from "./report.js";
import { tellSameColumns } from "./same-columns.js";
import { leaveOutTotal } from "./total-rows.js";
import type { ImportPreview, ReadTable } from "./types.js";

export const MAXIMUM_ROWS = 10_000;
/** Each may contradict another of the same name; no list of holdings has so many. */
export const MAXIMUM_COLUMNS = 1_000;
export const MAXIMUM_BYTES = 50 * 1024 * 1024;

/** Some exports have title rows above the header. */
const HEADER_WITHIN = 20;

export const readTable: ReadTable = (data, portfolioCurrency) => {
  if (data.length > MAXIMUM_BYTES) {
    return refuse("table/too_large", "This file is larger than 50 MB. A list of holdings is much smaller.");
  }
  try {
    return readText(typeof data === "string" ? data : decodeText(data), portfolioCurrency);
  } catch (error) {
    // Not expected; but whatever a file holds, the page must go on.
    return refuse(
      "table/unreadable",
      `This table could not be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
};

function readText(text: string, portfolioCurrency: string | undefined): ImportPreview {
  const table = parseCells(text, MAXIMUM_ROWS + HEADER_WITHIN);
  if (table.rows.length === 0) return refuse("table/empty", "There is nothing in this table.");

  if (table.rows.slice(0, HEADER_WITHIN).some(({ cells }) => cells.length > MAXIMUM_COLUMNS)) {
    return refuse(
      "table/too_many_columns",
      `This table has more than ${MAXIMUM_COLUMNS.toLocaleString("en")} columns.`,
    );
  }
  const report = new Report();
  const found = findLayout(table, report);
  if (found === undefined) return report.preview("generic");
  const body = table.rows.slice(found.start);
  if (table.cut || body.length > MAXIMUM_ROWS) {
    return refuse("table/too_many_rows", `This table has more than ${MAXIMUM_ROWS.toLocaleString("en")} rows.`);
  }

  const sound = body.filter(
    (source) =>
      !leaveOutTotal(found.columns, source, report) &&
      isSound(source, found, report) &&
      !setAside(source, found, report),
  );
  const header = table.rows[found.start - 1];
  const used = Object.values(found.columns);
  if (header !== undefined && !tellSameColumns(header, sound, used, report)) return report.preview(found.layout);

  const style = numberStyle(sound, found, table);
  const holdings = sound
    .map((source) => readRow(source, found.columns, style, report))
    .filter((holding): holding is HoldingRow => holding !== undefined);
  const current = found.layout === "wealthfolio_holdings" ? newestSnapshot(holdings, found.columns, report) : holdings;
  addUp(current, report, portfolioCurrency);
  if (header !== undefined && report.isEmpty()) {
    report.problem(header, "table/no_rows", "There is a header here, but no row with a holding below it.");
  }
  return report.preview(found.layout);
}

/** With `start`, the index of the first row below the header. */
function findLayout(table: SourceTable, report: Report): (FoundLayout & { start: number }) | undefined {
  for (const [index, { cells }] of table.rows.slice(0, HEADER_WITHIN).entries()) {
    const header = recognizeHeader(cells);
    if (header === undefined) continue;
    const above = table.rows.slice(0, index);
    const [first] = above;
    if (first !== undefined) {
      const rows = listRows(above.map(({ row }) => row));
      report.notice(first, "table/title_rows", `What stands above the header (rows ${rows}) was passed over.`);
    }
    return { ...header, start: index + 1 };
  }
  const first = table.rows[0];
  if (first === undefined) return undefined;
  if (!first.cells.some((cell) => readAmount(cell).kind !== "invalid") || first.cells.length < 2) {
    const names = first.cells.map((cell) => `“${shorten(cell, 30)}”`).join(", ");
    report.problem(
      first,
      "table/unknown_header",
      `No columns for symbol and quantity were found (${names}). Name them symbol, quantity, price and currency.`,
    );
    return undefined;
  }
  return { layout: "generic", columns: { symbol: 0, quantity: 1, price: 2, currency: 3 }, width: 4, start: 0 };
}

function isSound(source: SourceRow, { width }: FoundLayout, report: Report): boolean {
  if (source.quotes !== undefined) {
    report.problem(
      source,
      `row/${source.quotes}_quotes`,
      source.quotes === "unclosed"
        ? "A quotation mark is opened here and never closed; nothing from here on could be read."
        : "A quotation mark stands in the wrong place here.",
    );
    return false;
  }
  if (source.cells.some((cell) => cell.includes("\0"))) {
    report.problem(source, "row/nul", "This row has bytes that are no text.");
    return false;
  }
  if (source.cells.length > width) {
    report.problem(
      source,
      "row/too_many_cells",
      `This row has ${String(source.cells.length)} cells where ${String(width)} are expected. A number with a comma may be missing its quotation marks.`,
    );
    return false;
  }
  return true;
}

function numberStyle(rows: readonly SourceRow[], { columns }: FoundLayout, table: SourceTable): NumberStyle {
  const numeric = [columns.quantity, columns.price].filter((column) => column !== undefined);
  const cellsOf = (column: number): string[] => rows.map(({ cells }) => cells[column] ?? "");
  const ofTable = decideMark(numeric.flatMap(cellsOf));
  const marks: NumberStyle["marks"] = new Map(
    numeric.flatMap((column) => {
      const mark = decideMark(cellsOf(column)) ?? ofTable;
      return mark === undefined ? [] : [[column, mark] as const];
    }),
  );
  return { marks, pointIsDecimal: table.delimiter === "," };
}
