import type { Plan, Summary } from "../../../wasm/planner/planner.js";

/** Which weights are looked at. */
export type WeightState = "current" | "target" | "after";

export const stateNames: Record<WeightState, string> = { current: "Now", target: "Target", after: "After the plan" };

export interface ShareOfAsset {
  /** Null is cash. */
  readonly asset: string | null;
  readonly share: string;
}

export interface ShareOfClass {
  readonly classification: string;
  /** Null is what is unclassified. */
  readonly class: string | null;
  readonly share: string;
}

export interface Shares {
  readonly assets: readonly ShareOfAsset[];
  readonly classes: readonly ShareOfClass[];
}

/** The engine's weights in one of the states; null: not known yet. */
export function sharesOf(state: WeightState, summary: Summary, plan: Plan | null): Shares | null {
  if (state === "after") {
    if (plan === null || plan.status === "infeasible") return null;
    return {
      assets: plan.weights.map(({ asset, after }) => ({ asset, share: after })),
      classes: plan.classes.map((row) => ({ classification: row.classification, class: row.class, share: row.after })),
    };
  }
  const field = state === "current" ? "weight" : "target";
  return {
    assets: summary.weights.map((row) => ({ asset: row.asset, share: row[field] })),
    classes: summary.classes.map((row) => ({
      classification: row.classification,
      class: row.class,
      share: row[field],
    })),
  };
}

/** The rows of one classification, in the engine's order. */
export function classShares({ classes }: Shares, classification: string): readonly ShareOfClass[] {
  return classes.filter((row) => row.classification === classification);
}
