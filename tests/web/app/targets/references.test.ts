import { produce } from "immer";
import { describe, expect, it } from "vitest";

import { removeAsset, removeHolding } from "../../../../web/app/holdings/edits.js";
import { forgetClasses, forgetClassification, goesAlong } from "../../../../web/app/targets/references.js";
import { aRuleDocument, aType, rulesOf } from "../support/rule-documents.js";

const band = { kind: "none" } as const;
const of = (id: string) => ({ classification: "type", class: id });

function full() {
  return aRuleDocument(
    {
      prior: {
        kind: "given",
        weights: [
          { asset: "btc", weight: "1" },
          { asset: "eth", weight: "2" },
          { asset: null, weight: "1" },
        ],
      },
      rules: [
        { asset: "btc", most: "0.5" },
        { asset: null, least: "0.1" },
        { ...of("payment"), exact: "0.2", of: of("coin") },
        { ...of("fund"), exact: "0.2" },
        { asset: "eth", most: "0.5", of: of("payment") },
      ],
      asset_bands: [{ asset: "btc", band }],
      class_bands: [
        { ...of("payment"), band },
        { ...of("fund"), band },
      ],
    },
    aType({ cash_members: [{ class: "fund" }] }),
  );
}

describe("with an asset", () => {
  it("goes all that is said of it", () => {
    const document = produce(full(), (draft) => removeAsset(draft, "btc"));
    const policy = rulesOf(document);
    expect(policy.rules).toHaveLength(4);
    expect(policy.rules.some((rule) => "asset" in rule && rule.asset === "btc")).toBe(false);
    expect(policy.prior).toMatchObject({ weights: [{ asset: "eth" }, { asset: null }] });
    expect(policy.asset_bands).toBeUndefined();
    expect(document.classifications?.[0]?.members?.map(({ asset }) => asset)).toEqual(["eth", "eth"]);
  });

  it("goes what groups of accounts want of it, too", () => {
    const grouped = { ...full(), groups: [{ id: "g", accounts: ["main"], policy: full().policy }] };
    const document = produce(grouped, (draft) => {
      removeAsset(draft, "btc");
      forgetClassification(draft, "type");
    });
    const own = document.groups[0]?.policy;
    expect(JSON.stringify(own)).not.toMatch(/btc|type/);
    expect(own).toEqual(document.policy);
  });

  it("nothing else is touched, so that a list that stays is the very same", () => {
    const before = full();
    const after = produce(before, (draft) => removeAsset(draft, "nobody"));
    expect(after.classifications).toBe(before.classifications);
    expect(after.policy).toBe(before.policy);
  });

  it("an asset that a rule or the prior wants outlives its last holding", () => {
    const wanted = full();
    removeHolding(wanted, 0, 0);
    expect(wanted.assets.map(({ id }) => id)).toContain("btc");
    const unwanted = aRuleDocument();
    removeHolding(unwanted, 0, 0);
    expect(unwanted.assets.map(({ id }) => id)).toEqual(["eth"]);
    expect(unwanted.classifications?.[0]?.members?.some(({ asset }) => asset === "btc")).toBe(false);
  });
});

describe("with a class", () => {
  it("go its rules, also those that are of it, its bands and who was in it", () => {
    const document = full();
    expect(goesAlong(document, "type", "coin")).toBe(" with 2 rules and 1 band");
    expect(goesAlong(document, "type", "fund")).toBe(" with 1 rule and 1 band");
    expect(goesAlong(document, "type", "platform")).toBe("");
    forgetClasses(document, "type", new Set(["coin", "payment", "platform"]));
    expect(rulesOf(document).rules).toHaveLength(3);
    expect(document.policy.class_bands).toEqual([{ ...of("fund"), band }]);
    expect(document.classifications?.[0]?.members).toEqual([{ asset: "eth", class: "fund", share: "0.4" }]);
  });

  it("another classification with a class of the same id is left alone", () => {
    const document = full();
    forgetClasses(document, "other", new Set(["fund"]));
    expect(document).toEqual(full());
  });
});

describe("with a classification", () => {
  it("go all rules and bands about it", () => {
    const document = full();
    expect(goesAlong(document, "type")).toBe(" with 3 rules and 2 bands");
    forgetClassification(document, "type");
    expect(rulesOf(document).rules).toEqual([
      { asset: "btc", most: "0.5" },
      { asset: null, least: "0.1" },
    ]);
    expect(document.policy.class_bands).toBeUndefined();
  });
});
