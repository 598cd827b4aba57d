/**
 * Rows of text as CSV (RFC 4180: commas, CRLF, quotation marks only where needed). A text that a spreadsheet would run
 * as a formula gets an apostrophe before it; a plain decimal such as "-5" is a number and stays one.
 */
import { isDecimalText } from "../decimal-text.js";

/** Spreadsheets run a cell that begins so; some skip spaces before it, some take the full-width forms too. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

export interface CsvOptions {
  /** Excel takes a file without it for Windows-1252 and garbles names. For downloads, not for the clipboard. */
  byteOrderMark?: boolean;
}

export function toCsv(rows: readonly (readonly string[])[], options: CsvOptions = {}): string {
  const lines = rows.map((row) => row.map(toCell).join(","));
  return (options.byteOrderMark === true ? "\uFEFF" : "") + lines.map((line) => `${line}\r\n`).join("");
}

function toCell(text: string): string {
  const safe = FORMULA.test(text) && !isDecimalText(text) ? `'${text}` : text;
  // Semicolon and tab too: programs that guess what separates cells look for these outside quotation marks.
  return /[",;\t\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
