import type { Plan, Trade } from "../../../wasm/planner/planner.js";
import type { TickedPlan } from "../../shared/storage/types.js";

/**
 * Which trades a person has ticked off. They belong to one list of trades: ticks on a plan are not those of another that
 * happens to have a trade in common with it, and they are there again when the same plan is.
 */

/** What is carried out; why, and what it costs, may be said otherwise. */
function nameOf({ account, side, asset, quantity, price }: Trade): string {
  return JSON.stringify([account, side, asset, quantity, price]);
}

function isOf(ticked: TickedPlan | undefined, plan: Plan): ticked is TickedPlan {
  return (
    ticked?.trades.length === plan.trades.length &&
    plan.trades.every((trade, at) => nameOf(trade) === ticked.trades[at])
  );
}

export function doneTrades(ticked: TickedPlan | undefined, plan: Plan): ReadonlySet<Trade> {
  return new Set(isOf(ticked, plan) ? ticked.done.flatMap((place) => plan.trades[place] ?? []) : []);
}

/** With a trade ticked off, or no longer; undefined where none is left. */
export function withToggled(ticked: TickedPlan | undefined, plan: Plan, trade: Trade): TickedPlan | undefined {
  const done = new Set(doneTrades(ticked, plan));
  if (!done.delete(trade)) done.add(trade);
  if (done.size === 0) return undefined;
  return {
    trades: plan.trades.map(nameOf),
    done: plan.trades.flatMap((one, place) => (done.has(one) ? [place] : [])),
  };
}
