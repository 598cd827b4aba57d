/** A header that has two columns for one thing: which of them counts is told, or asked where nothing tells. */
import { findAlternatives, normalizeHeader, type Role } from "./columns.js";
import type { SourceRow } from "./parse-cells.js";
import { shorten, type Report } from "./report.js";

/** A wrong one of these makes a wrong portfolio. An asset's several names (symbol, ISIN, coin) are no contradiction. */
const FIGURES: readonly Role[] = ["quantity", "price", "currency"];

/** False where the table cannot be read without a guess. Columns that hold the same in all rows need none. */
export function tellSameColumns(
  header: SourceRow,
  rows: readonly SourceRow[],
  used: readonly number[],
  report: Report,
): boolean {
  const differ = (a: number, b: number): boolean => rows.some(({ cells }) => (cells[a] ?? "") !== (cells[b] ?? ""));
  const named = (column: number): string =>
    `“${shorten(header.cells[column] ?? "", 30)}” (column ${String(column + 1)})`;
  const normalized = header.cells.map(normalizeHeader);
  let sound = true;
  for (const [role, columns] of findAlternatives(header.cells)) {
    const [first, ...others] = columns;
    if (first === undefined || !used.includes(first)) continue;
    for (const other of others) {
      if (!differ(first, other)) continue;
      const sameName = normalized[first] === normalized[other];
      if (sameName && (role === "symbol" || FIGURES.includes(role))) {
        report.problem(
          header,
          "table/same_columns",
          `${named(first)} and ${named(other)} have the same name but hold different things. Remove or rename one of them.`,
          other,
        );
        sound = false;
      } else if (sameName || FIGURES.includes(role)) {
        report.notice(
          header,
          "table/same_columns",
          `${named(first)} is read as the ${role}; ${named(other)} was passed over.`,
          other,
        );
      }
    }
  }
  return sound;
}
