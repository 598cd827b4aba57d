/** A risk profile from a questionnaire. */
import type { DecimalText } from "./decimal.js";

/** Answers as places in `describe().questionnaire`: 0 is the most careful one. */
export interface ProfileRequest {
  answers: { question: string; answer: number }[];
  /** Until the money is needed. 0 … 100 */
  horizon_years: DecimalText;
  constants?: Partial<ProfileConstants>;
}

export interface ProfileConstants {
  /** Weight of tolerance in the mean with capacity, 0 … 1. */
  tolerance_weight: DecimalText;
  /** How far risk may lie above capacity, 0 … 1. */
  slack_over_capacity: DecimalText;
  /** Years after which a longer horizon has made half of its difference. Above 0. */
  horizon_scale_years: DecimalText;
  /** Share of stablecoins and cash at risk 0 and at risk 1. */
  reserve_at_none: DecimalText;
  reserve_at_full: DecimalText;
  /** Of the rest: share of small and of medium caps at risk 1; at risk 0 there are none. */
  small_at_full: DecimalText;
  medium_at_full: DecimalText;
}

export interface Profile {
  /** 0 … 1 each, with four decimals. */
  tolerance: DecimalText;
  capacity: DecimalText;
  goal: DecimalText;
  horizon: DecimalText;
  /** The score: from the four parts by the formula of docs/math/risk-profile.md. */
  risk: DecimalText;
  /** Sum to exactly 1, in whole per cent. */
  mix: { reserve: DecimalText; large: DecimalText; medium: DecimalText; small: DecimalText };
  constants: ProfileConstants;
}
