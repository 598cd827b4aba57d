/**
 * The least chi-square drift of all plans, as a mixed-integer program.
 *
 *     D = N / T^2,   N = sum_i (y_i - g_i T)^2 / d_i       y_i values, T = sum y_i the total after trades
 *
 * N is convex in values and total together. D < L for a plan exactly if N - L T^2 < 0 (Dinkelbach 1967). For T between a and b
 * the secant (a + b) T - a b lies above T^2, by (b - a)^2 / 4 at most; so with
 *
 *     m = min N - L ((a + b) T - a b)       D >= L + m / T^2 for every plan.
 *
 * L is the drift of the plan that is judged: m >= 0 says that none is better. Without costs a = b, and nothing is lost.
 * Squares are held up by tangents, U^2 >= 2 p U - p^2. Where a solution lies above them, another is added at its place.
 */
import type { Solver } from "./highs.js";
import type { Market } from "./market.js";
import type { Order } from "./outcome.js";
import { TradingProgram } from "./trading-program.js";

/** Squares of thousandths: 1e-11 of drift. */
const CLOSE = 1e-5;

export interface LeastDrift {
  /** No plan within the limit of costs has less; +infinity where there is none. */
  bound: number;
  /** Of the bound, by which it may lie too low because the total is not known. */
  loosening: number;
  /** Whether it is the least itself: no tangent was missing and no branch left open. */
  isClosed: boolean;
  /** What the solutions on the way trade. */
  found: Order[][];
}

export interface Judged {
  drift: number;
  /** Assets, then cash: weight - target. */
  distances: readonly number[];
  costLimit: number;
  /** By how much the program may take its drift for another, since it does not round trades in fine steps. */
  allowance: number;
}

/** nodes: of each tree; rounds: of tangents. */
export interface Effort {
  nodes: number;
  rounds: number;
}

export function leastDrift(solver: Solver, market: Market, judged: Judged, { nodes, rounds }: Effort): LeastDrift {
  const { drift, distances, costLimit } = judged;
  const trading = new TradingProgram(market, costLimit);
  const { program, total, least, most } = trading;
  const squares = trading.positions.map(({ terms, constant }, i) => {
    const [target, root] = [Number(market.targets[i]) / 1e18, Math.sqrt(Number(market.divisors[i]) / 1e18)];
    const scaled = terms.map(([at, factor]) => [at, factor / root] as const);
    const off = program.equal([...scaled, [total, -target / root]], constant / root);
    const square = program.column(0, Infinity, { cost: 1 });
    const near = (1000 * (distances[i] ?? 0)) / root;
    const step = i < market.assets.length ? trading.step(i) / root : 0;
    return { off, square, points: [...spread(near, step), near] };
  });
  const tangent = ({ off, square }: (typeof squares)[number], at: number): void => {
    program.row(-at * at, Infinity, [
      [square, 1],
      [off, -2 * at],
    ]);
  };
  for (const each of squares) for (const at of each.points) tangent(each, at);
  const column = program.columns[total];
  if (column) column.cost = -drift * (least + most);
  program.offset = drift * least * most;

  const found: Order[][] = [];
  let bound = -Infinity;
  const known = CLOSE + 1e6 * (judged.allowance + 1e-9 * drift);
  let isClosed = false;
  for (let round = 0; round < rounds; ++round) {
    const { bound: lowest, values, isClosed: isLeast } = solver.solve(program, nodes, known);
    bound = Math.max(bound, lowest);
    if (values === null) break;
    found.push(trading.orders(values));
    const gaps = squares.map((each) => ({ each, gap: (values[each.off] ?? 0) ** 2 - (values[each.square] ?? 0) }));
    isClosed = isLeast && (bound > -CLOSE || gaps.reduce((sum, { gap }) => sum + gap, 0) < CLOSE);
    if (isClosed) break;
    for (const { each, gap } of gaps) if (gap > CLOSE / 100) tangent(each, values[each.off] ?? 0);
  }
  const size = bound < 0 ? least : most;
  return {
    bound: bound === Infinity ? Infinity : Math.max(0, drift + bound / size ** 2),
    loosening: (drift * (most - least) ** 2) / 4 / least ** 2,
    isClosed,
    found,
  };
}

/** Around a place by whole steps, and far off in both directions, ever wider. */
function spread(near: number, step: number): number[] {
  const points = [0];
  for (let j = 1; j <= 3; ++j) points.push(near + j * step, near - j * step);
  for (let width = 0.01; width < 4000; width *= 4) points.push(near + width, near - width);
  return points;
}
