/** The lists a preview is made of, and how entries get into them. */
import type { ImportedCash, ImportedRow, ImportPreview, ImportProblem, Layout } from "./types.js";
import type { SourceRow } from "./parse-cells.js";

const SHOWN_CHARACTERS = 120;

export class Report {
  readonly rows: ImportedRow[] = [];
  readonly cash: ImportedCash[] = [];
  readonly #problems: ImportProblem[] = [];
  readonly #notices: ImportProblem[] = [];

  problem(source: SourceRow, code: string, message: string, column?: number): void {
    this.#problems.push(entry(source, code, message, column));
  }

  notice(source: SourceRow, code: string, message: string, column?: number): void {
    this.#notices.push(entry(source, code, message, column));
  }

  /** Nothing was understood, and nothing said why. */
  isEmpty(): boolean {
    return this.rows.length === 0 && this.cash.length === 0 && this.#problems.length === 0;
  }

  preview(layout: Layout): ImportPreview {
    const named = [...this.rows, ...this.cash].sort((a, b) => a.row - b.row).map(({ currency }) => currency);
    return {
      layout,
      rows: this.rows,
      cash: this.cash,
      problems: byRow(this.#problems),
      notices: byRow(this.#notices),
      currencies: [...new Set(named.filter((currency) => currency !== undefined))],
    };
  }
}

/** A preview of nothing, with the one thing that is wrong with the whole. */
export function refuse(code: string, message: string): ImportPreview {
  const report = new Report();
  report.problem({ row: 1, cells: [] }, code, message);
  return report.preview("generic");
}

export function shorten(text: string, length = SHOWN_CHARACTERS): string {
  const characters = [...text.slice(0, length * 2)];
  return characters.length <= length && text.length <= length * 2 ? text : `${characters.slice(0, length).join("")}…`;
}

function entry(source: SourceRow, code: string, message: string, column: number | undefined): ImportProblem {
  const text = shorten(source.cells.map((cell) => shorten(cell)).join(" | "));
  return { row: source.row, ...(column === undefined ? {} : { column: column + 1 }), code, message, text };
}

function byRow(list: ImportProblem[]): ImportProblem[] {
  return list.sort((a, b) => a.row - b.row || (a.column ?? 0) - (b.column ?? 0));
}
