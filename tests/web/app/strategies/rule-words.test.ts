import { describe, expect, it } from "vitest";

import { policyWords, priorNeeds, priorWords, ruleWords } from "../../../../web/app/strategies/rule-words.js";
import { aDocument } from "../support/documents.js";
import { builtIn } from "./strategies.js";

const context = { classifications: builtIn, document: aDocument() };
const plain = (text: string) => text.replaceAll("\u202f", " ");

describe("a rule in words", () => {
  it.each([
    [{ classification: "type", class: "currency", exact: "0.6" }, "Type: Currency, exactly 60 %"],
    [{ classification: "type", class: "fiat", least: "0.05", most: "0.125" }, "Type: Backed by money, 5 % to 12.5 %"],
    [{ classification: "tier", class: "large", least: "0.3", locked: true }, "Tier: Large, at least 30 %, locked"],
    [{ asset: "btc", most: "0.2" }, "BTC, at most 20 %"],
    [{ asset: null, exact: "0" }, "Cash, exactly 0 %"],
    [
      { asset: "btc", most: "0.2", of: { classification: "type", class: "payment" } },
      "BTC, at most 20 % of Type: Payment",
    ],
    [{ classification: "colour", class: "red", most: "0.1" }, "colour: red, at most 10 %"],
  ])("%j", (rule, words) => {
    expect(plain(ruleWords(rule, context))).toBe(words);
  });

  it("comes with the limits beside the rules", () => {
    const words = policyWords({ prior: { kind: "equal" }, rules: [], largest: 10, most_per_asset: "0.2" }, context);
    expect(words.map(plain)).toEqual(["Only the 10 largest assets have a target", "No asset above 20 %"]);
  });
});

describe("a prior", () => {
  it("says what it follows and what it needs", () => {
    expect(priorWords({ kind: "given", weights: [] })).toBe("in the given proportions");
    expect(priorNeeds({ kind: "square_root_market_cap" })).toBe("market_cap");
    expect(priorNeeds({ kind: "inverse_volatility" })).toBe("annual_volatility");
    expect(priorNeeds({ kind: "current" })).toBeNull();
  });
});
