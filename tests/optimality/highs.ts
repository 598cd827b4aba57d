/** Programs solved by HiGHS, a solver of the University of Edinburgh (docs/decisions/0091). */
import loadHighs, { type Model, type ModelData } from "highs";

import type { Program } from "./program.js";

export interface Solved {
  /** No solution has a lower objective; +infinity where there is none at all. */
  bound: number;
  /** The best that was found, if any. */
  values: readonly number[] | null;
  /** Whether no better one is left to find: the tree did not reach its limit. */
  isClosed: boolean;
}

export interface Solver {
  /**
   * nodes: of the tree at most. A limit of nodes and not of time, so that every run compares the same. known: the objective of a
   * solution that there is.
   */
  solve(program: Program, nodes: number, known?: number): Solved;
  /** Of all programs so far. */
  seconds(): number;
  /** Programs that HiGHS gave up, or whose result contradicts what is known: nothing follows from them. */
  failures(): number;
}

/** Programs are scaled so that 1e-9 of a square, a step or a minor unit is nothing. */
const OPTIONS = {
  output_flag: false,
  primal_feasibility_tolerance: 1e-9,
  dual_feasibility_tolerance: 1e-9,
  // Tighter, its presolve begins to lose solutions.
  mip_feasibility_tolerance: 1e-7,
  mip_rel_gap: 0,
  mip_abs_gap: 1e-5,
};
const HAS_SOLUTION = 2;

export async function createSolver(): Promise<Solver> {
  const highs = await loadHighs();
  const { modelStatus, variableType } = highs.constants;
  let seconds = 0;
  let failures = 0;

  const read = (model: Model, isWhole: boolean): Solved | null => {
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible) return { bound: Infinity, values: null, isClosed: true };
    const isClosed = status === modelStatus.optimal;
    if (!isClosed && !(isWhole && status === modelStatus.solutionLimit)) return null;
    const found = isClosed || Number(model.info.get("primal_solution_status")) === HAS_SOLUTION;
    return {
      bound: isWhole ? Number(model.info.get("mip_dual_bound")) : model.getObjectiveValue(),
      values: found ? [...model.getSolution().colValue] : null,
      isClosed,
    };
  };

  // A model of its own for each run, so that what came before leaves no trace in it.
  const run = (data: ModelData, options: Record<string, string | number>): Solved | null => {
    const model = highs.createModel();
    const before = performance.now();
    try {
      model.options.set({ ...OPTIONS, ...options });
      model.passModel(data);
      model.run();
      return read(model, data.integrality !== undefined);
    } catch {
      return null;
    } finally {
      seconds += (performance.now() - before) / 1000;
      model.dispose();
    }
  };

  const dataOf = ({ columns, rows, offset }: Program): ModelData => {
    const starts = [0];
    for (const { terms } of rows) starts.push((starts.at(-1) ?? 0) + terms.length);
    const kinds = columns.map(({ whole }) => (whole ? variableType.integer : variableType.continuous));
    return {
      numCols: columns.length,
      numRows: rows.length,
      offset,
      colCost: columns.map(({ cost }) => cost),
      colLower: columns.map(({ lower }) => lower),
      colUpper: columns.map(({ upper }) => upper),
      rowLower: rows.map(({ lower }) => lower),
      rowUpper: rows.map(({ upper }) => upper),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols: columns.length,
        starts,
        indices: rows.flatMap(({ terms }) => terms.map(([at]) => at)),
        values: rows.flatMap(({ terms }) => terms.map(([, factor]) => factor)),
      },
      ...(columns.some(({ whole }) => whole) && { integrality: kinds }),
    };
  };

  return {
    solve(program, nodes, known = Infinity) {
      const data = dataOf(program);
      const solved = run(data, { mip_max_nodes: nodes });
      if (solved !== null && solved.bound <= known) return solved;
      // Now and then its presolve ends in an error, or loses what is known to be there.
      const again = run(data, { mip_max_nodes: nodes, presolve: "off" });
      if (again !== null && again.bound <= known) return again;
      ++failures;
      return { bound: -Infinity, values: null, isClosed: false };
    },
    seconds: () => seconds,
    failures: () => failures,
  };
}
