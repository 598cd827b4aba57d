import type { AssetClass, BallastDocument, Classification } from "../../../wasm/planner/planner.js";
import { newId } from "../text/asset-ids.js";
import { classificationsOf } from "./apply-strategy.js";
import type { Strategy } from "./strategy.js";

/** The rules of a document as a strategy; null where its targets are weights. What is held does not go into it. */
export function strategyOf(
  { title = "", policy, classifications = [] }: BallastDocument,
  builtIn: readonly string[],
): Strategy | null {
  if ("targets" in policy) return null;
  // Which single assets have a band says what is held.
  const rest = { ...policy };
  delete rest.asset_bands;
  const spokenOf = new Set(classificationsOf(policy));
  const needed = classifications.filter(({ id }) => spokenOf.has(id));
  const own = needed.filter(({ id }) => !builtIn.includes(id)).map(withoutMembers);
  const name = title === "" ? "My rules" : `Rules of ${title}`.slice(0, 200);
  return {
    format: "ballast-strategy",
    version: 1,
    id: newId(title === "" ? "my-rules" : title, []),
    name,
    for: "Saved from a portfolio; say here what it is for.",
    source: null,
    weaknesses: ["Not described yet; say here what it does not do."],
    classifications: needed.flatMap(({ id }) => (builtIn.includes(id) ? [id] : [])),
    ...(own.length === 0 ? {} : { own_classifications: own }),
    policy: rest,
  };
}

function withoutMembers({ id, name, kind, classes }: Classification): Classification {
  return { id, name, ...(kind === undefined ? {} : { kind }), classes: classes.map(plainClass) };
}

function plainClass(one: AssetClass): AssetClass {
  return { ...one, ...(one.classes === undefined ? {} : { classes: one.classes.map(plainClass) }) };
}
