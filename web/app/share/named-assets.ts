import type { Asset, BallastDocument, Prior, Rule, RulePolicy } from "../../../wasm/planner/planner.js";
import { newId } from "../../shared/new-id.js";
import { blankDocument } from "../state/blank.js";
import type { Strategy } from "../strategies/strategy.js";

/** Rules about single assets name them by ids. In what is passed on an id is the symbol in plain letters: "btc". */

/** The assets that a policy names, each once. */
export function namedAssets({ rules, prior, asset_bands: bands = [] }: RulePolicy): string[] {
  const inRules = rules.flatMap((rule) => ("asset" in rule && rule.asset !== null ? [rule.asset] : []));
  const inPrior = prior.kind === "given" ? prior.weights.flatMap(({ asset }) => asset ?? []) : [];
  return [...new Set([...inRules, ...inPrior, ...bands.map(({ asset }) => asset)])];
}

/** The same policy about assets of other names. */
export function renameAssets(policy: RulePolicy, rename: (asset: string) => string): RulePolicy {
  const renamed = (asset: string | null) => (asset === null ? null : rename(asset));
  const rule = (one: Rule): Rule => ("asset" in one ? { ...one, asset: renamed(one.asset) } : one);
  const prior = (one: Prior): Prior =>
    one.kind === "given"
      ? { ...one, weights: one.weights.map((each) => ({ ...each, asset: renamed(each.asset) })) }
      : one;
  return {
    ...policy,
    prior: prior(policy.prior),
    rules: policy.rules.map(rule),
    ...(policy.asset_bands === undefined
      ? {}
      : { asset_bands: policy.asset_bands.map((each) => ({ ...each, asset: rename(each.asset) })) }),
  };
}

/** For passing on: whatever ids a document has, each asset goes by its symbol. */
export function namesBySymbol(assets: readonly Asset[]): (id: string) => string {
  const names = new Map<string, string>();
  for (const { id, symbol } of assets) names.set(id, newId(symbol, names.values()));
  return (id) => names.get(id) ?? newId(id, names.values());
}

/** For taking up: the strategy in terms of the assets that a document has, by id or else by symbol. */
export function inTermsOf(strategy: Strategy, assets: readonly Asset[]): Strategy {
  const ids = new Set(assets.map(({ id }) => id));
  const bySymbol = new Map(assets.map(({ id, symbol }) => [newId(symbol, []), id]));
  const rename = (name: string) => (ids.has(name) ? name : (bySymbol.get(name) ?? name));
  return { ...strategy, policy: renameAssets(strategy.policy, rename) };
}

/** Those that a strategy names and a document lacks, to be added with nothing held and a price still to be typed. */
export function missingAssets({ policy }: Strategy, { assets }: Pick<BallastDocument, "assets">): Asset[] {
  const there = new Set(assets.map(({ id }) => id));
  return namedAssets(policy)
    .filter((id) => !there.has(id))
    .map((id) => ({ id, symbol: id.toUpperCase(), price: "" }));
}

/** A document that has the assets a strategy names, and nothing else: for judging it, and for its words. */
export function documentNaming(strategy: Strategy): BallastDocument {
  const document = blankDocument();
  document.assets = missingAssets(strategy, document).map((one) => ({ ...one, price: "1" }));
  return document;
}
