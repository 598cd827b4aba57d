/** Text to rows of cells. PapaParse does the quoting; the delimiter is found here, because decimal commas mislead it. */
import Papa from "papaparse";

export type Delimiter = "\t" | ";" | ",";

export interface SourceRow {
  /** 1-based, empty rows counted, as a spreadsheet shows it. */
  row: number;
  /** Trimmed, without empty cells at the end. Never empty. */
  cells: string[];
  /** What is wrong with its quotation marks. */
  quotes?: "unclosed" | "malformed";
}

export interface SourceTable {
  delimiter: Delimiter;
  rows: SourceRow[];
  /** There were more rows than `limit`. */
  cut: boolean;
}

const SAMPLE_LINES = 30;

export function parseCells(text: string, limit: number): SourceTable {
  const clean = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const delimiter = findDelimiter(clean);
  const { data, errors, meta } = Papa.parse<string[]>(clean, {
    header: false,
    delimiter,
    newline: "\n",
    skipEmptyLines: false,
    preview: limit + 1,
  });
  const quotes = new Map<number, "unclosed" | "malformed">();
  for (const { type, code, row } of errors) {
    if (type === "Quotes" && row !== undefined) quotes.set(row, code === "MissingQuotes" ? "unclosed" : "malformed");
  }
  const rows: SourceRow[] = [];
  data.forEach((written, index) => {
    const cells = written.map((cell) => cell.trim());
    while (cells.at(-1) === "") cells.pop();
    const fault = quotes.get(index);
    if (cells.length > 0) rows.push({ row: index + 1, cells, ...(fault === undefined ? {} : { quotes: fault }) });
  });
  return { delimiter, rows, cut: meta.truncated || data.length > limit };
}

/**
 * The first of tab, semicolon and comma that stands in (nearly) every line, outside quotation marks. In that order:
 * tables with decimal commas are written with semicolons, and a tab is never part of a number or a name.
 */
function findDelimiter(text: string): Delimiter {
  const lines = sampleLines(text);
  for (const delimiter of ["\t", ";", ","] as const) {
    const having = lines.filter((line) => line.replace(/"[^"]*"/g, "").includes(delimiter)).length;
    if (having > 0 && having >= lines.length * 0.75) return delimiter;
  }
  // Title rows above a table have none: then the one that most lines have.
  const counts = (["\t", ";", ","] as const).map((delimiter) => ({
    delimiter,
    lines: lines.filter((line) => line.includes(delimiter)).length,
  }));
  counts.sort((a, b) => b.lines - a.lines);
  return counts[0]?.delimiter ?? ",";
}

function sampleLines(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  while (lines.length < SAMPLE_LINES && start < text.length) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    const line = text.slice(start, Math.min(end, start + 10_000));
    if (line.trim() !== "") lines.push(line);
    start = end + 1;
  }
  return lines;
}
