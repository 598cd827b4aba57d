import { describe, expect, it, vi } from "vitest";

import type { PlanRequest } from "../../../../wasm/planner/planner.js";
import { comparedFigures, comparedTrades, planComparison } from "../../../../web/app/plan/plan-comparison.js";
import { aDocument, aPlan } from "../support/documents.js";
import { templateText } from "../support/template-text.js";

const of = (request: PlanRequest, plan = aPlan(), document = aDocument()) => ({
  workspace: { document, request },
  plan,
});
const actions = { keep: vi.fn(), drop: vi.fn(), useKept: vi.fn() };
const text = (template: ReturnType<typeof planComparison>): string =>
  typeof template === "symbol" ? "" : templateText(template).replaceAll(/\s+/g, " ");

describe("two plans side by side", () => {
  it("what was asked is told where it differs, what they come to always", () => {
    const kept = of({ directions: "both" });
    const shown = of(
      { directions: "buy_only", cash_flows: [{ account: "main", amount: "200" }] },
      aPlan({ trades: [] }),
    );
    const rows = comparedFigures(kept, shown);
    expect(rows).toContainEqual(["What to plan", "rebalance", "invest a deposit"]);
    expect(rows).toContainEqual(["What may be traded", "buy and sell", "buy only"]);
    expect(rows).toContainEqual(["Amount", "–", "200.00 USD, Main"]);
    expect(rows.map(([label]) => label)).not.toContain("Gains");
    expect(rows).toContainEqual(["Trades", "1", "0"]);
    expect(rows).toContainEqual(["Fees, USD", "7.56", "7.56"]);
    expect(rows.map(([label]) => label)).not.toContain("Tax, estimated, USD");
  });

  it("of trades those that are not the same in both", () => {
    const [sale] = aPlan().trades;
    if (sale === undefined) throw new Error("no trade");
    const less = { ...sale, quantity: "0.1", value: "6125.05" };
    const other = { ...sale, side: "buy", asset: "eth", quantity: "3", value: "30" } as const;
    expect(comparedTrades(of({}), of({}))).toEqual([]);
    expect(comparedTrades(of({}), of({}, aPlan({ trades: [less, other] })))).toEqual([
      ["Sell BTC", "0.12345678 for 7,561.78", "0.1 for 6,125.05"],
      ["Buy ETH", "–", "3 for 30.00"],
    ]);
    expect(comparedTrades(of({}), of({}, aPlan({ trades: [] })))).toEqual([
      ["Sell BTC", "0.12345678 for 7,561.78", "–"],
    ]);
  });

  it("a plan without trades is not offered to be kept; a kept one says what to do next", () => {
    expect(text(planComparison(null, of({}, aPlan({ trades: [] })), actions))).toBe("");
    expect(text(planComparison(null, of({}), actions))).toContain("Keep this plan to compare");
    const shown = of({});
    expect(text(planComparison(shown, shown, actions))).toContain("both plans stand here side by side");
  });

  it("says where the two do not start from the same place", () => {
    const elsewhere = of({}, aPlan(), aDocument({ title: "Other" }));
    expect(text(planComparison(of({}), elsewhere, actions))).toContain("do not start from the same place");
    const kept = of({});
    const same = of({}, aPlan(), kept.workspace.document);
    expect(text(planComparison(kept, same, actions))).not.toContain("same place");
    expect(text(planComparison(kept, same, actions))).not.toContain("Ask for the kept one");
  });
});
