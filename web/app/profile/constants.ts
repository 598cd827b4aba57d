import type { Problem, ProfileConstants } from "../../../wasm/planner/planner.js";

export interface ConstantField {
  readonly key: keyof ProfileConstants;
  readonly name: string;
  readonly kind: "percent" | "number";
  readonly unit: string;
}

/** In the order in which the formula uses them. */
export const constantFields: readonly ConstantField[] = [
  { key: "tolerance_weight", name: "Weight of tolerance against capacity", kind: "percent", unit: "%" },
  { key: "slack_over_capacity", name: "How far risk may lie above capacity", kind: "percent", unit: "%" },
  { key: "horizon_scale_years", name: "Years after which the horizon counts half", kind: "number", unit: "years" },
  { key: "reserve_at_none", name: "Reserve at risk 0", kind: "percent", unit: "%" },
  { key: "reserve_at_full", name: "Reserve at risk 1", kind: "percent", unit: "%" },
  { key: "medium_at_full", name: "Medium caps of the rest at risk 1", kind: "percent", unit: "%" },
  { key: "small_at_full", name: "Small caps of the rest at risk 1", kind: "percent", unit: "%" },
];

/** Only what differs from what the engine uses by itself. */
export function changedConstants(
  edited: Partial<ProfileConstants>,
  usual: ProfileConstants,
): Partial<ProfileConstants> {
  const changed: Partial<ProfileConstants> = {};
  for (const { key } of constantFields) {
    const value = edited[key];
    if (value !== undefined && value !== usual[key]) changed[key] = value;
  }
  return changed;
}

/** Where two constants contradict each other, the engine names them as the request does; people know them otherwise. */
export function inPlainWords(problem: Problem): Problem {
  const range = problem.parameters["range"] ?? "";
  if (problem.code !== "number/out_of_range" || !range.includes("_at_")) return problem;
  const message = range.includes("reserve")
    ? "The reserve at risk 1 may not be above the reserve at risk 0."
    : "Medium and small caps at risk 1 may not be more than 100\u202f% together.";
  return { ...problem, code: "profile/contradiction", message };
}
