/** What is asked of a plan, and what was done of one. */
import type { DecimalText } from "./decimal.js";

export interface PlanRequest {
  /**
   * buy_only: nothing is sold (deposits). sell_only: nothing is bought (withdrawals). switch_only: what is sold is bought
   * again, and cash stays as it is. Default "both".
   */
  directions?: "both" | "buy_only" | "sell_only" | "switch_only";
  /** always, or only where an asset (or cash) is outside its band. Default "always". */
  trigger?: "always" | "outside_bands";
  /**
   * With trigger "outside_bands": which trades bring everything back. to_target: those nearest to the targets.
   * fewest_trades: as few as possible, then as small as possible. least_tax: those with the least estimated tax, spreads
   * and fees; least_cost: with the least spreads and fees; for both only inside the bands, whatever `destination` says.
   * Default "to_target".
   */
  goal?: "to_target" | "fewest_trades" | "least_tax" | "least_cost";
  /** With trigger "outside_bands": how far to trade what is outside. Default "target". */
  destination?: "target" | "half_way" | "band_edge";
  /** Trades below this value are left out. Default "0". */
  minimum_trade_value?: DecimalText;
  /** At most so many trades, as few as can be where that is not enough. Default: as many as help. */
  most_trades?: number;
  /** Whether to say what every further trade buys. Default false. */
  curve?: boolean;
  /** none: no lot is sold at a gain that is taxed, and where something is taxed nothing of unknown cost. Default "any". */
  gains?: "any" | "none";
  /** The most that `realised.taxed` may come to, >= 0. Default: no limit. */
  gain_budget?: DecimalText;
  /**
   * Whether holdings are sold as far as their loss saves more tax than the sale costs; what is sold so is bought nowhere
   * with this plan. Default false.
   */
  harvest_losses?: boolean;
  /** The day of the trades, "2026-11-30": without it everything that is locked is locked. Needed where lots are taxed. */
  date?: string;
  /**
   * Positive: deposit; negative: withdrawal. At most one entry per account; amount not 0, whole minor units. One entry
   * without an account is placed where it does most.
   */
  cash_flows?: { account?: string; amount: DecimalText }[];
  /** Ids of the accounts among which cash may move. Default: it stays where it is. */
  transfers_between?: string[];
}

/** Cash that moves from one account to another. */
export interface CashTransfer {
  from: string;
  to: string;
  /** > 0, whole minor units. */
  amount: DecimalText;
}

/** Trades that were made, at prices and in quantities of their own. */
export interface Execution {
  trades?: {
    account: string;
    asset: string;
    side: "buy" | "sell";
    /** > 0 */
    quantity: DecimalText;
    /** At which it was made, >= 0. */
    price: DecimalText;
    /** That was paid, >= 0. Default "0". */
    fee?: DecimalText;
  }[];
  /** Made before the trades. */
  cash_flows?: { account: string; amount: DecimalText }[];
  /** Made before the trades. */
  transfers?: CashTransfer[];
  /** Of the trades. What is bought becomes a lot of that day where its holding has lots or its account is taxed. */
  date?: string;
  /**
   * Whether sales and purchases belong together, one fund into another: where tax rules do not tax switches, lots go over
   * to what they pay for, with their days and costs. Default false.
   */
  switches?: boolean;
}
