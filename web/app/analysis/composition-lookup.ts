import type { Composition } from "../../../wasm/planner/planner.js";

/** The weights of a classification's classes by their id; under null what is unclassified. */
export function classWeights(
  { classifications }: Composition,
  classification: string,
): ReadonlyMap<string | null, string> {
  const rows = classifications.find((one) => one.classification === classification)?.classes ?? [];
  return new Map(rows.map((row) => [row.class, row.weight]));
}
