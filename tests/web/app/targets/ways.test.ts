import { produce } from "immer";
import { describe, expect, it } from "vitest";

import { toRules, toWeights } from "../../../../web/app/targets/ways.js";
import { setBand } from "../../../../web/app/targets/edits.js";
import { addDecimals } from "../../../../web/shared/decimal-text.js";
import { givenTargets, weightPolicy } from "../../../../web/shared/policy-kind.js";
import { aDocument } from "../support/documents.js";
import { aRuleDocument, rulesOf } from "../support/rule-documents.js";

const band = { kind: "absolute", width: "0.05" } as const;

describe("from weights to rules", () => {
  it("targets are the prior, cash what they leave, bands stay", () => {
    const document = aDocument({
      policy: {
        targets: [
          { asset: "btc", weight: "0.5", band },
          { asset: "eth", weight: "0" },
        ],
        band: { kind: "five_twenty_five" },
        cash_band: band,
        class_bands: [{ classification: "type", class: "coin", band }],
      },
    });
    expect(produce(document, toRules).policy).toEqual({
      prior: {
        kind: "given",
        weights: [
          { asset: "btc", weight: "0.5" },
          { asset: null, weight: "0.5" },
        ],
      },
      rules: [],
      band: { kind: "five_twenty_five" },
      cash_band: band,
      class_bands: [{ classification: "type", class: "coin", band }],
      asset_bands: [{ asset: "btc", band }],
    });
  });

  it("a weight of cash that was said is taken as said", () => {
    const document = aDocument({ policy: { targets: [{ asset: "btc", weight: "0.9" }], cash_weight: "0.05" } });
    toRules(document);
    expect(rulesOf(document).prior).toMatchObject({ weights: [{ asset: "btc" }, { asset: null, weight: "0.05" }] });
  });

  it.each(["abc", "1.5", "1"])("a target of %s leaves cash no part", (weight) => {
    const document = aDocument({ policy: { targets: [{ asset: "btc", weight }] } });
    toRules(document);
    expect(rulesOf(document).prior).toEqual({ kind: "given", weights: [{ asset: "btc", weight }] });
  });

  it("without targets the prior is what is held, so that nothing moves", () => {
    const document = aDocument({ policy: { targets: [] } });
    toRules(document);
    expect(document.policy).toEqual({ prior: { kind: "current" }, rules: [] });
  });
});

describe("from rules to weights", () => {
  it("freezes the resolved targets to the last digit", () => {
    const document = aRuleDocument({
      asset_bands: [{ asset: "eth", band }],
      band,
      rules: [{ asset: "btc", most: "0.3" }],
    });
    const resolved = [
      { asset: "btc", weight: "0.333333333333", prior: "0" },
      { asset: "eth", weight: "0", prior: "0" },
      { asset: null, weight: "0.666666666667", prior: "0" },
    ];
    const frozen = produce(document, (draft) => toWeights(draft, resolved));
    expect(frozen.policy).toEqual({
      targets: [
        { asset: "btc", weight: "0.333333333333" },
        { asset: "eth", weight: "0", band },
      ],
      cash_weight: "0.666666666667",
      band,
    });
    const sum = [...givenTargets(frozen).map(({ weight }) => weight), weightPolicy(frozen)?.cash_weight ?? ""];
    expect(sum.reduce(addDecimals)).toBe("1");
  });

  it("without a resolution starts empty, keeping the bands", () => {
    const document = aRuleDocument();
    setBand(document, "btc", band);
    toWeights(document, undefined);
    expect(document.policy).toEqual({ targets: [{ asset: "btc", weight: "0", band }] });
  });

  it("there and back is the same targets", () => {
    const document = aDocument({ policy: { targets: [{ asset: "btc", weight: "0.5", band }], cash_weight: "0.5" } });
    const there = produce(document, toRules);
    const back = produce(there, (draft) =>
      toWeights(draft, [
        { asset: "btc", weight: "0.5", prior: "0.5" },
        { asset: "eth", weight: "0", prior: "0" },
        { asset: null, weight: "0.5", prior: "0.5" },
      ]),
    );
    expect(back).toEqual(document);
  });
});
