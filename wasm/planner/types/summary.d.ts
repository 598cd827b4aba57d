/** Where everything is, and how far from its target. */
import type { DecimalText } from "./decimal.js";
import type { Reason } from "./reply.js";

export interface Drift {
  /** ½ Σ |w-t|: 0 on target, 1 everything elsewhere. */
  misplaced_share: DecimalText;
  /** Σ (w-t)²/t; where t = 0 the divisor is the smallest positive target. */
  chi_square: DecimalText;
}

export interface WeightRow {
  /** Asset id; null is cash. */
  asset: string | null;
  value: DecimalText;
  weight: DecimalText;
  target: DecimalText;
  /** weight - target, exactly: positive above the target. All rows sum to 0, unless there is nothing of value. */
  difference: DecimalText;
  /** value - target * total_value, in money: positive where there is too much. Rounded half-even at 18 digits. */
  difference_value: DecimalText;
  /** null: no band. */
  band: { low: DecimalText; high: DecimalText } | null;
  outside_band: boolean;
  /**
   * How far the weight lies beyond the edge: positive above `band.high`, negative below `band.low`; null inside and
   * without a band. From the exact weight, rounded away from the edge at 18 digits: never "0".
   */
  outside_by: DecimalText | null;
}

/** A row about one account. `currency` and `rate` (in the base currency) are there where it has another currency. */
export interface AccountRow {
  account: string;
  currency?: { code: string; minor_unit_digits: number };
  rate?: DecimalText;
}

export interface AccountValues extends AccountRow {
  /** In the account's currency. */
  cash: DecimalText;
  /** Cash and all holdings, in the base currency. */
  value: DecimalText;
  /** In document order. */
  holdings: { asset: string; value: DecimalText }[];
}

/** Where the targets come from. */
export interface TargetsOrigin {
  /** given: as weights. resolved: from rules. relaxed: the rules conflict, and these targets keep the smallest relaxation of them. */
  kind: "given" | "resolved" | "relaxed";
}

export interface ClassRow {
  classification: string;
  /** null is what is unclassified. */
  class: string | null;
  value: DecimalText;
  weight: DecimalText;
  target: DecimalText;
  /** weight - target, exactly */
  difference: DecimalText;
  band: { low: DecimalText; high: DecimalText } | null;
  outside_band: boolean;
  outside_by: DecimalText | null;
}

export interface Summary {
  base_currency: { code: string; minor_unit_digits: number };
  total_value: DecimalText;
  /** Assets in document order, then cash. Weights sum to exactly 1 (12 digits, largest remainder), or are all 0. */
  weights: WeightRow[];
  targets: TargetsOrigin;
  /** Per classification: its classes in the order of the document (a class before those below it), then what is unclassified. */
  classes: ClassRow[];
  drift: Drift;
  /**
   * The least money to add with which everything comes to its target by buying alone; fees, steps and what may not be
   * bought left aside. "0" where the cash there is will do; null where something without a target is held.
   */
  balancing_deposit: DecimalText | null;
  accounts: AccountValues[];
  notices: (Reason & { pointer: string })[];
}
