import type { BallastDocument, Plan, PlanRequest } from "../../../wasm/planner/planner.js";
import { accountName } from "../parts/asset-lookup.js";
import type { CurrencyShown } from "../parts/currency-of.js";
import { showMoney } from "../text/figures.js";
import { flowCurrency, shownIn } from "./flow-currency.js";
import { gainsChoiceOf, hasTaxedLots } from "./plan-limits.js";
import { amountShown, costsDecide, modeOf, type PlanMode } from "./plan-modes.js";

const modes: Record<PlanMode, string> = {
  full: "rebalance",
  deposit: "invest a deposit",
  withdrawal: "raise a withdrawal",
  bands: "only outside bands",
};
const directions = {
  both: "buy and sell",
  buy_only: "buy only",
  sell_only: "sell only",
  switch_only: "only switches",
} as const;
const destinations = { target: "to the target", half_way: "half-way", band_edge: "to the band’s edge" } as const;
const goals = {
  to_target: "nearest to the targets",
  fewest_trades: "as few as possible",
  least_tax: "with low tax and costs",
  least_cost: "with low costs",
} as const;

/** Where a flow goes that has no account. */
export const ANYWHERE = "wherever it does most";

/** What a plan was asked for, in the words of its options: label and value. */
export function requestWords(document: BallastDocument, request: PlanRequest, plan: Plan): ReadonlyMap<string, string> {
  const mode = modeOf(request);
  const [flow] = request.cash_flows ?? [];
  const gains = gainsChoiceOf(request);
  const inCurrency = ({ code, minor_unit_digits: digits }: CurrencyShown, text: string): string =>
    `${showMoney(text, digits)} ${code}`;
  const money = (text: string): string => inCurrency(plan.base_currency, text);
  const words = new Map([
    ["What to plan", modes[mode]],
    ["What may be traded", directions[request.directions ?? "both"]],
    ["Leave out trades below", money(request.minimum_trade_value ?? "0")],
    ["Most trades", request.most_trades === undefined ? "any number" : String(request.most_trades)],
    [
      "Gains",
      gains === "budget"
        ? `taxed, at most ${money(request.gain_budget ?? "0")}`
        : gains === "none"
          ? "none that is taxed"
          : "any",
    ],
  ]);
  if (hasTaxedLots(document))
    words.set("Losses", request.harvest_losses === true ? "taken where they save tax" : "as they come");
  if (flow !== undefined) {
    const known = plan.accounts.flatMap(({ currency }) => (currency === undefined ? [] : [currency]));
    const currency = shownIn(flowCurrency(document, request), plan.base_currency, known);
    const where = flow.account === undefined ? ANYWHERE : accountName(document, flow.account);
    words.set("Amount", `${inCurrency(currency, amountShown(flow.amount))}, ${where}`);
  }
  if (document.accounts.length > 1)
    words.set("Money between accounts", request.transfers_between === undefined ? "stays where it is" : "may move");
  if (mode === "bands") {
    if (!costsDecide(request)) words.set("How far", destinations[request.destination ?? "target"]);
    words.set("Which trades", goals[request.goal ?? "to_target"]);
  }
  return words;
}
