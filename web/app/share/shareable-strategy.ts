import type { BallastDocument, DecimalText, Rule, RulePolicy } from "../../../wasm/planner/planner.js";
import { isZero } from "../text/figures.js";
import { namesBySymbol, renameAssets } from "./named-assets.js";
import { strategyOf } from "../strategies/save-strategy.js";
import type { Strategy } from "../strategies/strategy.js";

/** What a person says of their own rules before they pass them on. */
export interface OwnWords {
  readonly name: string;
  readonly for: string;
  readonly weakness: string;
}

export const UNSAID: OwnWords = {
  name: "Shared targets",
  for: "Not described by its author.",
  weakness: "Not described by its author.",
};

/**
 * The targets of a document as a strategy that can be passed on: built up from the policy alone, so that nothing held,
 * no price, no account and no title can be in it. Weights become exact rules of the same meaning.
 * `cash` is the target of cash as the core calculated it; it is used where the document leaves it open.
 */
export function shareableStrategy(
  document: BallastDocument,
  builtIn: readonly string[],
  cash: DecimalText | null,
  words: OwnWords = UNSAID,
): Strategy | null {
  const strategy = strategyOf({ ...document, title: "", policy: withRules(document.policy, cash) }, builtIn);
  if (strategy === null || hasNoTargets(strategy.policy)) return null;
  const said = (typed: string, otherwise: string) => (typed.trim() === "" ? otherwise : typed.trim());
  return {
    ...strategy,
    id: "shared-targets",
    name: said(words.name, UNSAID.name),
    for: said(words.for, UNSAID.for),
    weaknesses: [said(words.weakness, UNSAID.weakness)],
    policy: renameAssets(strategy.policy, namesBySymbol(document.assets)),
  };
}

function withRules(policy: BallastDocument["policy"], cash: DecimalText | null): RulePolicy {
  if (!("targets" in policy)) return policy;
  const { targets, cash_weight: cashWeight, ...bands } = policy;
  // A target of nothing would only tell that the asset is held.
  const rules: Rule[] = targets
    .filter(({ weight }) => !isZero(weight))
    .map(({ asset, weight }) => ({ asset, exact: weight }));
  const open = cashWeight ?? cash;
  if (open !== null && rules.length > 0) rules.push({ asset: null, exact: open });
  return { ...bands, prior: { kind: "equal" }, rules };
}

function hasNoTargets({ rules, prior, largest, most_per_asset: most }: RulePolicy): boolean {
  return rules.length === 0 && prior.kind === "equal" && largest === undefined && most === undefined;
}
