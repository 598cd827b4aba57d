import { describe, expect, it } from "vitest";

import type { Conflict, Resolution, RulePolicy } from "../../../../wasm/planner/planner.js";
import type { RulesContext } from "../../../../web/app/targets/rules-context.js";
import { verdict } from "../../../../web/app/targets/verdict.js";
import { aRuleDocument, aType } from "../support/rule-documents.js";
import { wordsOf } from "../support/template-text.js";

const large = { pointer: "/policy/rules/1", text: "Tier: Large = 60 %" };
const small = { pointer: "/policy/rules/10", text: "Tier: Small = 10 %" };
const cap = { pointer: "/policy/most_per_asset", text: "No asset above 20 %" };

function words(conflict: Conflict): string {
  const resolution: Resolution = {
    status: "infeasible",
    targets: [],
    rules: [],
    check: { violation: "0", gap: "0" },
    conflict,
    notices: [],
  };
  const policy: RulePolicy = { prior: { kind: "equal" }, rules: [] };
  return wordsOf(verdict([], { resolution, policy, document: aRuleDocument() } as unknown as RulesContext));
}

function kept(gap: string): string {
  const resolution: Resolution = {
    status: "resolved",
    targets: [],
    rules: [],
    check: { violation: "0", gap },
    conflict: null,
    notices: [],
  };
  const policy: RulePolicy = {
    prior: { kind: "equal" },
    rules: [{ asset: null, exact: "0.1" }],
  };
  return wordsOf(verdict([], { resolution, policy } as unknown as RulesContext));
}

describe("rules that are kept", () => {
  it("say how near to the starting point the targets are proven to be", () => {
    expect(kept("0")).toContain(
      "The rule is kept. Of all targets that keep it, these are nearest to the starting point.",
    );
    expect(kept("0.000002")).toContain(
      "these are nearest to the starting point, to within 0.000002 (relative entropy).",
    );
    expect(kept("0.00000000012")).toContain("to within less than 0.000001");
  });
});

const change = ({ pointer, text }: typeof large, field: string) => ({
  pointer: field === "" ? pointer : `${pointer}/${field}`,
  from: "0.1",
  to: "0.2",
  text,
  relaxed_text: "…",
});

describe("a conflict", () => {
  const others = "Other rules change too, so that all shares fit together.";

  it("of one rule, whose smallest change moves another, says so", () => {
    const said = words({ rules: [small], relaxation: [change(large, "exact"), change(small, "exact")] });
    expect(said).toContain("This rule cannot be kept.");
    expect(said).toContain(others);
  });

  it.each([
    ["Type: Top 10 = 30 %", "Type: Top 10 = 25 %", "25 %"],
    ["Type: Utility token 15 % – 50 %", "Type: Utility token 15 % – 60 %", "15 % – 60 %"],
    ["BTC ≥ 20 % of Type: Coin", "BTC ≥ 16.2 % of Type: Coin", "16.2 % of Type: Coin"],
    ["Only the 3 largest assets", "Only the 5 largest assets", "5 largest assets"],
  ])("changes %s by saying only what is new", (text, relaxed, shown) => {
    const relaxation = [{ ...change(large, "exact"), text, relaxed_text: relaxed }];
    expect(words({ rules: [large], relaxation })).toContain(`${text} becomes ${shown} Use these`);
  });

  it("whose smallest change is among its own rules does not", () => {
    const said = words({ rules: [large, cap], relaxation: [change(large, "exact"), change(cap, "")] });
    expect(said).toContain("These rules cannot be kept together.");
    expect(said).not.toContain(others);
  });

  it("for want of assets says where they are missing", () => {
    const rules: RulePolicy["rules"] = [{ classification: "type", class: "stable", exact: "0.2" }];
    const policy: RulePolicy = { prior: { kind: "equal" }, rules };
    const document = aRuleDocument(policy, aType({ classes: [{ id: "stable", name: "Stablecoin" }], members: [] }));
    const conflict: Conflict = {
      rules: [{ pointer: "/policy/rules/0", text: "Type: Stablecoin = 20 %" }],
      relaxation: [],
    };
    const resolution = { check: { violation: "0", gap: "0" }, conflict };
    const said = wordsOf(verdict([], { resolution, policy, document } as unknown as RulesContext));
    expect(said).toMatch(/No asset lies in Type: Stablecoin ?\. Add one, or say which belong there: Classifications/);
  });
});
