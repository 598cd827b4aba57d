import type { BallastDocument, Plan, PlanRequest, Trade } from "../../../wasm/planner/planner.js";
import { accountName, findAsset, symbolOf } from "../parts/asset-lookup.js";
import { currencyOf } from "../parts/currency-of.js";
import { heldWords } from "./held-words.js";
import { rulesName } from "./tax-panel.js";

const tradeColumns = [
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

/** Where lots are known: rows of lots below their sales, then of tax. No column has the same money twice, so each can be summed. */
const lotColumns = ["row", "acquired", "lot", "lot_quantity", "proceeds", "cost", "gain", "rate"] as const;
const taxColumns = ["rules", "held", "gains", "losses", "taxable", "tax"] as const;

type Column = (typeof tradeColumns)[number] | (typeof lotColumns)[number] | (typeof taxColumns)[number];
type Row = Partial<Record<Column, string>>;

/** The trades (of one account) as rows for a spreadsheet; figures exactly as calculated. */
export function tradeRows(document: BallastDocument, plan: Plan, account?: string): string[][] {
  const trades = plan.trades.filter((trade) => account === undefined || trade.account === account);
  const rows = trades.flatMap((trade) => [tradeRow(document, plan, trade), ...lotRows(document, plan, trade)]);
  if (plan.realised === undefined) return table(tradeColumns, rows);
  // Accounts with the same rules are taxed together: of one alone there is no tax to be named.
  if (account !== undefined) return table([...tradeColumns, ...lotColumns], rows);
  return table([...tradeColumns, ...lotColumns, ...taxColumns], [...rows, ...taxRows(document, plan)]);
}

function table(columns: readonly Column[], rows: readonly Row[]): string[][] {
  return [[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
}

function tradeRow(document: BallastDocument, plan: Plan, trade: Trade): Row {
  const { side, asset, quantity, price, value, fee, reason } = trade;
  return {
    ...namesOf(document, plan, trade),
    row: "trade",
    side,
    name: findAsset(document, asset)?.name ?? "",
    quantity,
    price,
    value,
    fee,
    reason: reason.text,
  };
}

function lotRows(document: BallastDocument, plan: Plan, trade: Trade): Row[] {
  const { lots = [], without_lot: rest } = trade;
  const names = { ...namesOf(document, plan, trade), row: "lot", currency: plan.base_currency.code };
  return [
    ...lots.map(({ id = "", acquired, quantity, proceeds, cost, gain, rate = "", reason }) => ({
      ...names,
      acquired,
      lot: id,
      lot_quantity: quantity,
      proceeds,
      cost,
      gain,
      rate,
      reason: reason.text,
    })),
    ...(rest === undefined ? [] : [{ ...names, lot_quantity: rest.quantity, proceeds: rest.proceeds }]),
  ];
}

function taxRows(document: BallastDocument, { realised, base_currency: { code } }: Plan): Row[] {
  return (realised?.tax_rules ?? []).flatMap(({ id, periods }) => {
    const held = heldWords(periods);
    return periods.map(({ rate, gains, losses, taxable, tax }, at) => ({
      row: "tax",
      currency: code,
      rules: rulesName(document, id),
      held: held[at] ?? "",
      rate,
      gains,
      losses,
      taxable,
      tax,
    }));
  });
}

function namesOf(document: BallastDocument, plan: Plan, { account, asset }: Trade): Row {
  const { code } = currencyOf(plan, account);
  return { account: accountName(document, account), symbol: symbolOf(document, asset), currency: code };
}

/** Everything that is needed to calculate it again: the document, what was asked, and the answer. */
export function planJson(document: BallastDocument, request: PlanRequest, plan: Plan): string {
  return `${JSON.stringify({ document, request, plan }, null, 2)}\n`;
}
