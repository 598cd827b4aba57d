import type { BallastDocument, Plan, PlanRequest } from "../../../wasm/planner/planner.js";
import { accountName, symbolOf } from "../parts/asset-lookup.js";
import { currencyOf } from "../parts/currency-of.js";
import { isZero, showMoney, showPlain, showPrice, showShare } from "../text/figures.js";
import { moveWords, switchWords } from "./cash-moves.js";
import { lotLines, taxLines } from "./tax-text.js";

/** The plan as people paste it into a note or a mail. Quantities are written plainly, to be copied as they are. */
export function planText(document: BallastDocument, request: PlanRequest, plan: Plan): string {
  const { code, minor_unit_digits: baseDigits } = plan.base_currency;
  const lines = [`Ballast plan${document.title ? `: ${document.title}` : ""} (${code})`, "Calculated, not advice.", ""];
  const moves = [...moveWords(document, plan, request), ...switchWords(document, plan)];
  if (moves.length > 0) lines.push(...moves.map((move) => `${move}.`), "");
  for (const account of plan.accounts) {
    const trades = plan.trades.filter((trade) => trade.account === account.account);
    const { minor_unit_digits: digits } = currencyOf(plan, account.account);
    const money = (text: string) => showMoney(text, digits);
    const unit = account.currency === undefined ? "" : ` (${account.currency.code})`;
    lines.push(`${accountName(document, account.account)}${unit}`);
    for (const trade of trades) {
      const { side, asset, quantity, price, value, fee } = trade;
      const what = `${side === "sell" ? "Sell" : "Buy"} ${quantity} ${symbolOf(document, asset)}`;
      lines.push(
        `  ${what} at ${showPrice(price, digits)} = ${money(value)}${isZero(fee) ? "" : `, fee ${money(fee)}`}`,
        ...lotLines(trade, baseDigits),
      );
    }
    if (trades.length === 0) lines.push("  No trades.");
    lines.push(`  Cash ${cashLine(account, money)}`, "");
  }
  for (const { text } of plan.infeasible) lines.push(text);
  lines.push(...taxLines(document, plan));
  const { before, after } = plan.drift;
  lines.push(
    `In the wrong place: ${showShare(before.misplaced_share)} before, ${showShare(after.misplaced_share)} after.`,
  );
  if (plan.status !== "infeasible") lines.push(proofText(plan, request));
  if (plan.costs !== undefined) lines.push(costText(plan.costs, plan, request));
  return `${lines.join("\n")}\n`;
}

/** How sure it is that nothing comes closer, and among which plans: those that keep the rules and do not cost far more. */
export function proofText(plan: Plan, { trigger }: Pick<PlanRequest, "trigger">): string {
  const { status, gap, cost_limit: limit, base_currency: currency } = plan;
  const drift = trigger === "outside_bands" ? "drift from what the bands ask for" : "drift";
  const among = isZero(limit)
    ? "within these rules"
    : `within these rules and with at most ${showMoney(limit, currency.minor_unit_digits)} ${currency.code} of fees`;
  if (status === "optimal") return `Proven optimal: ${among}, no plan has a lower ${drift}.`;
  const shown = showPlain(gap, 6);
  const amount = shown.startsWith("<") ? `Less than ${shown.slice(1)}` : `At most ${shown}`;
  return `${amount} above the lowest possible ${drift} ${among}.`;
}

/** Where costs decide: what the plan costs, and what any other would at least. */
export function costText(
  { amount, lower_bound: bound, gap }: NonNullable<Plan["costs"]>,
  { base_currency: { code, minor_unit_digits: digits } }: Pick<Plan, "base_currency">,
  { goal }: Pick<PlanRequest, "goal">,
): string {
  const costs = goal === "least_tax" ? "tax, spreads and fees" : "spreads and fees";
  if (isZero(amount)) return `It costs no ${costs.replace(" and ", " or ")}.`;
  const start = `${costs.charAt(0).toUpperCase()}${costs.slice(1)} come to ${showMoney(amount, digits)} ${code}`;
  if (isZero(gap)) return `${start}; no plan inside all bands costs less.`;
  if (isZero(bound)) return `${start}; how much less another plan could cost is not known.`;
  return `${start}; no plan inside all bands costs less than ${showMoney(bound, digits)}.`;
}

/** How long the engine took; less than a browser's clock can tell is less than a millisecond. */
export function timeText(ms: number): string {
  const shown = ms < 1 ? "less than a millisecond" : ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
  return `Calculated in ${shown}.`;
}

function cashLine(account: Plan["accounts"][number], money: (text: string) => string): string {
  const terms = [
    ["+", "deposits", account.deposits],
    ["+", "from other accounts", account.received],
    ["+", "sells", account.sells],
    ["\u2212", "buys", account.buys],
    ["\u2212", "fees", account.fees],
    ["\u2212", "to other accounts", account.sent],
    ["\u2212", "withdrawals", account.withdrawals],
  ] as const;
  const moved = terms
    .filter(([, , amount]) => !isZero(amount))
    .map(([sign, words, amount]) => ` ${sign} ${words} ${money(amount)}`);
  return `${money(account.cash_before)}${moved.join("")} = ${money(account.cash_after)}`;
}
