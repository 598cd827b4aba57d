import { describe, expect, it } from "vitest";

import type { Classification, Rule } from "../../../../wasm/planner/planner.js";
import { emptyClasses } from "../../../../web/app/targets/empty-classes.js";
import { aRuleDocument, aType } from "../support/rule-documents.js";

const rule = (id: string, amounts: Pick<Rule, "exact" | "least" | "most"> = { exact: "0.2" }, of = "type"): Rule => ({
  classification: of,
  class: id,
  ...amounts,
});
const names = (type: Classification, ...rules: Rule[]): string[] => emptyClasses(aRuleDocument({}, type), rules);

describe("classes in which nothing lies", () => {
  const type = aType({ classes: [...aType().classes, { id: "stable", name: "Stablecoin" }] });

  it("are those that ask for a share and that no asset is in, not even in part or below", () => {
    expect(names(type, rule("coin"), rule("fund"), rule("stable"))).toEqual(["Type: Stablecoin"]);
    expect(names(type, rule("stable", { least: "0.1" }), rule("stable", { least: "0.1", most: "0.5" }))).toEqual([
      "Type: Stablecoin",
    ]);
  });

  it("matter only where something is asked for", () => {
    for (const amounts of [{ exact: "0" }, { exact: "0.0" }, { most: "0.2" }, { least: "0", most: "1" }])
      expect(names(type, rule("stable", amounts))).toEqual([]);
    expect(names(type, { asset: null, exact: "0.2" })).toEqual([]);
    expect(names(type, rule("stable", { exact: "0.2" }, "nowhere"))).toEqual([]);
  });

  it("are not those of cash", () => {
    expect(names({ ...type, cash_members: [{ class: "stable" }] }, rule("stable"))).toEqual([]);
  });

  it("may be tiers that no market cap reaches; what a person said goes before", () => {
    const tiers: Classification = {
      id: "tier",
      name: "Tier",
      kind: "market_cap",
      classes: [
        { id: "large", name: "Large", at_least: "100" },
        { id: "small", name: "Small", at_least: "0" },
      ],
    };
    const both = [rule("large", { exact: "0.5" }, "tier"), rule("small", { exact: "0.5" }, "tier")];
    const document = aRuleDocument({}, tiers);
    expect(emptyClasses(document, both)).toEqual(["Tier: Large", "Tier: Small"]);
    const [first] = document.assets;
    if (first === undefined) throw new Error("no asset");
    first.market_cap = "100";
    expect(emptyClasses(document, both)).toEqual(["Tier: Small"]);
    document.classifications = [{ ...tiers, members: [{ asset: first.id, class: "small" }] }];
    expect(emptyClasses(document, both)).toEqual(["Tier: Large"]);
  });
});
