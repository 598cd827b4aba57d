/** Previews in a form that can be compared at a glance. */
import type { ImportPreview } from "../../../../web/shared/import/types.js";

/** "SYMBOL quantity @ price" per row. */
export function short(preview: ImportPreview): string[] {
  return preview.rows.map(({ symbol, quantity, price }) => `${symbol} ${quantity} @ ${price}`);
}

/** "row:column code" per entry. */
export function codes(list: ImportPreview["problems"]): string[] {
  return list.map(({ row, column, code }) => `${row}${column === undefined ? "" : `:${column}`} ${code}`);
}

/** "amount CURRENCY" per entry. */
export function cash(preview: ImportPreview): string[] {
  return preview.cash.map(({ amount, currency }) => `${amount} ${currency ?? "?"}`);
}
