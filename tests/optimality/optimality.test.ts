/** Plans of random documents against an independent solver, by hand, and the same in other words. */
import { beforeAll, describe, expect, it } from "vitest";

import type { Plan, Planner } from "../../wasm/planner/planner.js";
import { createPlanner } from "../../wasm/planner/planner.mjs";
import { type Comparison, compare } from "./compare.js";
import { units } from "./decimals.js";
import { createSolver, type Solver } from "./highs.js";
import type { Effort } from "./least-drift.js";
import { randomCase, type Shape } from "./random-case.js";

/** How many of a hundred. */
const SHAPES: (Shape & Effort & { of100: number })[] = [
  { of100: 20, mostAssets: 4, mostAccounts: 1, costs: "none", steps: "coarse", nodes: 300, rounds: 6 },
  { of100: 20, mostAssets: 3, mostAccounts: 2, costs: "rates", steps: "mixed", nodes: 200, rounds: 4 },
  { of100: 25, mostAssets: 3, mostAccounts: 2, costs: "all", steps: "mixed", nodes: 100, rounds: 4 },
  { of100: 15, mostAssets: 4, mostAccounts: 2, costs: "all", steps: "coarse", nodes: 100, rounds: 3 },
  { of100: 8, mostAssets: 8, mostAccounts: 3, costs: "none", steps: "coarse", nodes: 100, rounds: 3 },
  { of100: 6, mostAssets: 8, mostAccounts: 2, costs: "rates", steps: "fine", nodes: 50, rounds: 3 },
  { of100: 4, mostAssets: 8, mostAccounts: 2, costs: "all", steps: "mixed", nodes: 20, rounds: 2 },
  { of100: 1, mostAssets: 30, mostAccounts: 3, isFull: true, costs: "none", steps: "coarse", nodes: 20, rounds: 2 },
  { of100: 1, mostAssets: 30, mostAccounts: 3, isFull: true, costs: "rates", steps: "fine", nodes: 5, rounds: 1 },
];
const CASES = Number(process.env["BALLAST_CASES"] ?? 500);

/** What doubles of the two sides, and what HiGHS takes for equal, make of a drift. */
const epsilon = (drift: number): number => 1e-10 + 1e-9 * drift;
/** What whole numbers that HiGHS takes for whole within 1e-7 make of a bound. */
const WHOLE = 1e-8;
/** Up to here a plan is called optimal. */
const OPTIMAL = 1e-9;

const comparisons: Comparison[] = [];
let planner: Planner;
let solver: Solver;
let engineSeconds = 0;
let planned = 0;

beforeAll(async () => {
  [planner, solver] = [await createPlanner(), await createSolver()];
  const timed: Planner = {
    ...planner,
    plan: (document, request) => {
      const before = performance.now();
      const reply = planner.plan(document, request);
      engineSeconds += (performance.now() - before) / 1000;
      ++planned;
      return reply;
    },
  };
  for (const [s, shape] of SHAPES.entries()) {
    const wanted = comparisons.length + Math.max(1, Math.round((CASES * shape.of100) / 100));
    for (let seed = s * 1_000_000; comparisons.length < wanted; ++seed) {
      const compared = compare(timed, solver, randomCase(seed, shape), shape);
      if (compared !== null) comparisons.push(compared);
    }
  }
});

/** Those that break a promise, as the texts to reproduce them with. */
function broken(promise: (compared: Comparison) => string | null): string[] {
  return comparisons.flatMap((compared) => {
    const fault = promise(compared);
    const { seed, document, request } = compared.case;
    return fault === null ? [] : [`seed ${seed}: ${fault}\n${JSON.stringify({ document, request })}`];
  });
}

/** What the bound of a plan is about. */
function within<T extends { costs: number }>(plan: Plan, others: readonly T[]): T[] {
  return others.filter(({ costs }) => costs <= Number(plan.cost_limit));
}

describe("plans of random documents", () => {
  it("keep the rules as they are read here, and say truly how far from target they end", () => {
    const faults = broken(({ outcome, objective, plan, isInProgram }) => {
      if (outcome.broken !== null) return outcome.broken;
      if (Math.abs(outcome.drift - objective) > 1e-15 * (1 + objective)) return `the drift is ${outcome.drift}`;
      const cash = plan.accounts.map(({ cash_after }) => units(cash_after));
      if (cash.some((left, a) => left !== outcome.cash[a])) return "other cash is left";
      return isInProgram ? null : "the program does not know this plan";
    });
    expect(faults).toEqual([]);
  });

  it("have no less drift than HiGHS says that any plan has", () => {
    const faults = broken(({ least, objective, allowance }) =>
      least.bound <= objective + epsilon(objective) + allowance
        ? null
        : `${least.bound} is the least, not ${objective}`,
    );
    expect(faults).toEqual([]);
  });

  it("state a bound that no plan of other making is below", () => {
    const faults = broken(({ plan, rivals }) => {
      const lowest = Number(plan.lower_bound);
      const below = within(plan, rivals).find(({ drift, allowance }) => drift < lowest - epsilon(lowest) - allowance);
      return below === undefined ? null : `${below.name} has ${below.drift}, below ${lowest}`;
    });
    expect(faults).toEqual([]);
  });

  it("are optimal where they say so", () => {
    const faults = broken(({ plan, rivals, objective, least, isExact, allowance: own }) => {
      if (plan.status !== "optimal") return null;
      const better = within(plan, rivals).find(
        ({ drift, allowance }) => drift < objective - OPTIMAL - epsilon(objective) - allowance - own,
      );
      if (better !== undefined) return `${better.name} has ${better.drift}, not ${objective}`;
      // Where something is charged the bound is looser, and says less than the plans that were found.
      if (!isExact || !least.isClosed || least.loosening > 0) return null;
      const proven = least.bound + OPTIMAL + WHOLE * (1 + objective) + own;
      return proven >= objective ? null : `the least is ${least.bound}, not ${objective}`;
    });
    expect(faults).toEqual([]);
  });

  it("are never worse than doing nothing, or than what is done by hand", () => {
    const faults = broken(({ rivals, objective, allowance: own }) => {
      const better = rivals.find(
        ({ name, drift, allowance }) =>
          (name === "nothing" || name === "greedy") &&
          drift < objective - OPTIMAL - epsilon(objective) - allowance - own,
      );
      return better === undefined ? null : `${better.name} has ${better.drift}, not ${objective}`;
    });
    expect(faults).toEqual([]);
  });

  it("misplace no less than HiGHS says that any plan does", () => {
    const faults = broken(({ leastMisplaced, outcome, allowance }) =>
      leastMisplaced <= outcome.misplaced + 1e-9 + Math.sqrt(allowance) ? null : `${leastMisplaced} is the least`,
    );
    expect(faults).toEqual([]);
  });

  it("are the same within their gaps in another order and in other units", () => {
    const faults = broken(({ plan, objective, outcome, same, allowance }) => {
      const off = same.find(({ plan: other, costs }) => {
        const by = Number(other.objective) - objective;
        const slack = epsilon(objective) + 2 * allowance;
        const isBelow = costs <= Number(plan.cost_limit) && -by > Number(plan.gap) + slack;
        return isBelow || (outcome.costs <= Number(other.cost_limit) && by > Number(other.gap) + slack);
      });
      return off === undefined ? null : `${off.name} it is ${off.plan.objective}, not ${plan.objective}`;
    });
    expect(faults).toEqual([]);
  });

  it("were compared in earnest", () => {
    const count = (which: (compared: Comparison) => boolean): number => comparisons.filter(which).length;
    const optimal = count(({ plan }) => plan.status === "optimal");
    const proven = count(
      ({ least, objective, allowance }) => least.bound >= objective - OPTIMAL - least.loosening - allowance,
    );
    const improved = comparisons.map(
      ({ rivals, objective }) => objective - Math.min(...rivals.map(({ drift }) => drift)),
    );
    const gaps = comparisons.map(({ plan }) => Number(plan.gap));
    const misplaced = comparisons.map(
      ({ rivals, outcome }) => outcome.misplaced - Math.min(...rivals.map((r) => r.misplaced)),
    );
    const [perPlan, perCase] = [engineSeconds / planned, solver.seconds() / comparisons.length];
    console.log(
      [
        `${comparisons.length} plans, ${optimal} called optimal, ${proven} proven by HiGHS, largest gap ${Math.max(...gaps)}`,
        `${improved.filter((by) => by > OPTIMAL).length} with a better one, by ${Math.max(...improved)} at most`,
        `${misplaced.filter((by) => by > 1e-6).length} misplace more than need be, by ${Math.max(...misplaced)} at most`,
        `a plan takes the engine ${(1000 * perPlan).toFixed(1)} ms, and HiGHS ${(1000 * perCase).toFixed(0)} ms to judge: ${(perCase / perPlan).toFixed(0)} times as long`,
        `${solver.failures()} programs given up`,
      ].join("\n"),
    );
    expect(proven).toBeGreaterThan(0.7 * comparisons.length);
    expect(solver.failures()).toBeLessThanOrEqual(0.01 * comparisons.length);
  });
});
