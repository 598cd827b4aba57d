/** Rows that sum up others. Taken for an asset, a total would double the portfolio. */
import { normalizeHeader, type Columns } from "./columns.js";
import type { SourceRow } from "./parse-cells.js";
import { shorten, type Report } from "./report.js";

/** As normalizeHeader writes them, in the languages whose headers are known. */
const TOTALS = new Set([
  "total",
  "totals",
  "grand total",
  "sub total",
  "subtotal",
  "sub totals",
  "subtotals",
  "account total",
  "portfolio total",
  "overall total",
  "total value",
  "sum",
  "summe",
  "gesamt",
  "gesamtsumme",
  "gesamtwert",
  "insgesamt",
  "endsumme",
  "zwischensumme",
  "totaux",
  "total général",
  "sous total",
  "somme",
  "totales",
  "total general",
  "suma",
  "suma total",
  "totale",
  "totali",
  "totale generale",
  "totale complessivo",
  "subtotale",
  "somma",
]);

/** True where the row is a total, which is told. Its symbol's cell says so, or the first cell of a row without a symbol. */
export function leaveOutTotal({ symbol = 0 }: Columns, source: SourceRow, report: Report): boolean {
  const word = (source.cells[symbol] ?? "") || (source.cells.find((cell) => cell !== "") ?? "");
  if (!TOTALS.has(normalizeHeader(word))) return false;
  report.notice(source, "row/total", `“${shorten(word, 40)}” sums up other rows. It is no asset and was left out.`);
  return true;
}
