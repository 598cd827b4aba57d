import fc from "fast-check";
import { expect, it } from "vitest";

import type { Plan, Trade } from "../../../../wasm/planner/planner.js";
import { flowsOf, type Band } from "../../../../web/app/plan/flows.js";

function trade(side: Trade["side"], asset: string, value: number): Trade {
  return {
    account: "main",
    side,
    asset,
    quantity: "1",
    price: String(value),
    value: String(value),
    fee: "0",
    reason: { code: "", parameters: {}, text: "" },
  };
}

function cash(figures: Partial<Plan["accounts"][number]>): Plan["accounts"][number] {
  const none = {
    cash_before: "0",
    deposits: "0",
    withdrawals: "0",
    received: "0",
    sent: "0",
    sells: "0",
    buys: "0",
    fees: "0",
    cash_after: "0",
  };
  return { account: "main", ...none, ...figures };
}

const words = (bands: readonly Band[]): string[] =>
  bands.map(({ flow }) => `${flow.kind} ${flow.asset ?? flow.amount ?? flow.trades}`);

it("money comes from sales, deposits and cash, and goes to purchases, fees, withdrawals and cash", () => {
  const account = cash({ cash_before: "50", deposits: "100", withdrawals: "30", fees: "20", cash_after: "100" });
  const { sources, uses } = flowsOf(account, [trade("sell", "a", 300), trade("buy", "b", 100), trade("buy", "c", 200)]);
  expect(words(sources)).toEqual(["sale a", "deposit 100", "cash_before 50"]);
  expect(words(uses)).toEqual(["purchase c", "purchase b", "fees 20", "withdrawal 30", "cash_after 100"]);
  expect(sources[0]?.share).toBeCloseTo((100 * 300) / 450);
});

it("small trades beyond the first few are one band; a single one is not hidden", () => {
  const many = [
    trade("sell", "a", 900),
    ...Array.from({ length: 8 }, (_, at) => trade("sell", `s${String(at)}`, 20 - at)),
    trade("buy", "b", 1022),
    trade("buy", "c", 10),
  ];
  const { sources, uses } = flowsOf(cash({}), many);
  const few = ["s0", "s1", "s2", "s3", "s4"].map((asset) => `sale ${asset}`);
  expect(words(sources)).toEqual(["sale a", ...few, "smaller 3"]);
  expect(words(uses)).toEqual(["purchase b", "purchase c"]);
});

it("bands fill the height without touching, names stay inside and apart", () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(amounts, fc.nat(1_000_000), (values, before) => {
      const trades = values.map((value, at) => trade("sell", String(at), value));
      const { sources } = flowsOf(cash({ cash_before: String(before) }), trades);
      const [first] = sources;
      const last = sources.at(-1);
      expect(first?.top).toBe(0);
      expect((last?.top ?? 0) + (last?.height ?? 0)).toBeCloseTo(100);
      expect(sources.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100);
      sources.forEach((band, at) => {
        const next = sources[at + 1];
        expect(band.height).toBeGreaterThan(0);
        expect(band.label).toBeGreaterThanOrEqual(0);
        expect(band.label).toBeLessThanOrEqual(100);
        if (next === undefined) return;
        expect(next.top).toBeGreaterThan(band.top + band.height);
        expect(next.label - band.label).toBeGreaterThan(4);
      });
    }),
  );
});

it("nothing is drawn of an account without money", () => {
  expect(flowsOf(cash({}), [])).toEqual({ sources: [], uses: [] });
});
