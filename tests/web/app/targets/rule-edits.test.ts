import { describe, expect, it } from "vitest";

import * as edits from "../../../../web/app/targets/rule-edits.js";
import { aRuleDocument, rulesOf } from "../support/rule-documents.js";

const coin = { classification: "type", class: "coin" };

describe("a rule", () => {
  it("starts from what its subject has now, cut, so that nothing changes yet", () => {
    const document = aRuleDocument();
    edits.setRuleKind(document, coin, undefined, "exact", "0.333333333333");
    edits.setRuleKind(document, { asset: "btc" }, undefined, "least", "0.25");
    edits.setRuleKind(document, { asset: null }, undefined, "between", "0.1");
    expect(rulesOf(document).rules).toEqual([
      { ...coin, exact: "0.3333" },
      { asset: "btc", least: "0.25" },
      { asset: null, least: "0.1", most: "0.1" },
    ]);
  });

  it.each([
    [{ exact: "0.2" }, "least", { least: "0.2" }],
    [{ exact: "0.2" }, "most", { most: "0.2" }],
    [{ exact: "0.2" }, "between", { least: "0.2", most: "0.2" }],
    [{ least: "0.2" }, "between", { least: "0.2", most: "1" }],
    [{ most: "0.2" }, "between", { least: "0", most: "0.2" }],
    [{ least: "0.1", most: "0.2" }, "most", { most: "0.2" }],
    [{ least: "0.1", most: "0.2" }, "least", { least: "0.1" }],
    [{ least: "0.1", most: "0.2" }, "exact", { exact: "0.1" }],
    [{ most: "abc" }, "exact", { exact: "abc" }],
  ] as const)("%o as “%s” keeps the numbers already said", (before, kind, after) => {
    const document = aRuleDocument({ rules: [{ ...coin, ...before, locked: true }] });
    edits.setRuleKind(document, coin, 0, kind, "0.9");
    expect(rulesOf(document).rules).toEqual([{ ...coin, ...after, locked: true }]);
    expect(edits.kindOf(rulesOf(document).rules[0])).toBe(kind);
    expect(edits.numbersOf(kind).every((field) => field in after)).toBe(true);
  });

  it("goes when the prior shall decide, and only that one", () => {
    const document = aRuleDocument({
      rules: [
        { ...coin, exact: "0.2" },
        { asset: null, most: "0.1" },
      ],
    });
    edits.setRuleKind(document, coin, 0, "prior", "0");
    edits.setRuleKind(document, coin, undefined, "prior", "0");
    expect(rulesOf(document).rules).toEqual([{ asset: null, most: "0.1" }]);
  });

  it("is of the whole or of a class, and locked or not", () => {
    const document = aRuleDocument({ rules: [{ asset: "btc", exact: "0.2" }] });
    edits.setRuleNumber(document, 0, "exact", "x");
    edits.setRuleOf(document, 0, coin);
    edits.setRuleLocked(document, 0, true);
    expect(rulesOf(document).rules).toEqual([{ asset: "btc", exact: "x", of: coin, locked: true }]);
    edits.setRuleOf(document, 0, undefined);
    edits.setRuleLocked(document, 0, false);
    expect(rulesOf(document).rules).toEqual([{ asset: "btc", exact: "x" }]);
  });
});

describe("bands of classes", () => {
  it("are set, changed and taken away, each class at most one", () => {
    const document = aRuleDocument();
    edits.setClassBand(document, coin, { kind: "absolute", width: "0.05" });
    edits.setClassBand(document, { classification: "type", class: "fund" }, { kind: "none" });
    edits.setClassBand(document, coin, { kind: "relative", width: "0.2" });
    expect(document.policy.class_bands).toEqual([
      { ...coin, band: { kind: "relative", width: "0.2" } },
      { classification: "type", class: "fund", band: { kind: "none" } },
    ]);
    edits.setClassBand(document, coin, undefined);
    edits.setClassBand(document, { classification: "type", class: "fund" }, undefined);
    expect(document.policy.class_bands).toBeUndefined();
  });
});

describe("the prior", () => {
  const held = [
    { asset: "btc", weight: "0.83333333" },
    { asset: "eth", weight: "0" },
    { asset: null, weight: "0.16666667" },
  ];

  it("as given starts from what there is, and keeps what was given", () => {
    const document = aRuleDocument();
    edits.setPriorKind(document, "given", held);
    expect(rulesOf(document).prior).toEqual({
      kind: "given",
      weights: [
        { asset: "btc", weight: "0.8333" },
        { asset: null, weight: "0.1666" },
      ],
    });
    edits.setPriorPart(document, "eth", "0");
    edits.setPriorPart(document, "eth", "2");
    edits.setPriorPart(document, "btc", "x");
    edits.setPriorKind(document, "given", []);
    expect(rulesOf(document).prior).toMatchObject({
      weights: [{ weight: "x" }, { asset: null }, { asset: "eth", weight: "2" }],
    });
    edits.setPriorKind(document, "equal", []);
    edits.setPriorPart(document, "btc", "1");
    expect(rulesOf(document).prior).toEqual({ kind: "equal" });
  });

  it("may be narrowed to the largest and capped; what is no number stays as typed", () => {
    const document = aRuleDocument();
    edits.setLargest(document, "10");
    edits.setMostPerAsset(document, "0.1");
    expect(document.policy).toMatchObject({ largest: 10, most_per_asset: "0.1" });
    edits.setLargest(document, "ten");
    expect(document.policy).toMatchObject({ largest: "ten" });
    edits.setLargest(document, " ");
    edits.setMostPerAsset(document, "");
    expect(document.policy).toEqual({ prior: { kind: "current" }, rules: [] });
  });
});

describe("the smallest change of rules", () => {
  const step = (pointer: string, from: string, to: string) => ({ pointer, from, to, text: "", relaxed_text: "" });
  const rules = () =>
    aRuleDocument({
      rules: [
        { ...coin, exact: "0.70" },
        { asset: "btc", least: "0.5", most: "0.6" },
      ],
      largest: 2,
      most_per_asset: "0.1",
    });

  it("puts all its numbers in their places at once", () => {
    const document = rules();
    edits.applyRelaxation(document, [
      step("/policy/rules/0/exact", "0.7", "0.5"),
      step("/policy/rules/1/most", "0.6", "0.8"),
      step("/policy/most_per_asset", "0.1", "0.4"),
      step("/policy/largest", "2", "3"),
    ]);
    expect(document.policy).toMatchObject({
      rules: [{ exact: "0.5" }, { least: "0.5", most: "0.8" }],
      largest: 3,
      most_per_asset: "0.4",
    });
  });

  it("does nothing where somebody has typed on since it was calculated", () => {
    const document = rules();
    const late = [step("/policy/rules/0/exact", "0.7", "0.5"), step("/policy/rules/1/most", "0.55", "0.8")];
    expect(edits.applyRelaxation(document, late)).toBe(false);
    expect(document).toEqual(rules());
  });

  it("reaches nothing outside the policy, and nothing that is not there", () => {
    const document = rules();
    for (const pointer of [
      "/title",
      "/assets/0/price",
      "/policy/rules/7/exact",
      "/policy/rules/0/most",
      "/policy",
      "",
      "/policy/__proto__/x",
    ])
      expect(edits.applyRelaxation(document, [step(pointer, "undefined", "0.1")])).toBe(false);
    expect(document).toEqual(rules());
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });
});
