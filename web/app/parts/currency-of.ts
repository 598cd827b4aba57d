import type { Account, Asset, BallastDocument, Plan } from "../../../wasm/planner/planner.js";
import { currencyCode } from "./asset-lookup.js";

export interface CurrencyShown {
  readonly code: string;
  readonly minor_unit_digits: number;
}

/** In which a plan speaks of an account's money. */
export function currencyOf({ accounts, base_currency: base }: Plan, account: string): CurrencyShown {
  return accounts.find((row) => row.account === account)?.currency ?? base;
}

/** Whether any account has another currency than the one that everything is counted in. */
export function hasSeveral({ accounts }: Plan): boolean {
  return accounts.some(({ currency }) => currency !== undefined);
}

export function codeIn(document: BallastDocument, of: Account | Asset | undefined): string {
  return of?.currency ?? currencyCode(document);
}
