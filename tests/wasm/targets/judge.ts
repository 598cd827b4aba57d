/** Judges rules with HiGHS, a linear solver of the University of Edinburgh (docs/decisions/0060). */
import loadHighs from "highs";

import { beyondTheLargest, meaningOf } from "./meaning.js";
import type { RuleDocument } from "./random-document.js";

interface Row {
  /** Left out: 0. */
  coefficients: Record<number, number>;
  least: number;
  most: number;
}

interface Program {
  cost: number[];
  upper: number[];
  rows: Row[];
}

export interface Judge {
  /** Whether what these pointers say can be kept together. */
  canBeKept(document: RuleDocument, pointers: readonly string[]): boolean;
  /** The least sum of changes, 1 a unit and 10,000 in locked rules. Only where no rule has `of`. */
  leastChange(document: RuleDocument): number;
}

export async function createJudge(): Promise<Judge & { dispose: () => void }> {
  const highs = await loadHighs();
  const model = highs.createModel();
  model.options.set({ output_flag: false, primal_feasibility_tolerance: 1e-10, dual_feasibility_tolerance: 1e-10 });

  const minimum = ({ cost, upper, rows }: Program): number | null => {
    const terms = rows.map(({ coefficients }) => Object.entries(coefficients).filter(([, value]) => value !== 0));
    const starts = [0];
    for (const row of terms) starts.push((starts.at(-1) ?? 0) + row.length);
    model.passModel({
      numCols: cost.length,
      numRows: rows.length,
      colCost: cost,
      colLower: cost.map(() => 0),
      colUpper: upper,
      rowLower: rows.map(({ least }) => least),
      rowUpper: rows.map(({ most }) => most),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols: cost.length,
        starts,
        indices: terms.flat().map(([at]) => Number(at)),
        values: terms.flat().map(([, value]) => value),
      },
    });
    model.run();
    const status = model.getModelStatus();
    if (status === highs.constants.modelStatus.infeasible) return null;
    if (status !== highs.constants.modelStatus.optimal) throw new Error(`HiGHS ends with status ${status}`);
    return model.getObjectiveValue();
  };

  return {
    canBeKept: (document, pointers) => minimum(keeping(document, pointers)) !== null,
    leastChange: (document) => {
      const least = minimum(bending(document));
      if (least === null) throw new Error("rules that no change of numbers helps");
      return least;
    },
    dispose: () => {
      model.dispose();
    },
  };
}

/** Weights of assets in order, then cash: what always holds. */
function weights(document: RuleDocument): Program {
  const all = [...document.assets.map(({ price }) => (Number(price) === 0 ? 0 : 1)), 1];
  return {
    cost: all.map(() => 0),
    upper: all,
    rows: [{ coefficients: Object.fromEntries(all.map((_, i) => [i, 1])), least: 1, most: 1 }],
  };
}

function leaveOut(program: Program, document: RuleDocument): void {
  for (const [i, out] of beyondTheLargest(document).entries()) if (out) program.upper[i] = 0;
}

function keeping(document: RuleDocument, pointers: readonly string[]): Program {
  const program = weights(document);
  for (const pointer of pointers) {
    if (pointer === "/policy/largest") {
      leaveOut(program, document);
    } else if (pointer === "/policy/most_per_asset") {
      const cap = Number(document.policy.most_per_asset);
      for (const i of document.assets.keys()) program.upper[i] = Math.min(program.upper[i] ?? 0, cap);
    } else {
      const rule = document.policy.rules[Number(/^\/policy\/rules\/(\d+)$/.exec(pointer)?.[1])];
      if (rule === undefined) throw new Error(`no rule at ${pointer}`);
      program.rows.push(...rowsOf(document, rule));
    }
  }
  return program;
}

function rowsOf(document: RuleDocument, rule: RuleDocument["policy"]["rules"][number]): Row[] {
  const { subject, whole, least, most } = meaningOf(document, rule);
  const row = (share: bigint): Record<number, number> =>
    Object.fromEntries(subject.map((part, i) => [i, Number(part - share * (whole?.[i] ?? 0n)) / 1e36]));
  if (whole === null) return [{ coefficients: row(0n), least: Number(least) / 1e18, most: Number(most) / 1e18 }];
  return [
    { coefficients: row(least), least: 0, most: Infinity },
    { coefficients: row(most), least: -Infinity, most: 0 },
  ];
}

function bending(document: RuleDocument): Program {
  const program = weights(document);
  const variable = (cost: number): number => {
    program.upper.push(Infinity);
    return program.cost.push(cost) - 1;
  };
  if (document.policy.largest !== undefined) leaveOut(program, document);
  for (const rule of document.policy.rules) {
    for (const { coefficients, least, most } of rowsOf(document, rule)) {
      const [up, down] = [variable(rule.locked === true ? 10_000 : 1), variable(rule.locked === true ? 10_000 : 1)];
      program.rows.push({ coefficients: { ...coefficients, [up]: 1, [down]: -1 }, least, most });
    }
  }
  if (document.policy.most_per_asset !== undefined) {
    const above = variable(1);
    const cap = Number(document.policy.most_per_asset);
    for (const i of document.assets.keys()) {
      program.rows.push({ coefficients: { [i]: 1, [above]: -1 }, least: -Infinity, most: cap });
    }
  }
  return program;
}
