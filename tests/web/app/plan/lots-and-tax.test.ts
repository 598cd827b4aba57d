import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import type { BallastDocument, Plan } from "../../../../wasm/planner/planner.js";
import { heldWords } from "../../../../web/app/plan/held-words.js";
import { tradeRows } from "../../../../web/app/plan/plan-files.js";
import { planText } from "../../../../web/app/plan/plan-text.js";
import { saleLots } from "../../../../web/app/plan/sale-lots.js";
import { taxPanel } from "../../../../web/app/plan/tax-panel.js";
import { aDocument, aPlan } from "../support/documents.js";
import { wordsOf } from "../support/template-text.js";

interface Scenario {
  document: BallastDocument;
  reply: { value: Plan };
}

function scenario(name: string): { document: BallastDocument; plan: Plan } {
  const path = new URL(`../../../scenarios/${name}.json`, import.meta.url);
  const { document, reply } = JSON.parse(readFileSync(path, "utf8")) as Scenario;
  return { document, plan: reply.value };
}

const { document, plan } = scenario("lots_oldest_first");

describe("how long a lot was held", () => {
  it("is said by where each period begins and ends", () => {
    expect(heldWords([{ after_months: 0 }])).toEqual(["any time"]);
    expect(heldWords([{ after_months: 0 }, { after_months: 1 }, { after_months: 12 }])).toEqual([
      "up to 1 month",
      "more than 1 and up to 12 months",
      "more than 12 months",
    ]);
  });
});

describe("what a sale takes", () => {
  const [sale] = plan.trades;
  if (sale === undefined) throw new Error("nothing is sold");

  it("is named lot by lot, with why", () => {
    const words = wordsOf(saleLots(sale, plan.base_currency, "A"));
    expect(words).toContain("2 lots");
    expect(words).toContain("2 bought 2022-01-10 first coins cost 80.00 gain +120.00 rate 15 %");
    expect(words).toContain("Bought on 2026-01-10: the oldest lots go first.");
  });

  it("is said to have no known cost where it has no lot", () => {
    const rest = { ...sale, lots: [], without_lot: { quantity: "1.5", proceeds: "150" } };
    expect(wordsOf(saleLots(rest, plan.base_currency, "A"))).toContain("1.5 without a lot brings 150.00");
  });

  it("is nothing to say where the holding has no lots", () => {
    const without = { ...sale };
    delete without.lots;
    expect(wordsOf(saleLots(without, plan.base_currency, "A"))).toBe("");
  });
});

describe("gains and tax", () => {
  it("show the core's figures, and that they are an estimate", () => {
    const words = wordsOf(taxPanel(document, plan));
    expect(words).toContain("An estimate by the tax rules as entered: calculated, not advice.");
    expect(words).toContain("Gains 140.00 Losses 0.00");
    expect(words).toContain("Tax, estimated 24.00 Tax per percentage point put right 0.60");
    expect(words).toContain("up to 12 months 30 % 20.00 0.00 20.00 6.00");
    expect(words).toContain("more than 12 months 15 % 120.00 0.00 120.00 18.00");
  });

  it("show the losses that are taken, and what they save", () => {
    const taken = scenario("losses_taken_with_the_least_tax_first");
    const words = wordsOf(taxPanel(taken.document, taken.plan));
    expect(words).toContain("Tax saved by losses taken, about 72.26");
    expect(words).toContain(
      "Losses taken Asset Account Sold at least Tax saved, about, USD A Account without a name 7 72.26",
    );
    expect(planText(taken.document, {}, taken.plan)).toContain("  Tax saved by losses taken, about: 72.26");
    const none = scenario("losses_smaller_than_their_fee");
    expect(wordsOf(taxPanel(none.document, none.plan))).toContain("No loss is taken");
  });

  it("are not there where no lot and no rule is known", () => {
    expect(wordsOf(taxPanel(aDocument(), aPlan()))).toBe("");
  });

  it("stand in the plan as text", () => {
    const text = planText(document, {}, plan);
    expect(text).toContain("    2 bought 2022-01-10: cost 80.00, gain +120.00, rate 15");
    expect(text).toContain("  Tax, estimated: 24.00");
    expect(text).toContain("120.00 taxable at 15");
    expect(text).not.toMatch(/recommend|best|should/i);
  });
});

describe("the rows for a spreadsheet", () => {
  const [header = [], ...rows] = tradeRows(document, plan);
  const sum = (column: string) =>
    rows.map((row) => Number(row[header.indexOf(column)] ?? "")).reduce((total, value) => total + value, 0);

  it("have lots below their sale, then tax, and no money twice in a column", () => {
    expect(rows.map((row) => row[header.indexOf("row")])).toEqual(["trade", "lot", "lot", "tax", "tax"]);
    expect(sum("value")).toBe(400);
    expect(sum("quantity")).toBe(4);
    expect(sum("lot_quantity")).toBe(4);
    expect(sum("gain")).toBe(140);
    expect(sum("tax")).toBe(24);
  });

  it("of one account are its own, without the tax that accounts owe together", () => {
    expect(tradeRows(document, plan, "other")).toHaveLength(1);
    expect(tradeRows(document, plan, "main").map((row) => row[10])).toEqual(["row", "trade", "lot", "lot"]);
  });
});
