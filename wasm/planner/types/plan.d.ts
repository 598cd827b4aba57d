/** The trades, what they lead to and what is proven of them; what is held once trades were made. */
import type { Lot } from "./account.js";
import type { DecimalText } from "./decimal.js";
import type { CashTransfer } from "./plan-request.js";
import type { Reason } from "./reply.js";
import type { AccountRow, Drift } from "./summary.js";

export interface Trade {
  account: string;
  side: "buy" | "sell";
  asset: string;
  quantity: DecimalText;
  /** In the account's currency, with half the spread, and with what changing money costs. */
  price: DecimalText;
  /** quantity * price, half-even to minor units of the account's currency. */
  value: DecimalText;
  fee: DecimalText;
  /** Of a sale: what of which lots goes, in that order. Absent where the holding has no lots. */
  lots?: SoldLot[];
  /** Of a sale: what goes beyond the lots. Absent where nothing does. */
  without_lot?: { quantity: DecimalText; proceeds: DecimalText };
  reason: Reason;
}

/** What a plan with so many trades comes to. */
export interface CurvePoint {
  trades: number;
  /** As in the plan: distance from what it aims at. */
  objective: DecimalText;
  misplaced_share: DecimalText;
  /** What is bought and sold, together. */
  turnover: DecimalText;
  /** Fees, half the spread of every trade, and what changing money costs. */
  costs: DecimalText;
  tax: DecimalText;
}

/** What accounts hold after trades: the fields of documents that trades change. */
export interface HeldAfter {
  accounts: {
    account: string;
    cash: DecimalText;
    /** Those there were, in their order, then those that were bought anew. */
    holdings: {
      asset: string;
      quantity: DecimalText;
      locked_quantity: DecimalText;
      locks: { quantity: DecimalText; until: string }[];
      lots: Lot[];
    }[];
  }[];
}

export interface SoldLot {
  /** Its place in the holding's lots. */
  lot: number;
  id?: string;
  acquired: string;
  quantity: DecimalText;
  /** Its part of value - fee in the base currency, by quantity, in minor units. */
  proceeds: DecimalText;
  /** quantity * unit cost, half-even to minor units */
  cost: DecimalText;
  /** proceeds - cost */
  gain: DecimalText;
  /** Of the period that it falls into. Absent where the account is not taxed. */
  after_months?: number;
  rate?: DecimalText;
  reason: Reason;
}

/** What sales realise, and an estimate of the tax on it. */
export interface Realised {
  /** Of all lots, taxed or not. */
  gains: DecimalText;
  /** >= 0 */
  losses: DecimalText;
  /** Proceeds of what has no lot: what it cost is not known. */
  unknown: DecimalText;
  /**
   * What a budget counts: gains less losses that count, where the rate is above 0, and proceeds of unknown cost where
   * anything is taxed.
   */
  taxed: DecimalText;
  tax: DecimalText;
  /** Tax for every percentage point of misplaced share that the plan puts right; null where it puts none right. */
  tax_per_point: DecimalText | null;
  /** One for every set of tax rules, in document order. */
  tax_rules: {
    id: string;
    periods: {
      after_months: number;
      rate: DecimalText;
      gains: DecimalText;
      /** Without those that do not count. */
      losses: DecimalText;
      /** After losses of this and other periods, losses carried and the allowance; those with the highest rate first. */
      taxable: DecimalText;
      tax: DecimalText;
    }[];
    /** By the window of wash sales. */
    losses_disallowed: DecimalText;
    /** Of the losses carried. */
    carried_used: DecimalText;
    allowance_used: DecimalText;
    /** To be carried on. */
    losses_left: DecimalText;
    tax: DecimalText;
  }[];
  /** If asked for: what is sold for its loss, and what that saves, now or where losses are carried on. */
  harvested?: {
    /** Sum of the sales'. */
    saved: DecimalText;
    sales: {
      account: string;
      asset: string;
      /** Sold at least; a plan may have reasons to sell more. */
      quantity: DecimalText;
      /** Losses of that quantity that count, less its gains, each at the rate of its period. */
      saved: DecimalText;
    }[];
  };
}

export interface Plan {
  base_currency: { code: string; minor_unit_digits: number };
  /**
   * optimal: proven; within_gap: drift after is at most `gap` above the best possible; infeasible: a withdrawal cannot
   * be met (then `infeasible` says by how much, and there are no trades).
   */
  status: "optimal" | "within_gap" | "infeasible";
  /**
   * Chi-square distance of the weights after from what the plan aimed at: with trigger "always" the targets (so it is
   * drift.after.chi_square), with "outside_bands" the weights that the bands ask for.
   */
  objective: DecimalText;
  /** No plan that keeps the rules and pays at most `cost_limit` in spreads and fees can have a smaller objective than this. */
  lower_bound: DecimalText;
  /**
   * Twice the spreads and fees of this plan or of the ideal one without whole steps, whichever is more; fees as they are
   * before each is rounded up to a minor unit.
   */
  cost_limit: DecimalText;
  /** objective - lower_bound */
  gap: DecimalText;
  /**
   * Where costs decide (goal least_tax or least_cost, with trigger outside_bands): `amount`, tax (with least_tax), spreads
   * and fees in the base currency, and what no plan that brings everything inside its bands can go below.
   */
  costs?: { amount: DecimalText; lower_bound: DecimalText; gap: DecimalText };
  infeasible: (Reason & { /** Null: of the accounts that share cash together. */ account: string | null })[];
  /** All deposits and withdrawals; those that the request left open too. Empty where infeasible. */
  cash_flows: { account: string; amount: DecimalText }[];
  /** Cash to move after the sales and before the purchases that it pays for, the largest first. */
  transfers: CashTransfer[];
  /** With "switch_only", where anything is switched: which sale pays for which purchase. */
  switches?: { from_account: string; from: string; to_account: string; to: string; value: DecimalText }[];
  /** Per account (document order): sells, then buys. */
  trades: Trade[];
  /** One for every asset that has no trade in any account. */
  skipped: { asset: string; reason: Reason }[];
  /**
   * In the account's currency: cash_before + deposits + received + sells - buys - fees - sent - withdrawals = cash_after,
   * exactly.
   */
  accounts: (AccountRow & {
    cash_before: DecimalText;
    deposits: DecimalText;
    withdrawals: DecimalText;
    /** From other accounts. */
    received: DecimalText;
    /** To other accounts. */
    sent: DecimalText;
    sells: DecimalText;
    buys: DecimalText;
    fees: DecimalText;
    cash_after: DecimalText;
  })[];
  /** Sums over the accounts, in the base currency. */
  totals: {
    /** Before any deposit or withdrawal. */
    value_before: DecimalText;
    deposits: DecimalText;
    withdrawals: DecimalText;
    /** From other accounts. */
    received: DecimalText;
    /** To other accounts. */
    sent: DecimalText;
    fees: DecimalText;
    sells: DecimalText;
    buys: DecimalText;
    cash_before: DecimalText;
    cash_after: DecimalText;
    /** Assets at their exact value (quantity times price, not rounded) and cash after. */
    value_after: DecimalText;
  };
  /** Absent where no holding has lots and there are no tax rules. */
  realised?: Realised;
  /** Assets in document order, then cash (asset null). */
  weights: {
    asset: string | null;
    quantity_before: DecimalText;
    quantity_after: DecimalText;
    value_before: DecimalText;
    value_after: DecimalText;
    before: DecimalText;
    target: DecimalText;
    after: DecimalText;
    band: { low: DecimalText; high: DecimalText } | null;
    outside_before: boolean;
    outside_after: boolean;
  }[];
  /** As in the summary: per classification its classes, then what is unclassified. */
  classes: {
    classification: string;
    class: string | null;
    value_before: DecimalText;
    value_after: DecimalText;
    before: DecimalText;
    target: DecimalText;
    after: DecimalText;
    band: { low: DecimalText; high: DecimalText } | null;
    outside_before: boolean;
    outside_after: boolean;
  }[];
  drift: { before: Drift; after: Drift };
  /** With the request's `curve`: from the plan without a limit of trades on, ever fewer. */
  curve?: CurvePoint[];
  /** Cash that stays in an account and why. One per account with cash after > 0. */
  left_over: { account: string; cash: DecimalText; reason: Reason }[];
  notices: (Reason & { pointer: string })[];
}
