/** What is wanted: weights or rules, and bands. */
import type { ClassReference } from "./classification.js";
import type { DecimalText } from "./decimal.js";

/** Targets as weights, or rules from which they are calculated. */
export type Policy = WeightPolicy | RulePolicy;

export interface CommonPolicy {
  /** The band of every asset (and of cash) that does not name its own. Default {kind:"none"}. */
  band?: Band;
  /** Cash's own band. */
  cash_band?: Band;
  /** Bands around the target weights of classes. Each class at most once. */
  class_bands?: ClassBand[];
}

export interface WeightPolicy extends CommonPolicy {
  /** Assets not listed have target weight 0. Each asset at most once. */
  targets: Target[];
  /** Left out: what the targets leave of 1. Given: targets and cash must sum to exactly 1. */
  cash_weight?: DecimalText;
}

/**
 * The targets are the weights that keep all rules and are nearest to the prior in relative entropy: inside a class,
 * assets stay in the prior's proportions as far as rules allow.
 */
export interface RulePolicy extends CommonPolicy {
  prior: Prior;
  /** At most 500. */
  rules: Rule[];
  /** Only so many assets, those with the largest prior, have a target. */
  largest?: number;
  /** No asset has a larger target than this, 0 … 1. */
  most_per_asset?: DecimalText;
  /** Of single assets. */
  asset_bands?: { asset: string; band: Band }[];
}

/**
 * current: the weights held now. given: as listed, in any proportion; what is not listed has none. Cash has a prior
 * only in current and given (asset null). What has no prior gets weight only where rules cannot be met otherwise.
 */
export type Prior =
  | { kind: "market_cap" | "square_root_market_cap" | "equal" | "current" | "inverse_volatility" }
  | { kind: "given"; weights: { asset: string | null; weight: DecimalText }[] };

/** What a rule is about: a class, an asset, or cash (asset null). */
export type RuleSubject = ClassReference | { asset: string | null };

/**
 * Either `exact`, or `least` or `most` or both. Shares of the whole, 0 … 1; with `of`, shares of that class: what of
 * the class's weight lies in the subject.
 */
export type Rule = RuleSubject & {
  exact?: DecimalText;
  least?: DecimalText;
  most?: DecimalText;
  of?: ClassReference;
  /** Relaxations leave it alone if others can be moved instead. Default false. */
  locked?: boolean;
};

export interface ClassBand extends ClassReference {
  band: Band;
}

export interface Target {
  asset: string;
  /** 0 … 1 */
  weight: DecimalText;
  band?: Band;
}

/**
 * none: never outside. absolute: |w-t| > width. relative: |w-t| > width*t.
 * five_twenty_five: |w-t| > min(0.05, 0.25 t) (no width).
 */
export type Band =
  | { kind: "none" }
  | { kind: "absolute"; width: DecimalText }
  | { kind: "relative"; width: DecimalText }
  | { kind: "five_twenty_five" };
