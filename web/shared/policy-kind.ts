import type { BallastDocument, Policy, RulePolicy, Target, WeightPolicy } from "../../wasm/planner/planner.js";

/** Whether targets follow from rules. A document with mistakes in either kind still tells by its lists which it means. */
export function isRulePolicy(policy: Policy): policy is RulePolicy {
  return "rules" in policy || "prior" in policy;
}

/** The targets that are given as weights; none where they follow from rules. */
export function givenTargets({ policy }: Pick<BallastDocument, "policy">): readonly Target[] {
  return isRulePolicy(policy) ? [] : policy.targets;
}

/** Undefined where targets follow from rules. */
export function weightPolicy({ policy }: Pick<BallastDocument, "policy">): WeightPolicy | undefined {
  return isRulePolicy(policy) ? undefined : policy;
}

/** Undefined where targets are given as weights. */
export function rulePolicy({ policy }: Pick<BallastDocument, "policy">): RulePolicy | undefined {
  return isRulePolicy(policy) ? policy : undefined;
}
