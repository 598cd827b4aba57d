/**
 * The least misplaced share of all plans, 1/2 sum |w_i - g_i|. With S = 1/2 sum |y_i - g_i T| it is S / T, and S < L T exactly
 * where a plan has less than L: linear, so nothing is lost.
 */
import type { Solver } from "./highs.js";
import type { Market } from "./market.js";
import type { Order } from "./outcome.js";
import { TradingProgram } from "./trading-program.js";

/** Solvers stop within an absolute gap. */
const SCALE = 1000;

export interface LeastMisplaced {
  bound: number;
  found: Order[] | null;
}

export function leastMisplaced(
  solver: Solver,
  market: Market,
  judged: { misplaced: number; costLimit: number },
  nodes: number,
  known = Infinity,
): LeastMisplaced {
  const { misplaced: share, costLimit } = judged;
  const trading = new TradingProgram(market, costLimit);
  const { program, total, least, most } = trading;
  for (const [i, { terms, constant }] of trading.positions.entries()) {
    const target = Number(market.targets[i]) / 1e18;
    const [above, below] = [
      program.column(0, Infinity, { cost: SCALE / 2 }),
      program.column(0, Infinity, { cost: SCALE / 2 }),
    ];
    program.row(-constant, -constant, [...terms, [total, -target], [above, -1], [below, 1]]);
  }
  const column = program.columns[total];
  if (column) column.cost = -share * SCALE;
  const { bound, values } = solver.solve(program, nodes, known);
  return {
    bound: Math.max(0, share + bound / SCALE / (bound < 0 ? least : most)),
    found: values === null ? null : trading.orders(values),
  };
}
