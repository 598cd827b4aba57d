import type { BallastDocument, Classification, Prior, Rule, RulePolicy } from "../../../wasm/planner/planner.js";
import { classWords } from "../analysis/class-lookup.js";
import { symbolOf } from "../parts/asset-lookup.js";
import { showShareShort } from "../text/figures.js";

/** Rules as sentences, for reading before they are part of a document; the engine writes them once they are. */

export interface WordsContext {
  readonly classifications: readonly Classification[];
  /** For the symbols of single assets. */
  readonly document: BallastDocument | null;
}

export function policyWords(policy: RulePolicy, context: WordsContext): string[] {
  return [
    ...policy.rules.map((rule) => ruleWords(rule, context)),
    ...(policy.largest === undefined ? [] : [`Only the ${String(policy.largest)} largest assets have a target`]),
    ...(policy.most_per_asset === undefined ? [] : [`No asset above ${showShareShort(policy.most_per_asset)}`]),
    ...(policy.class_bands ?? []).map((band) => `A band of its own for ${classWords(context.classifications, band)}`),
  ];
}

export function ruleWords(rule: Rule, context: WordsContext): string {
  const subject = "class" in rule ? classWords(context.classifications, rule) : assetWords(rule.asset, context);
  const of = rule.of === undefined ? "" : ` of ${classWords(context.classifications, rule.of)}`;
  return `${subject}, ${amountWords(rule)}${of}${rule.locked === true ? ", locked" : ""}`;
}

function assetWords(asset: string | null, { document }: WordsContext): string {
  if (asset === null) return "Cash";
  return document === null ? asset : symbolOf(document, asset);
}

function amountWords({ exact, least, most }: Rule): string {
  if (exact !== undefined) return `exactly ${showShareShort(exact)}`;
  if (least !== undefined && most !== undefined) return `${showShareShort(least)} to ${showShareShort(most)}`;
  if (least !== undefined) return `at least ${showShareShort(least)}`;
  return most === undefined ? "any share" : `at most ${showShareShort(most)}`;
}

/** What the rest follows: where rules leave a choice. */
export function priorWords({ kind }: Prior): string {
  switch (kind) {
    case "market_cap":
      return "in proportion to market cap";
    case "square_root_market_cap":
      return "in proportion to the square root of market cap";
    case "equal":
      return "equally";
    case "current":
      return "as near as possible to what is held now";
    case "inverse_volatility":
      return "in inverse proportion to volatility";
    case "given":
      return "in the given proportions";
  }
}

/** What has to be entered for this prior to say anything of an asset; null: nothing. */
export function priorNeeds({ kind }: Prior): "market_cap" | "annual_volatility" | null {
  if (kind === "market_cap" || kind === "square_root_market_cap") return "market_cap";
  return kind === "inverse_volatility" ? "annual_volatility" : null;
}
