/**
 * Rows of one symbol (lots, several accounts) become one, their quantities added exactly; cash likewise. "vt" is "VT", as on
 * the page.
 */
import { addDecimals } from "../decimal-text.js";
import { asCash, countedIn, isAtPar } from "./cash.js";
import { isIsoCurrency } from "./currency.js";
import type { HoldingRow } from "./read-row.js";
import type { Report } from "./report.js";
import type { ImportedRow } from "./types.js";

/** `portfolio`: the currency that the portfolio is counted in, where there is one. */
export function addUp(holdings: readonly HoldingRow[], report: Report, portfolio?: string): void {
  const counted = countedIn(holdings, portfolio);
  const bySymbol = new Map<string, { row: ImportedRow; first: HoldingRow; lots: number[]; spellings: Set<string> }>();
  for (const holding of holdings) {
    if (takeCash(holding, counted, report)) continue;
    const key = holding.symbol.toUpperCase();
    const known = bySymbol.get(key);
    if (known === undefined) {
      const row = toRow(holding);
      report.rows.push(row);
      bySymbol.set(key, { row, first: holding, lots: [holding.source.row], spellings: new Set([holding.symbol]) });
      continue;
    }
    const first = known.row;
    if (!sameOrUnknown(holding.price, known.first.price) || !sameOrUnknown(holding.currency, first.currency)) {
      report.problem(
        holding.source,
        "row/other_price",
        `Row ${String(first.row)} has ${first.symbol} at another price or currency. Rows of one symbol are added up only at one price.`,
      );
      continue;
    }
    first.quantity = addDecimals(first.quantity, holding.quantity);
    first.price = known.first.price ?? holding.price ?? "0";
    known.first.price ??= holding.price;
    known.lots.push(holding.source.row);
    known.spellings.add(holding.symbol);
    const currency = first.currency ?? holding.currency;
    if (currency !== undefined) first.currency = currency;
  }
  for (const [key, { row, first, lots, spellings }] of bySymbol) {
    if (lots.length > 1) {
      const [, ...others] = spellings;
      const also = others.length === 0 ? "" : ` (also written ${others.join(", ")})`;
      report.notice(
        first.source,
        "row/added_up",
        `${row.symbol}${also}: ${String(lots.length)} rows (${listRows(lots)}) were added up to ${row.quantity}.`,
      );
    }
    if (isIsoCurrency(key) && isAtPar(first.price)) {
      report.notice(
        first.source,
        "row/maybe_cash",
        `${row.symbol} is also the code of a currency. It is taken as an asset; if it is cash, write $CASH-${key} instead.`,
      );
    }
    if (first.price === undefined) {
      report.notice(first.source, "row/no_price", `${row.symbol} has no price here. Enter one before you plan.`);
    }
  }
}

export function listRows(rows: readonly number[]): string {
  const shown = rows.slice(0, 8).map(String);
  return shown.join(", ") + (rows.length > 8 ? ", …" : "");
}

/** True where the row was cash. What names no currency is in the one that everything is counted in. */
function takeCash(holding: HoldingRow, counted: string | undefined, report: Report): boolean {
  const { source, quantity, price } = holding;
  const found = asCash(holding, counted);
  if (found === undefined) return false;
  if (!isAtPar(price)) {
    report.problem(source, "row/cash_price", "Cash has a price of 1 in its own currency.");
    return true;
  }
  const { currency } = found;
  const known = report.cash.find((cash) => (cash.currency ?? counted) === (currency ?? counted));
  if (known === undefined) {
    report.cash.push({ row: source.row, amount: quantity, ...(currency === undefined ? {} : { currency }) });
    return true;
  }
  known.amount = addDecimals(known.amount, quantity);
  if (currency !== undefined) known.currency = currency;
  report.notice(
    source,
    "row/added_up",
    `Cash of row ${String(known.row)} and of this row were added up to ${known.amount}.`,
  );
  return true;
}

function toRow({ source, symbol, quantity, price, currency, name, date }: HoldingRow): ImportedRow {
  return {
    row: source.row,
    symbol,
    quantity,
    price: price ?? "0",
    ...(name === undefined ? {} : { name }),
    ...(currency === undefined ? {} : { currency }),
    ...(date === undefined ? {} : { price_date: date }),
  };
}

function sameOrUnknown(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}
