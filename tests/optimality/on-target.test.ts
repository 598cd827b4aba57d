/** Where everything can come to its target, both norms say so together: steps, fees and limits left out, no cash wanted. */
import { expect, it } from "vitest";

import { createPlanner } from "../../wasm/planner/planner.mjs";
import { generator } from "../bench/generator.mjs";
import { createSolver } from "./highs.js";
import { leastMisplaced } from "./least-misplaced.js";
import { readMarket, type WeightDocument } from "./market.js";

const CASES = 40;

it("assets alone, in any quantity, come to their targets in both norms", async () => {
  const [planner, solver] = [await createPlanner(), await createSolver()];
  for (let seed = 1; seed <= CASES; ++seed) {
    const document = withoutLimits(seed);
    const reply = planner.plan(document);
    if (!reply.ok) throw new Error(JSON.stringify(reply.errors));
    const { objective, drift, totals } = reply.value;
    const market = readMarket(document, {});
    const misplaced = Number(drift.after.misplaced_share);
    // Every value is off by less than a cent.
    const cents = (document.assets.length * 0.01) / Number(totals.value_after);
    const context = `seed ${seed}: ${JSON.stringify(document)}`;
    expect(misplaced, context).toBeLessThan(cents);
    const smallest = Math.min(...document.policy.targets.map(({ weight }) => Number(weight)));
    expect(Number(objective), context).toBeLessThan((2 * cents) ** 2 / smallest);
    expect(leastMisplaced(solver, market, { misplaced, costLimit: 0 }, 1).bound, context).toBeLessThan(1e-9);
  }
});

function withoutLimits(seed: number): WeightDocument {
  const random = generator(seed * 31 + 5);
  const between = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const count = between(2, 12);
  const assets = Array.from({ length: count }, (_, i) => ({
    id: `a${i}`,
    symbol: `A${i}`,
    price: (between(10, 90_000) / 100).toFixed(2),
    quantity_step: "0",
  }));
  const holdings = assets.map(({ id }) => ({ asset: id, quantity: String(between(0, 50)) }));
  const cash = String(between(100, 9000));
  const weights = assets.map(() => between(1, 20));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const rounded = weights.slice(1).map((weight) => Math.floor((weight / sum) * 10_000));
  const first = 10_000 - rounded.reduce((total, weight) => total + weight, 0);
  const targets = [first, ...rounded].map((weight, i) => ({ asset: `a${i}`, weight: (weight / 10_000).toFixed(4) }));
  return {
    format: "ballast",
    version: 1,
    base_currency: "USD",
    assets,
    accounts: [{ id: "c", cash, holdings }],
    policy: { targets },
  };
}
