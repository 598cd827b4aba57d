import type { BallastDocument, Plan, PlanRequest } from "../../../wasm/planner/planner.js";
import { accountName, findAsset, symbolOf } from "../parts/asset-lookup.js";

const header = [
  "account",
  "side",
  "symbol",
  "name",
  "quantity",
  "price",
  "value",
  "fee",
  "currency",
  "reason",
] as const;

/** The trades as rows for a spreadsheet; figures exactly as calculated. */
export function tradeRows(document: BallastDocument, plan: Plan): string[][] {
  return [
    [...header],
    ...plan.trades.map(({ account, side, asset, quantity, price, value, fee, reason }) => [
      accountName(document, account),
      side,
      symbolOf(document, asset),
      findAsset(document, asset)?.name ?? "",
      quantity,
      price,
      value,
      fee,
      plan.base_currency.code,
      reason.text,
    ]),
  ];
}

/** Everything that is needed to calculate it again: the document, what was asked, and the answer. */
export function planJson(document: BallastDocument, request: PlanRequest, plan: Plan): string {
  return `${JSON.stringify({ document, request, plan }, null, 2)}\n`;
}
