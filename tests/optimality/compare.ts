/** A case planned by Ballast, and whatever else was found for it: all that the tests look at. */
import type { Plan, Planner, PlanRequest } from "../../wasm/planner/planner.js";
import { units } from "./decimals.js";
import { greedyPlan } from "./greedy.js";
import type { Solver } from "./highs.js";
import { type Effort, type LeastDrift, leastDrift } from "./least-drift.js";
import { leastMisplaced } from "./least-misplaced.js";
import { type Market, readMarket, type WeightDocument } from "./market.js";
import { type Order, type Outcome, outcomeOf } from "./outcome.js";
import type { Case } from "./random-case.js";
import { inLargerUnits, permuted } from "./same-case.js";
import { TradingProgram } from "./trading-program.js";

/** A plan of other making that keeps the rules. */
export interface Rival {
  name: string;
  /** Spreads and fees before they are rounded. */
  costs: number;
  drift: number;
  misplaced: number;
  allowance: number;
}

export interface Comparison {
  case: Case;
  plan: Plan;
  objective: number;
  outcome: Outcome;
  /** What the rounding of trades in fine steps, to minor units, can make of the drift. */
  allowance: number;
  /** Whether the program, with these trades alone, has a solution. */
  isInProgram: boolean;
  least: LeastDrift;
  leastMisplaced: number;
  /** Whether the program keeps every rounding. */
  isExact: boolean;
  rivals: Rival[];
  same: { name: string; plan: Plan; costs: number }[];
}

/** Null where there is nothing to compare: no value at all, or a withdrawal that cannot be met. */
export function compare(planner: Planner, solver: Solver, each: Case, effort: Effort): Comparison | null {
  const { document, request } = each;
  const plan = planned(planner, each);
  const market = readMarket(document, request);
  if (market.total <= 0n) return null;
  if (plan.status === "infeasible") {
    const { costs, bound } = anyPlan(solver, market, effort);
    if (bound < Infinity && costs !== null) throw new Error(`seed ${each.seed}: there is a plan`);
    return null;
  }
  const orders = ordersOf(plan, document, market);
  const outcome = outcomeOf(market, orders);
  if (outcome.drift === Infinity) return null;
  const objective = Number(plan.objective);
  // A plan may cost more than the limit that its bound is about: then it has to be among those that are searched all the same.
  const costLimit = Math.max(Number(plan.cost_limit), outcome.costs);
  const program = new TradingProgram(market, costLimit);
  const allow = (made: readonly Order[], reached: Outcome): number => {
    const fine = made.filter((order) => program.isFine(order)).length;
    return allowance(market, fine, reached);
  };
  const judged = { drift: objective, distances: outcome.distances, costLimit, allowance: allow(orders, outcome) };
  const least = leastDrift(solver, market, judged, effort);
  const { misplaced } = outcome;
  const nearest = leastMisplaced(solver, market, { misplaced, costLimit }, effort.nodes, 1e-5 + 1e6 * judged.allowance);

  const rivals: Rival[] = [];
  const invite = (name: string, made: readonly Order[], reached = outcomeOf(market, made)): void => {
    const { broken, costs, drift, misplaced } = reached;
    if (broken === null) rivals.push({ name, costs, drift, misplaced, allowance: allow(made, reached) });
  };
  for (const found of least.found) invite("program", found);
  if (nearest.found !== null) invite("least misplaced", nearest.found);
  invite("nothing", []);
  const greedy = greedyPlan(market);
  if (greedy !== null) invite("greedy", greedy.orders, greedy.outcome);

  const isExact = program.isExact;
  program.fix(orders);
  const inOtherWords = (name: string, other: Case): Comparison["same"][number] => {
    const found = planned(planner, other);
    const read = readMarket(other.document, other.request);
    return { name, plan: found, costs: outcomeOf(read, ordersOf(found, other.document, read)).costs };
  };
  return {
    case: each,
    plan,
    objective,
    outcome,
    allowance: judged.allowance,
    isInProgram: solver.solve(program.program, effort.nodes, 0).bound < Infinity,
    least,
    leastMisplaced: nearest.bound,
    isExact,
    rivals,
    same: [inOtherWords("permuted", permuted(each)), inOtherWords("in larger units", inLargerUnits(each))],
  };
}

function planned(planner: Planner, { document, request }: { document: WeightDocument; request: PlanRequest }): Plan {
  const reply = planner.plan(document, request);
  if (!reply.ok) throw new Error(JSON.stringify(reply.errors));
  return reply.value;
}

function ordersOf(plan: Plan, document: WeightDocument, market: Market): Order[] {
  return plan.trades.map(({ account, asset, side, quantity }) => {
    const a = document.accounts.findIndex(({ id }) => id === account);
    const i = document.assets.findIndex(({ id }) => id === asset);
    const pair = market.pairs.find((row) => row.account === a && row.asset === i);
    const step = market.assets[i]?.step ?? 1n;
    if (!pair || units(quantity) % step !== 0n) throw new Error(`${asset} in ${account} is not traded so`);
    return { pair, steps: (units(quantity) / step) * (side === "buy" ? 1n : -1n) };
  });
}

/** Of a withdrawal that the engine says cannot be met. */
function anyPlan(solver: Solver, market: Market, { nodes }: Effort): { bound: number; costs: number | null } {
  const { found, bound } = leastMisplaced(
    solver,
    market,
    { misplaced: 0, costLimit: Number(market.total) / 1e36 },
    nodes,
  );
  const outcome = found === null ? null : outcomeOf(market, found);
  return { bound, costs: outcome?.broken === null ? outcome.costs : null };
}

/**
 * Half a minor unit of value and one of fees for each trade in fine steps, times twice the steepest change of drift, and
 * what is left of second order.
 */
function allowance(market: Market, fine: number, { distances, total }: Outcome): number {
  const share = (1.5 * fine * Number(market.minor)) / (Number(market.total) / 1e18) / total;
  const slopes = distances.map((distance, i) => Math.abs(distance) / (Number(market.divisors[i]) / 1e18));
  const bends = market.divisors.reduce((sum, divisor) => sum + 1e18 / Number(divisor), 0);
  return 4 * share * Math.max(...slopes) + 4 * share ** 2 * bends;
}
