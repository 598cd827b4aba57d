import { describe, expect, it } from "vitest";
import type { Account, Holding } from "../../../../../wasm/planner/planner.js";
import * as edits from "../../../../../web/app/holdings/terms/term-edits.js";

const account = (): Account => ({ id: "main", holdings: [] });
const holding = (): Holding => ({ asset: "btc", quantity: "1" });

describe("terms of an account", () => {
  it("disappear when they are emptied", () => {
    const one = account();
    edits.setFee(one, "minimum", "9.9");
    edits.setFee(one, "maximum", "59.9");
    edits.setLeastTrade(one, "10");
    expect(one).toEqual({ ...account(), fees: { minimum: "9.9", maximum: "59.9" }, minimum_trade_value: "10" });
    edits.setFee(one, "minimum", "");
    edits.setFee(one, "maximum", "");
    edits.setLeastTrade(one, "");
    expect(one).toEqual(account());
  });

  it("keep tiers in their order, and none at all when the last one goes", () => {
    const one = account();
    edits.setFee(one, "fixed", "1");
    edits.addTier(one);
    edits.setTier(one, 0, "from", "500");
    edits.addTier(one);
    edits.setTier(one, 1, "from", "1000");
    edits.setTier(one, 1, "proportional", "0.001");
    edits.setTier(one, 1, "proportional", "");
    edits.setTier(one, 7, "fixed", "3");
    expect(one.fees).toEqual({ fixed: "1", tiers: [{ from: "500" }, { from: "1000" }] });
    edits.removeTier(one, 0);
    expect(one.fees?.tiers).toEqual([{ from: "1000" }]);
    edits.removeTier(one, 0);
    expect(one.fees).toEqual({ fixed: "1" });
  });
});

describe("terms of a holding", () => {
  it("are left out where they are the default", () => {
    const one = holding();
    edits.allowHere(one, "may_sell", false);
    edits.setLeastQuantity(one, "0.1");
    expect(one).toEqual({ ...holding(), may_sell: false, minimum_quantity: "0.1" });
    edits.allowHere(one, "may_sell", true);
    edits.setLeastQuantity(one, "");
    expect(one).toEqual(holding());
  });

  it("have locks, each with its day", () => {
    const one = holding();
    edits.addLock(one, "2027-01-01");
    edits.setLock(one, 0, "quantity", "0.5");
    edits.addLock(one, "2027-01-01");
    edits.setLock(one, 1, "until", "2028-01-01");
    expect(one.locks).toEqual([
      { quantity: "0.5", until: "2027-01-01" },
      { quantity: "", until: "2028-01-01" },
    ]);
    edits.removeLock(one, 1);
    edits.removeLock(one, 0);
    expect(one).toEqual(holding());
  });
});
