/** The layouts known by their header rows, and what is peculiar to each. */
import { findColumns, normalizeHeader, type Columns } from "./columns.js";
import type { SourceRow } from "./parse-cells.js";
import { listRows } from "./add-up.js";
import type { HoldingRow } from "./read-row.js";
import type { Report } from "./report.js";
import type { Layout } from "./types.js";

export interface FoundLayout {
  layout: Layout;
  columns: Columns;
  /** How many cells a row may have. */
  width: number;
}

const WEALTHFOLIO = ["date", "symbol", "quantity", "price", "currency"];
const YAHOO = ["symbol", "current price", "date", "time", "trade date", "purchase price", "quantity"];

/** What a header row says; undefined where it is none. */
export function recognizeHeader(cells: readonly string[]): FoundLayout | undefined {
  const headers = cells.map(normalizeHeader);
  const has = (names: readonly string[]): boolean => names.every((name) => headers.includes(name));
  const columns = findColumns(cells);
  const width = cells.length;
  if (has(WEALTHFOLIO) && headers.length === WEALTHFOLIO.length)
    return { layout: "wealthfolio_holdings", columns, width };
  if (has(YAHOO)) {
    return { layout: "yahoo_portfolio", columns: { ...columns, price: headers.indexOf("current price") }, width };
  }
  if (columns.symbol === undefined || columns.quantity === undefined) return undefined;
  return { layout: "generic", columns, width };
}

/** Rows that the layout itself says are no holdings; they are told, and left out. */
export function setAside(source: SourceRow, { layout, columns }: FoundLayout, report: Report): boolean {
  if (layout !== "yahoo_portfolio") return false;
  const symbol = source.cells[columns.symbol ?? 0] ?? "";
  const quantity = source.cells[columns.quantity ?? 0] ?? "";
  if (symbol !== "" && quantity === "") {
    report.notice(source, "row/watched", `${symbol} is watched, not held: it has no quantity.`);
    return true;
  }
  const transaction = columns.transaction === undefined ? "" : (source.cells[columns.transaction] ?? "");
  if (transaction !== "" && !/^buy$/i.test(transaction)) {
    report.problem(
      source,
      "row/transaction",
      `Only holdings are read here; this row is a transaction (${transaction}).`,
    );
    return true;
  }
  return false;
}

/** A file of daily snapshots holds every position once a day: only the newest day is what is held now. */
export function newestSnapshot(holdings: readonly HoldingRow[], columns: Columns, report: Report): HoldingRow[] {
  const dated = holdings.filter(({ source, date }) => {
    if (date !== undefined) return true;
    report.problem(source, "row/date", "A date such as 2026-11-01 is needed here.", columns.date);
    return false;
  });
  const newest = dated.reduce((latest, { date = "" }) => (date > latest ? date : latest), "");
  const older = dated.filter(({ date }) => date !== newest);
  const [first] = older;
  if (first !== undefined) {
    const days = new Set(older.map(({ date }) => date)).size;
    const rows = listRows(older.map(({ source }) => source.row));
    report.notice(
      first.source,
      "table/older_snapshots",
      `Only the newest snapshot (${newest}) is taken; ${String(days)} older ${days === 1 ? "one was" : "ones were"} passed over (rows ${rows}).`,
    );
  }
  return dated.filter(({ date }) => date === newest);
}
