/** Rows of one symbol (lots, several accounts) become one, their quantities added exactly; cash likewise. */
import { addDecimals } from "../decimal-text.js";
import { isIsoCurrency } from "./currency.js";
import type { HoldingRow } from "./read-row.js";
import type { Report } from "./report.js";
import type { ImportedRow } from "./types.js";

export function addUp(holdings: readonly HoldingRow[], report: Report): void {
  const bySymbol = new Map<string, { row: ImportedRow; first: HoldingRow; lots: number[] }>();
  for (const holding of holdings) {
    if (takeCash(holding, report)) continue;
    const known = bySymbol.get(holding.symbol);
    if (known === undefined) {
      const row = toRow(holding);
      report.rows.push(row);
      bySymbol.set(holding.symbol, { row, first: holding, lots: [holding.source.row] });
      continue;
    }
    const first = known.row;
    if (!sameOrUnknown(holding.price, known.first.price) || !sameOrUnknown(holding.currency, first.currency)) {
      report.problem(
        holding.source,
        "row/other_price",
        `Row ${String(first.row)} has ${holding.symbol} at another price or currency. Rows of one symbol are added up only at one price.`,
      );
      continue;
    }
    first.quantity = addDecimals(first.quantity, holding.quantity);
    first.price = known.first.price ?? holding.price ?? "0";
    known.first.price ??= holding.price;
    known.lots.push(holding.source.row);
    const currency = first.currency ?? holding.currency;
    if (currency !== undefined) first.currency = currency;
  }
  for (const { row, first, lots } of bySymbol.values()) {
    if (lots.length > 1) {
      report.notice(
        first.source,
        "row/added_up",
        `${row.symbol}: ${String(lots.length)} rows (${listRows(lots)}) were added up to ${row.quantity}.`,
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

/** True where the row was cash: $CASH-USD, CASH, or a currency's own code at a price of 1 or none. */
function takeCash(holding: HoldingRow, report: Report): boolean {
  const { source, symbol, quantity, price } = holding;
  const atPar = price === undefined || price === "1";
  const upper = symbol.toUpperCase();
  let currency: string | undefined;
  const marked = /^\$+CASH(?:[-_ ]([A-Z][A-Z0-9]{2,7}))?$/.exec(upper);
  if (marked !== null) {
    currency = marked[1] ?? holding.currency;
  } else if (upper === "CASH" && atPar) {
    currency = holding.currency;
  } else if (isIsoCurrency(upper) && atPar && (holding.currency ?? upper) === upper) {
    currency = upper;
  } else {
    return false;
  }
  if (!atPar) {
    report.problem(source, "row/cash_price", "Cash has a price of 1 in its own currency.");
    return true;
  }
  const known = report.cash.find((cash) => cash.currency === currency);
  if (known === undefined) {
    report.cash.push({ row: source.row, amount: quantity, ...(currency === undefined ? {} : { currency }) });
  } else {
    known.amount = addDecimals(known.amount, quantity);
    report.notice(
      source,
      "row/added_up",
      `Cash of row ${String(known.row)} and of this row were added up to ${known.amount}.`,
    );
  }
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
