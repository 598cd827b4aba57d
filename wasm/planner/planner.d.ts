/**
 * The typed door to the WebAssembly core. One planner owns one instance; every call takes and gives plain JSON data.
 *
 * Conventions, everywhere:
 * - A `DecimalText` is an exact decimal in plain notation ("-12.5", "0.00000001"): at most 18 fractional digits, no
 *   exponent, no grouping, magnitude at most 1e20.
 * - A weight is a share of the whole portfolio: "0.25" is 25 %.
 * - What belongs to one account is in the account's currency, and what a trade moves is whole minor units of it; all
 *   other money is in the document's base currency.
 * - The core knows no clock, no network and no storage; equal input gives equal bytes.
 */

export type DecimalText = string;

// ── Document, version 1 ─────────────────────────────────────────────────────────────────────────────────────────────

export interface BallastDocument {
  format: "ballast";
  version: 1;
  title?: string;
  base_currency: CurrencyName;
  /** Other currencies, of accounts and assets; each once, at most 100. Default []. */
  currencies?: ForeignCurrency[];
  assets: Asset[];
  /** At most 100. Default []. */
  tax_rules?: TaxRules[];
  accounts: Account[];
  /** Ways to divide the assets: by type, by jurisdiction, … At most 20, with at most 1,000 classes in each. */
  classifications?: Classification[];
  policy: Policy;
  /** Accounts that belong together, with targets of their own; at most 20. */
  groups?: AccountGroup[];
  /** The id of the group that is looked at alone, as if there were no other accounts. Default: all accounts. */
  group?: string;
}

/** A currency that `describe()` does not list, or that is settled otherwise. */
export interface OwnCurrency {
  code: string;
  minor_unit_digits: number;
}

/** A code such as "USD" where `describe()` lists it. */
export type CurrencyName = string | OwnCurrency;

export interface ForeignCurrency {
  currency: CurrencyName;
  /** What one unit is worth in the base currency, > 0. */
  rate: DecimalText;
  /** Informative: the ISO date the rate is from. */
  rate_date?: string;
}

export interface Asset {
  id: string;
  symbol: string;
  name?: string;
  /** Price of one unit in its currency, >= 0. With "0" the asset counts as worthless and cannot be traded. */
  price: DecimalText;
  /** The code of the base currency or of one of `currencies`. Default: the base currency. */
  currency?: string;
  /** Informative: the ISO date ("2026-11-01") the price is from. */
  price_date?: string;
  /** Traded quantities are whole multiples of this. "0" is any quantity (18 digits). Default "0.00000001". */
  quantity_step?: DecimalText;
  /**
   * What buyers pay above what sellers get, as a share of the price: 0 <= spread < 1. Trades are carried out half of it
   * above or below the price. Default "0".
   */
  spread?: DecimalText;
  /** Default true. */
  may_buy?: boolean;
  /** Default true. */
  may_sell?: boolean;
  /** Of all units there are, in the base currency, >= 0. For tiers by market cap and for priors. */
  market_cap?: DecimalText;
  /** Standard deviation of returns over a year as a share: "0.6" is 60 %. Above 0. For inverse-volatility priors. */
  annual_volatility?: DecimalText;
}

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

// ── Request ─────────────────────────────────────────────────────────────────────────────────────────────────────────

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
}

// ── Replies ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * `ms`: how long the core took, where whoever asked it measured that, as the worker does. The core itself knows no clock:
 * what it replies does not depend on one.
 */
export type Reply<T> = { ok: true; value: T; ms?: number } | { ok: false; errors: Problem[] };

export interface Problem {
  /**
   * Stable, for programs: "document/missing_field", … `describe()` lists those of the core. The doors add
   * "engine/trap" (the module failed), "engine/unavailable" (it could not be loaded) and "engine/timeout".
   */
  code: string;
  /** Which text it is about. */
  source: "document" | "request" | "engine";
  /** RFC 6901 JSON pointer into that text; "" is the whole. */
  pointer: string;
  parameters: Record<string, string>;
  /** English, for people; from the core's one table. */
  message: string;
}

/** A code with parameters and the English made from them. */
export interface Reason {
  code: string;
  parameters: Record<string, string>;
  text: string;
}

export interface Description {
  name: "ballast";
  version: string;
  document_version: 1;
  currencies: { code: string; minor_unit_digits: number }[];
  limits: {
    document_bytes: number;
    request_bytes: number;
    nesting: number;
    /** JSON values in one text */
    values: number;
    assets: number;
    accounts: number;
    holdings: number;
    /** assets times accounts */
    pairs: number;
    classifications: number;
    /** in one classification */
    classes: number;
    /** in all classifications together */
    members: number;
    rules: number;
    text_characters: number;
    /** in one analysis */
    cross_tables: number;
    /** of all cross tables of an analysis together */
    cells: number;
    /** of all classifications whose parts an analysis names together */
    parts: number;
  };
  questionnaire: {
    id: string;
    part: "tolerance" | "capacity" | "goal";
    question: string;
    /** From the most careful to the most daring. */
    answers: string[];
  }[];
  profile_constants: ProfileConstants;
  error_codes: { code: string; message: string }[];
  reason_codes: { code: string; text: string }[];
}

export interface Validation {
  valid: true;
  /** Not errors, but worth saying: an asset held without a target, an asset without a price, … */
  notices: (Reason & { pointer: string })[];
}

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

// ── Resolving rules ─────────────────────────────────────────────────────────────────────────────────────────────────

/** What targets follow from rules, live while they are edited. Conflicting rules are data here, not an error. */
export interface Resolution {
  /** given: the policy has weights, not rules. */
  status: "given" | "resolved" | "infeasible";
  /** Assets in document order, then cash (asset null): targets, which sum to exactly 1. With "infeasible" those of the relaxation. */
  targets: { asset: string | null; weight: DecimalText; prior: DecimalText }[];
  /** Every rule in document order, then `largest`, `most_per_asset` where given. */
  rules: {
    /** Into the document: "/policy/rules/3". */
    pointer: string;
    /** In the person's words: "Type: Stablecoin = 10 %". */
    text: string;
    /** The share that the targets give its subject (for `most_per_asset` the largest); null for `largest`. */
    share: DecimalText | null;
    /** Whether the rule shapes the result: without it the targets would differ. */
    binding: boolean;
  }[];
  /** Largest violation of a rule by the targets, and how far their relative entropy may be above the least: the independent check. */
  check: { violation: DecimalText; gap: DecimalText };
  /** Null unless infeasible. */
  conflict: Conflict | null;
  notices: (Reason & { pointer: string })[];
}

export interface Conflict {
  /** Rules that cannot be kept together; without any one of them the rest could. */
  rules: { pointer: string; text: string }[];
  /** The smallest changes with which all rules can be kept. Empty: none without changing what assets there are. */
  relaxation: {
    /** The number to replace: "/policy/rules/3/most". */
    pointer: string;
    from: DecimalText;
    to: DecimalText;
    /** "Type: Stablecoin = 10 %" → "… = 15 %" */
    text: string;
    relaxed_text: string;
  }[];
}

// ── Analysis ────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface AnalysisRequest {
  /** Pairs of classifications to cross. At most 20. */
  cross_tables?: { rows: string; columns: string }[];
  /** Ids of the classifications whose parts to name. Each at most once. */
  parts?: string[];
  /** With it the reply also describes what this plan leads to. */
  plan?: PlanRequest;
}

/**
 * Which share of an asset lies directly in a class. Of every class, the weights of its parts and of the classes directly
 * below it sum to exactly its own weight.
 */
export interface ClassPart {
  /** Null is cash. */
  asset: string | null;
  /** The class named, not those above it; null is what is unclassified. */
  class: string | null;
  /** Of the asset. */
  share: DecimalText;
  /** Of the whole, above 0. */
  weight: DecimalText;
}

/** What a set of weights is made of. */
export interface Composition {
  /** 1 / sum of squared weights of the assets, as if they were the whole; 0 where there are none. Three decimals. */
  effective_assets: DecimalText;
  /** The heaviest asset; null where nothing weighs. */
  largest: { asset: string; weight: DecimalText } | null;
  classifications: {
    classification: string;
    /** Top-level classes and what is unclassified: 1 / sum of squared weights. Three decimals. */
    effective_classes: DecimalText;
    largest: { class: string; weight: DecimalText } | null;
    unclassified: DecimalText;
    /** Every class in the order of the document with what is below it, then (null) what is unclassified. */
    classes: { class: string | null; weight: DecimalText }[];
  }[];
  cross_tables: {
    rows: string;
    columns: string;
    /** Top-level classes; null, last, is what is unclassified. */
    row_classes: (string | null)[];
    column_classes: (string | null)[];
    /** cells[row][column]: share of the whole that lies in both. All cells sum to exactly 1, or are all 0. */
    cells: DecimalText[][];
  }[];
  /** One for each classification that the request names. */
  parts: {
    classification: string;
    /** What weighs something: assets in document order, then cash. */
    parts: ClassPart[];
  }[];
}

export interface Analysis {
  current: Composition;
  target: Composition;
  /** Null without a plan in the request, or where the plan is infeasible. */
  after: Composition | null;
  /** What stands out, of `state`. */
  findings: (Reason & { state: "current" | "target" | "after" })[];
}

// ── Risk profile ────────────────────────────────────────────────────────────────────────────────────────────────────

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

// ── Planner ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A document or request as JSON text (checked by the core as written) or as data (serialised first). */
export type DocumentInput = string | BallastDocument;
export type RequestInput = string | PlanRequest;

export interface Planner {
  describe(): Reply<Description>;
  validate(document: DocumentInput): Reply<Validation>;
  summarize(document: DocumentInput): Reply<Summary>;
  plan(document: DocumentInput, request?: RequestInput): Reply<Plan>;
  /** The targets that follow from the policy's rules, and where rules conflict. */
  resolve(document: DocumentInput): Reply<Resolution>;
  /** Cross tables, concentration, coverage, findings. */
  analyze(document: DocumentInput, request?: string | AnalysisRequest): Reply<Analysis>;
  /** What accounts hold after trades were made: from there the next plan is made. */
  carryOut(document: DocumentInput, execution?: string | Execution): Reply<HeldAfter>;
  profile(request: string | ProfileRequest): Reply<Profile>;
}

export interface PlannerOptions {
  /** The .wasm, when the default (beside this module) does not serve: bytes, a module, or where to load it from. */
  wasm?: ArrayBuffer | Uint8Array | WebAssembly.Module | URL | string;
}

/**
 * Loads the module and gives a planner. Calls never throw: a trap inside the module is answered with the problem
 * `engine/trap`, the instance is thrown away, and the next call gets a fresh one. Text longer than the limits is
 * refused before it is copied.
 */
export function createPlanner(options?: PlannerOptions): Promise<Planner>;
