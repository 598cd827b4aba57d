import type { BallastDocument, PlanRequest } from "../../../wasm/planner/planner.js";
import { currencyCode } from "../parts/asset-lookup.js";
import { codeIn, type CurrencyShown } from "../parts/currency-of.js";

/** Accounts between which money may move: those of one currency, where there are two or more. Base currency first. */
export function movableGroups(document: BallastDocument): { readonly code: string; readonly accounts: string[] }[] {
  const groups = new Map<string, string[]>([[currencyCode(document), []]]);
  for (const account of document.accounts) {
    const code = codeIn(document, account);
    groups.set(code, [...(groups.get(code) ?? []), account.id]);
  }
  return [...groups].map(([code, accounts]) => ({ code, accounts })).filter(({ accounts }) => accounts.length > 1);
}

/** The code of the currency of a deposit or withdrawal. */
export function flowCurrency(document: BallastDocument, request: PlanRequest): string {
  const [flow] = request.cash_flows ?? [];
  // What belongs to no account has the currency of those among which money may move.
  const account = flow?.account ?? request.transfers_between?.[0];
  return codeIn(
    document,
    document.accounts.find(({ id }) => id === account),
  );
}

/** Whether an amount without an account would find one. */
export function mayBeAnywhere(document: BallastDocument, { transfers_between: among }: PlanRequest): boolean {
  return among !== undefined || document.accounts.some(({ currency }) => currency === undefined);
}

/** With as many digits as the plan's rows say; before there is a plan, as the base currency. */
export function shownIn(code: string, base: CurrencyShown, known: readonly CurrencyShown[]): CurrencyShown {
  return known.find((currency) => currency.code === code) ?? { ...base, code };
}
