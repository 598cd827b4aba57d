import { describe, expect, it } from "vitest";

import type { PlanRequest } from "../../../../wasm/planner/planner.js";
import { planJson, tradeRows } from "../../../../web/app/plan/plan-files.js";
import { amountShown, costsDecide, flowAmount, modeOf, setMode } from "../../../../web/app/plan/plan-modes.js";
import { costText, planText, proofText, timeText } from "../../../../web/app/plan/plan-text.js";
import { toCsv } from "../../../../web/shared/export/to-csv.js";
import { aDocument, aPlan } from "../support/documents.js";

describe("the kind of plan", () => {
  it("can be told from the request, and set in it", () => {
    const request: PlanRequest = { minimum_trade_value: "10" };
    expect(modeOf(request)).toBe("full");
    setMode(request, "deposit", "main");
    expect(request).toMatchObject({ directions: "buy_only", cash_flows: [{ account: "main", amount: "" }] });
    expect(modeOf(request)).toBe("deposit");
    setMode(request, "withdrawal", "main");
    expect(request).toMatchObject({ directions: "sell_only", cash_flows: [{ account: "main", amount: "-" }] });
    expect(modeOf(request)).toBe("withdrawal");
    setMode(request, "bands", "main");
    expect(request).toEqual({
      minimum_trade_value: "10",
      directions: "both",
      trigger: "outside_bands",
      destination: "target",
    });
    request.goal = "fewest_trades";
    setMode(request, "full", "main");
    expect(request).toEqual({ minimum_trade_value: "10", directions: "both", trigger: "always" });
  });

  it("leaves how far to trade to the costs where those decide", () => {
    expect(costsDecide({})).toBe(false);
    expect(costsDecide({ goal: "fewest_trades" })).toBe(false);
    expect(costsDecide({ goal: "least_tax" })).toBe(true);
    expect(costsDecide({ goal: "least_cost" })).toBe(true);
  });

  it("takes an amount along from deposit to withdrawal", () => {
    const request: PlanRequest = {};
    setMode(request, "deposit", "main");
    request.cash_flows = [{ account: "other", amount: flowAmount("1,000.50", "deposit") }];
    setMode(request, "withdrawal", "main");
    expect(request.cash_flows).toEqual([{ account: "other", amount: "-1000.5" }]);
  });

  it("gives the amount its sign, whatever sign was typed", () => {
    expect(flowAmount("-5", "deposit")).toBe("5");
    expect(flowAmount("-5", "withdrawal")).toBe("-5");
    expect(flowAmount("5", "withdrawal")).toBe("-5");
    expect(flowAmount("abc", "withdrawal")).toBe("-abc");
    expect(flowAmount("", "withdrawal")).toBe("-");
    expect(amountShown("-abc")).toBe("abc");
  });
});

describe("the plan as text", () => {
  const text = planText(aDocument(), {}, aPlan());

  it("says what to do, with quantities that can be copied", () => {
    expect(text).toContain("Sell 0.12345678 BTC at 61,250.50 = 7,561.78, fee 7.56");
    expect(text).toContain("Calculated, not advice.");
  });

  it("shows where the cash goes, and leaves out what is nothing", () => {
    expect(text).toContain("Cash 5.00 + sells 7,561.78 − fees 7.56 = 7,559.22");
    expect(text).not.toContain("deposits");
  });

  it("states how long it took", () => {
    expect(timeText(0)).toBe("Calculated in less than a millisecond.");
    expect(timeText(22.4)).toBe("Calculated in 22 ms.");
    expect(timeText(1234)).toBe("Calculated in 1.2 s.");
  });

  it("states what is proven", () => {
    expect(proofText(aPlan(), {})).toBe("Proven optimal: within these rules, no plan has a lower drift.");
    expect(proofText(aPlan({ cost_limit: "12.5" }), { trigger: "outside_bands" })).toBe(
      "Proven optimal: within these rules and with at most 12.50 USD of fees, " +
        "no plan has a lower drift from what the bands ask for.",
    );
    const near = aPlan({ status: "within_gap", gap: "0.0003" });
    expect(proofText(near, {})).toBe("At most 0.0003 above the lowest possible drift within these rules.");
    expect(proofText(aPlan({ status: "within_gap", gap: "0.00000001" }), {})).toMatch(/^Less than 0.000001/);
  });

  it("says what it costs where costs decide, and what another plan would at least", () => {
    const plan = aPlan();
    const words = (amount: string, bound: string, gap: string, goal: PlanRequest["goal"] = "least_cost") =>
      costText({ amount, lower_bound: bound, gap }, plan, { goal: goal ?? "to_target" });
    expect(words("4.2", "4.04", "0.16", "least_tax")).toBe(
      "Tax, spreads and fees come to 4.20 USD; no plan inside all bands costs less than 4.04.",
    );
    expect(words("4.2", "4.2", "0")).toBe("Spreads and fees come to 4.20 USD; no plan inside all bands costs less.");
    expect(words("4.2", "0", "4.2")).toMatch(/^Spreads and fees come to 4.20 USD; how much less .* is not known.$/);
    expect(words("0", "0", "0", "least_tax")).toBe("It costs no tax, spreads or fees.");
    const costs = { amount: "4.2", lower_bound: "4.04", gap: "0.16" };
    expect(planText(aDocument(), { goal: "least_cost" }, aPlan({ costs }))).toContain("come to 4.20 USD");
  });

  it("never speaks of advice in other words", () => {
    expect(text).not.toMatch(/recommend|best|should/i);
  });
});

describe("the plan as files", () => {
  it("has one row for each trade, exact, with formulas disarmed", () => {
    const csv = toCsv(tradeRows(aDocument(), aPlan()));
    expect(csv.split("\r\n")).toEqual([
      "account,side,symbol,name,quantity,price,value,fee,currency,reason",
      "Main,sell,BTC,Bitcoin,0.12345678,61250.5,7561.78,7.56,USD,'=BTC is above its target.",
      "",
    ]);
  });

  it("has all that is needed to calculate it again", () => {
    const request: PlanRequest = { trigger: "always" };
    expect(JSON.parse(planJson(aDocument(), request, aPlan()))).toEqual({
      document: aDocument(),
      request,
      plan: aPlan(),
    });
  });
});
