/**
 * Which rows are cash. A currency's code alone is not enough: BND, AMD, ALL and TRY are also tickers, so something else must
 * say that it is meant: the row's own currency, a column that calls it cash, or the currency everything is counted in.
 */
import { isIsoCurrency } from "./currency.js";
import type { HoldingRow } from "./read-row.js";

const MARKED = /^\$+CASH(?:[-_ ]([A-Z][A-Z0-9]{2,7}))?$/;

/** What a column of kinds calls cash, as normalizeHeader writes it, in the languages whose headers are known. */
const CASH_KINDS = new Set([
  "cash",
  "currency",
  "fiat",
  "fiat currency",
  "money",
  "forex",
  "bargeld",
  "geld",
  "währung",
  "devisen",
  "liquidität",
  "liquide mittel",
  "espèces",
  "liquidités",
  "devise",
  "monnaie",
  "efectivo",
  "liquidez",
  "moneda",
  "divisa",
  "contanti",
  "liquidità",
  "valuta",
]);

export function isCashKind(normalized: string): boolean {
  return CASH_KINDS.has(normalized);
}

/** Symbols that may be cash: what they hold may be written as an amount of money. */
export function mayBeCash(symbol: string): boolean {
  const upper = symbol.toUpperCase();
  return upper === "CASH" || MARKED.test(upper) || isIsoCurrency(upper);
}

/** A price that cash in its own currency may have. */
export function isAtPar(price: string | undefined): boolean {
  return price === undefined || price === "1";
}

/** Undefined: an asset. Otherwise cash, with its currency if one is named. */
export function asCash(holding: HoldingRow, counted: string | undefined): { currency: string | undefined } | undefined {
  const symbol = holding.symbol.toUpperCase();
  const marked = MARKED.exec(symbol);
  // A mark leaves no doubt, whatever the price; that is then reported.
  if (marked !== null) return { currency: marked[1] ?? holding.currency };
  if (!isAtPar(holding.price)) return undefined;
  if (symbol === "CASH") return { currency: holding.currency };
  const meant = symbol === (holding.currency ?? counted) || (holding.calledCash && isIsoCurrency(symbol));
  return meant ? { currency: symbol } : undefined;
}

/** What a table is counted in: the one currency it names, or else the portfolio's, if it names none. */
export function countedIn(holdings: readonly HoldingRow[], portfolio: string | undefined): string | undefined {
  const named = new Set<string>();
  for (const { symbol, currency } of holdings) {
    const code = MARKED.exec(symbol.toUpperCase())?.[1] ?? currency;
    if (code !== undefined) named.add(code);
  }
  const [only] = named;
  return named.size === 0 ? portfolio : named.size === 1 ? only : undefined;
}
