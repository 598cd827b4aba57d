import { readDecimal } from "../../shared/decimal-text.js";

/** The columns of a holdings table that a block of cells can be pasted into, in their order on the page. */
export const pasteColumns = ["symbol", "name", "quantity", "price", "quantity_step", "locked_quantity"] as const;
export type PasteColumn = (typeof pasteColumns)[number];

export interface PastedCell {
  readonly row: number;
  readonly column: PasteColumn;
  readonly text: string;
}

/** A spreadsheet puts tabs between cells and line ends between rows; anything else is ordinary text for one field. */
export function isBlock(text: string): boolean {
  return /[\t\n]/.test(text.replace(/\r?\n$/, ""));
}

/**
 * Lays a copied block over the table from one cell on. People who keep symbol, quantity and price side by side have no
 * column of names; where what would become names are all numbers, that column is passed over.
 */
export function layOut(text: string, from: PasteColumn): PastedCell[] {
  const rows = text
    .replace(/\r\n?/g, "\n")
    .replace(/\n+$/, "")
    .split("\n")
    .map((line) => line.split("\t").map(unquoted));
  const start = pasteColumns.indexOf(from);
  const columns: PasteColumn[] = pasteColumns.slice(start);
  const second = rows.map((row) => row[1] ?? "");
  if (
    from === "symbol" &&
    second.some((cell) => cell !== "") &&
    second.every((cell) => cell === "" || isNumber(cell))
  ) {
    columns.splice(1, 1);
  }
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, index) => {
      const column = columns[index];
      return column === undefined ? [] : [{ row, column, text: cell.trim() }];
    }),
  );
}

function isNumber(text: string): boolean {
  return readDecimal(text).kind !== "invalid";
}

/** Cells with quotes or line ends inside come quoted. */
function unquoted(cell: string): string {
  return /^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
