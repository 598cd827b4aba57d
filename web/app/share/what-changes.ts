import type { BallastDocument, Classification } from "../../../wasm/planner/planner.js";
import { findClassification } from "../analysis/class-lookup.js";
import { bandsKept, definitionsFor } from "../strategies/apply-strategy.js";
import type { Strategy } from "../strategies/strategy.js";
import { bandsWords } from "./band-words.js";
import { count } from "../text/words.js";
import { missingAssets } from "./named-assets.js";

/** What using a strategy would do to a document, before anybody does it. */
export function whatChanges(
  strategy: Strategy,
  builtIn: readonly Classification[],
  document: BallastDocument | null,
): string[] {
  const rules = count(strategy.policy.rules.length, "rule");
  if (document === null) return ["A new, empty portfolio is begun with these rules; you enter what you hold next"];
  const { policy, classifications } = document;
  const before =
    "targets" in policy
      ? policy.targets.length === 0
        ? "no targets"
        : count(policy.targets.length, "target weight")
      : count(policy.rules.length, "rule");
  const added = definitionsFor(strategy, builtIn).filter(
    ({ id }) => findClassification(classifications, id) === undefined,
  );
  const missing = missingAssets(strategy, document);
  const kept = Object.keys(bandsKept(policy, strategy.policy)).length > 0;
  return [
    `Targets: ${rules} in place of ${before}`,
    ...(added.length === 0 ? [] : [`Classifications added: ${added.map(({ name }) => name).join(", ")}`]),
    ...(missing.length === 0
      ? []
      : [`Assets added, with nothing held and a price to enter: ${missing.map(({ symbol }) => symbol).join(", ")}`]),
    ...bandsWords(strategy.policy, definitionsFor(strategy, builtIn)).map((words) => `Band set: ${words}`),
    ...(kept ? ["Bands that it does not set itself stay as they are"] : []),
    "What you hold stays as it is; undo takes all of it back",
  ];
}
