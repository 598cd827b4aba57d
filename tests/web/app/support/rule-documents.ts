import type { BallastDocument, Classification, RulePolicy } from "../../../../wasm/planner/planner.js";
import { rulePolicy } from "../../../../web/shared/policy-kind.js";
import { aDocument } from "./documents.js";

/** Coins (payment, platform) and funds. */
export function aType(more: Partial<Classification> = {}): Classification {
  return {
    id: "type",
    name: "Type",
    classes: [
      {
        id: "coin",
        name: "Coin",
        classes: [
          { id: "payment", name: "Payment" },
          { id: "platform", name: "Platform" },
        ],
      },
      { id: "fund", name: "Fund" },
    ],
    members: [
      { asset: "btc", class: "payment" },
      { asset: "eth", class: "platform", share: "0.6" },
      { asset: "eth", class: "fund", share: "0.4" },
    ],
    ...more,
  };
}

export function aRuleDocument(policy: Partial<RulePolicy> = {}, type = aType()): BallastDocument {
  return aDocument({
    classifications: [type],
    policy: { prior: { kind: "current" }, rules: [], ...policy },
  });
}

/** What is expected to be there. */
export function rulesOf(document: BallastDocument): RulePolicy {
  const policy = rulePolicy(document);
  if (policy === undefined) throw new Error("the targets are weights");
  return policy;
}
