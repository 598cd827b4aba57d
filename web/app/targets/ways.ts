import type { BallastDocument, Prior, Resolution, RulePolicy, WeightPolicy } from "../../../wasm/planner/planner.js";
import { addDecimals, compareDecimals, negateDecimal } from "../../shared/decimal-text.js";
import { isRulePolicy } from "../../shared/policy-kind.js";
import { isDecimal, isZero } from "../text/figures.js";

/** The two ways to say targets. Going from one to the other keeps what the other can say. */

/** Targets become the prior, without rules; bands stay. Without targets the prior is what is held, so nothing moves. */
export function toRules(document: BallastDocument): void {
  const { policy } = document;
  if (isRulePolicy(policy)) return;
  const bands = policy.targets.flatMap(({ asset, band }) => (band === undefined ? [] : [{ asset, band }]));
  const rules: RulePolicy = { ...commonOf(policy), prior: priorOf(policy), rules: [] };
  if (bands.length > 0) rules.asset_bands = bands;
  document.policy = rules;
}

/** The resolved targets become weights, to the last digit; rules are gone. Without a resolution the targets start empty. */
export function toWeights(document: BallastDocument, resolved: Resolution["targets"] | undefined): void {
  const { policy } = document;
  if (!isRulePolicy(policy)) return;
  const weights = new Map(resolved?.map(({ asset, weight }) => [asset, weight]));
  const bands = new Map(policy.asset_bands?.map(({ asset, band }) => [asset, band]));
  const frozen: WeightPolicy = {
    ...commonOf(policy),
    targets: document.assets.flatMap(({ id }) => {
      const weight = weights.get(id) ?? "0";
      const band = bands.get(id);
      if (isZero(weight) && band === undefined) return [];
      return [{ asset: id, weight, ...(band === undefined ? {} : { band }) }];
    }),
  };
  const cash = weights.get(null);
  if (cash !== undefined) frozen.cash_weight = cash;
  document.policy = frozen;
}

function commonOf({ band, cash_band: cashBand, class_bands: classBands }: RulePolicy | WeightPolicy) {
  return {
    ...(band === undefined ? {} : { band }),
    ...(cashBand === undefined ? {} : { cash_band: cashBand }),
    ...(classBands === undefined ? {} : { class_bands: classBands }),
  };
}

function priorOf({ targets, cash_weight: cashWeight }: WeightPolicy): Prior {
  const parts: { asset: string | null; weight: string }[] = targets.flatMap(({ asset, weight }) =>
    isZero(weight) ? [] : [{ asset, weight }],
  );
  if (parts.length === 0) return { kind: "current" };
  const cash = cashWeight ?? rest(parts.map(({ weight }) => weight));
  if (!isZero(cash)) parts.push({ asset: null, weight: cash });
  return { kind: "given", weights: parts };
}

/** What cash has where it is the rest; nothing where the weights are not yet numbers, or leave nothing. */
function rest(weights: readonly string[]): string {
  if (!weights.every(isDecimal)) return "0";
  const left = addDecimals("1", negateDecimal(weights.reduce(addDecimals)));
  return compareDecimals(left, "0") > 0 ? left : "0";
}
