/** Where something is held, on which terms, and how its gains are taxed. */
import type { DecimalText } from "./decimal.js";
import type { Policy } from "./policy.js";

export interface Account {
  id: string;
  name?: string;
  /** The code of the base currency or of one of `currencies`. Default: the base currency. */
  currency?: string;
  /**
   * What changing money costs, as a share of it, 0 … 0.5: for trades of assets that are quoted in another currency.
   * Default "0".
   */
  conversion_cost?: DecimalText;
  /** In the account's currency, >= 0. Default "0". */
  cash?: DecimalText;
  /** Default: none. */
  fees?: FeeSchedule;
  /** Trades below this value are not taken here. Default "0". */
  minimum_trade_value?: DecimalText;
  /** The id of the rules by which gains here are taxed. Left out: they are not. */
  tax_rules?: string;
  holdings: Holding[];
}

/** How gains are taxed. Accounts with the same rules are taxed together: their losses count against each other's gains. */
export interface TaxRules {
  id: string;
  name?: string;
  /**
   * Which lots are sold first: the oldest, the newest, those that cost most, those with the least tax per unit, or as
   * the holding lists them. Default "fifo".
   */
  lots?: "fifo" | "lifo" | "hifo" | "lowest_tax" | "specified";
  /**
   * In rising order, the first after 0 months. A sale falls into the last one for which the lot was held for more than
   * `after_months`. rate: of a gain, 0 … 1; with "0" gains are not taxed and losses help nothing.
   */
  periods: { after_months?: number; rate: DecimalText }[];
  /** Losses of earlier times that still count. Default "0". */
  losses_carried?: DecimalText;
  /** Gains that are free of tax, as far as they are not used yet. Default "0". */
  allowance?: DecimalText;
  /**
   * A loss does not count while as much was bought up to so many days before and is still there, or is bought with the
   * sale. Default 0: it always counts.
   */
  wash_sale_days?: number;
  /** A switch from one fund into another is not taxed, and its losses do not count. Default false. */
  switches_are_untaxed?: boolean;
}

/** Accounts of another person, or for another purpose. */
export interface AccountGroup {
  id: string;
  name?: string;
  /** Ids, at least one, each once. */
  accounts: string[];
  /** Default: the document's. */
  policy?: Policy;
}

/** A part of a holding that was bought on one day. */
export interface Lot {
  /** For people. */
  id?: string;
  /** "2023-01-05" */
  acquired: string;
  /** > 0 */
  quantity: DecimalText;
  /** What one unit cost with all fees, in the base currency, >= 0. */
  unit_cost: DecimalText;
}

/** What a trade costs: proportional * value + fixed, between minimum and maximum, rounded up to a minor unit. */
export interface FeeSchedule {
  /** Share of a trade's value, 0 <= rate < 1. Default "0". */
  proportional?: DecimalText;
  /** Amount per trade, >= 0, in the account's currency. Default "0". */
  fixed?: DecimalText;
  /** In rising order of `from`. A trade of at least that value pays the tier's fees on its whole value instead. */
  tiers?: { from: DecimalText; proportional?: DecimalText; fixed?: DecimalText }[];
  /** Per trade. Default "0". */
  minimum?: DecimalText;
  /** Per trade, not below the minimum. Default: no limit. */
  maximum?: DecimalText;
}

/**
 * An account buys only assets it lists, if need be with quantity "0"; an asset that no account lists may be bought in
 * any. No money moves between accounts.
 */
export interface Holding {
  /** Asset id. At most one holding per asset and account. */
  asset: string;
  /** >= 0 */
  quantity: DecimalText;
  /** Part of `quantity` that counts but cannot be sold (staked, vesting). Default "0". */
  locked_quantity?: DecimalText;
  /** Parts that cannot be sold before a day, "2027-01-31"; with `locked_quantity` at most `quantity`. Default []. */
  locks?: { quantity: DecimalText; until: string }[];
  /** In this account. Default true. */
  may_buy?: boolean;
  /** In this account. Default true. */
  may_sell?: boolean;
  /** Smaller quantities are not traded here. Default "0". */
  minimum_quantity?: DecimalText;
  /** Together at most `quantity`. What the rest cost is not known: it is sold last, and nothing is said of its gain. */
  lots?: Lot[];
}
