/** The file layouts a table may have. "generic": symbol, quantity, price[, currency] under common header names, or headerless in that order. */
export type Layout = "generic" | "wealthfolio_holdings" | "yahoo_portfolio";

export interface ImportedRow {
  /** 1-based line of the source table, as a spreadsheet shows it. */
  row: number;
  symbol: string;
  name?: string;
  /** DecimalText */
  quantity: string;
  /** DecimalText; "0" where the source gives none (a notice says so). */
  price: string;
  /** Upper case; left out where the source names none. */
  currency?: string;
  /** ISO date */
  price_date?: string;
}

export interface ImportProblem {
  row: number;
  /** 1-based; left out where the whole row is meant. */
  column?: number;
  code: string;
  message: string;
  /** The row as it stood, shortened. */
  text: string;
}

/** Cash rows ($CASH-USD, CASH, USD in a table in USD, …) are apart from assets. */
export interface ImportedCash {
  row: number;
  /** Left out where the source names none. */
  currency?: string;
  amount: string;
}

/** What a person sees before anything is replaced. Rows that were not understood are in `problems`, never dropped. */
export interface ImportPreview {
  layout: Layout;
  rows: ImportedRow[];
  cash: ImportedCash[];
  problems: ImportProblem[];
  /** What was understood but should be known: lots added up, older snapshots or totals passed over, a missing price. */
  notices: ImportProblem[];
  /** Currencies named, in order of appearance; more than one needs a portfolio that knows them all. */
  currencies: string[];
}

/**
 * `data`: pasted text, or a file's bytes (UTF-8 with or without BOM, UTF-16, Windows-1252). `portfolioCurrency`: the base
 * currency of the portfolio that the table is for, which tells its cash from a ticker. Never throws.
 */
export type ReadTable = (data: string | Uint8Array, portfolioCurrency?: string) => ImportPreview;
