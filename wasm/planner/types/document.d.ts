/** What is held and wanted, as it is stored. */
import type { Account, AccountGroup, TaxRules } from "./account.js";
import type { Classification } from "./classification.js";
import type { DecimalText } from "./decimal.js";
import type { Policy } from "./policy.js";

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
