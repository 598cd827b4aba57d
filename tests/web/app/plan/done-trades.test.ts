import { describe, expect, it } from "vitest";

import type { Plan, Trade } from "../../../../wasm/planner/planner.js";
import { doneTrades, withToggled } from "../../../../web/app/plan/done-trades.js";
import { aPlan } from "../support/documents.js";

const [first] = aPlan().trades as [Trade];
const second: Trade = { ...first, side: "buy", asset: "eth" };

function planOf(...trades: Trade[]): Plan {
  return aPlan({ trades });
}

describe("trades ticked off", () => {
  const plan = planOf(first, second);

  it("are those of this plan, and go one by one", () => {
    const one = withToggled(undefined, plan, second);
    expect([...doneTrades(one, plan)]).toEqual([second]);
    const both = withToggled(one, plan, first);
    expect(both?.done).toEqual([0, 1]);
    expect([...doneTrades(withToggled(both, plan, second), plan)]).toEqual([first]);
  });

  it("leave nothing behind when the last is unticked", () => {
    expect(withToggled(withToggled(undefined, plan, first), plan, first)).toBeUndefined();
  });

  it("stay while the same is to be carried out, whatever is said about it", () => {
    const ticked = withToggled(undefined, plan, first);
    const said = { ...first, reason: { code: "x", parameters: {}, text: "Otherwise." } };
    expect([...doneTrades(ticked, planOf(said, { ...second }))]).toEqual([said]);
  });

  it("are not those of a plan that differs in any trade, and are there again with the same one", () => {
    const ticked = withToggled(undefined, plan, first);
    for (const other of [
      planOf(first),
      planOf(first, second, { ...second }),
      planOf(second, first),
      planOf(first, { ...second, quantity: "1" }),
      planOf(),
    ]) {
      expect(doneTrades(ticked, other).size).toBe(0);
    }
    expect(withToggled(ticked, planOf(first), first)?.trades).toHaveLength(1);
    expect(doneTrades(ticked, planOf(first, second)).size).toBe(1);
  });

  it("are passed over where what is kept names no trade", () => {
    const { trades } = withToggled(undefined, plan, first) ?? { trades: [] };
    expect([...doneTrades({ trades, done: [0, 7, -1, 0.5] }, plan)]).toEqual([first]);
  });
});
