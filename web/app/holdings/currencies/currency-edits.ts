import type {
  Account,
  Asset,
  BallastDocument,
  CurrencyName,
  ForeignCurrency,
} from "../../../../wasm/planner/planner.js";
import { currencyCode } from "../../parts/asset-lookup.js";

/** Changes to the currencies beside the base currency, made on a draft. Nothing is converted. */

export function codeOf(currency: CurrencyName): string {
  return typeof currency === "string" ? currency : currency.code;
}

/** All that accounts and assets may have: the base currency first. */
export function codesOf(document: BallastDocument): string[] {
  return [currencyCode(document), ...(document.currencies ?? []).map(({ currency }) => codeOf(currency))];
}

export function addCurrency(document: BallastDocument, code: string): void {
  document.currencies = [...(document.currencies ?? []), { currency: code, rate: "" }];
}

export function setRate(foreign: ForeignCurrency, rate: string): void {
  foreign.rate = rate;
  // A rate typed by hand is no longer the one of that date.
  delete foreign.rate_date;
}

export function removeCurrency(document: BallastDocument, place: number): void {
  const left = (document.currencies ?? []).filter((_, at) => at !== place);
  if (left.length === 0) delete document.currencies;
  else document.currencies = left;
}

/** Whether an account or an asset is in it. */
export function isUsed({ accounts, assets }: BallastDocument, code: string): boolean {
  return [...accounts, ...assets].some(({ currency }) => currency === code);
}

export function setCurrency(document: BallastDocument, of: Account | Asset, code: string): void {
  if (code === currencyCode(document)) delete of.currency;
  else of.currency = code;
}

export function setConversionCost(account: Account, cost: string): void {
  if (cost === "") delete account.conversion_cost;
  else account.conversion_cost = cost;
}
