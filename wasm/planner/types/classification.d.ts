/** Ways to divide the assets. */
import type { DecimalText } from "./decimal.js";

/**
 * A tree of classes and which asset belongs to which. What an asset's shares leave of 1 is unclassified. Weights of a
 * class include all classes below it.
 */
export interface Classification {
  id: string;
  name: string;
  /**
   * market_cap: assets not listed in `members` belong to the class with the highest `at_least` that their market cap
   * reaches; without a market cap, and where `members` names them with the class null, they are unclassified. Default
   * "given".
   */
  kind?: "given" | "market_cap";
  classes: AssetClass[];
  /** Default []. */
  members?: Member[];
  /** The classes of cash. Default []. */
  cash_members?: ClassShare[];
}

export interface AssetClass {
  /** Unique in the classification, over all levels. */
  id: string;
  name: string;
  /** The least market cap in the base currency. In a classification of kind "market_cap": every class, no nesting. */
  at_least?: DecimalText;
  /** The classes below. Default []. */
  classes?: AssetClass[];
}

export interface ClassShare {
  /** Null: that share lies in no class on purpose, so that neither a market cap nor a catalogue puts it in one. */
  class: string | null;
  /** 0 < share <= 1; the shares of one asset sum to at most 1. Default "1". */
  share?: DecimalText;
}

export interface Member extends ClassShare {
  asset: string;
}

export interface ClassReference {
  classification: string;
  class: string;
}
