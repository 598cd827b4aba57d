import type { BallastDocument, PlanRequest } from "../../../wasm/planner/planner.js";
import type { Cell } from "../parts/cell.js";
import type { OptionsContext } from "./plan-options.js";

/** Limits that every kind of plan can have: how much is realised, and in how many trades. */

/** any: whatever helps. none: no gain that is taxed. budget: such gains up to an amount. */
export type GainsChoice = "any" | "none" | "budget";

export const gainsChoices: readonly (readonly [GainsChoice, string])[] = [
  ["any", "any"],
  ["none", "none that is taxed"],
  ["budget", "taxed, at most"],
];

export function hasTaxedAccounts({ accounts }: BallastDocument): boolean {
  return accounts.some(({ tax_rules: rules }) => rules !== undefined);
}

/** Only their losses can be taken. */
export function hasTaxedLots({ accounts }: BallastDocument): boolean {
  return accounts.some(
    ({ tax_rules: rules, holdings }) => rules !== undefined && holdings.some(({ lots = [] }) => lots.length > 0),
  );
}

export function setLossesTaken(request: PlanRequest, taken: boolean): void {
  if (taken) request.harvest_losses = true;
  else delete request.harvest_losses;
}

export function gainsChoiceOf({ gains, gain_budget: budget }: PlanRequest): GainsChoice {
  if (budget !== undefined) return "budget";
  return gains ?? "any";
}

export function setGainsChoice(request: PlanRequest, choice: GainsChoice): void {
  delete request.gains;
  delete request.gain_budget;
  if (choice === "none") request.gains = "none";
  if (choice === "budget") request.gain_budget = "0";
}

/** What is no number goes to the core as it was typed: it says what is wrong with it. */
export function setMostTrades(request: PlanRequest, typed: string): void {
  if (typed.trim() === "") delete request.most_trades;
  else request.most_trades = /^\d{1,9}$/.test(typed) ? Number(typed) : (typed as unknown as number);
}

export function budgetCell(context: OptionsContext): Cell | undefined {
  const { request } = context;
  if (gainsChoiceOf(request) !== "budget") return undefined;
  const pointer = "/gain_budget";
  return {
    pointer,
    label: "Most taxed gains",
    kind: "number",
    stored: request.gain_budget ?? "",
    set: (value) => context.change("Change the most gains", (draft) => void (draft.gain_budget = value), pointer),
  };
}

export function mostTradesCell(context: OptionsContext): Cell {
  const { request } = context;
  const pointer = "/most_trades";
  return {
    pointer,
    label: "Most trades",
    kind: "number",
    stored: request.most_trades === undefined ? "" : String(request.most_trades),
    placeholder: "any number",
    set: (value) => context.change("Change the most trades", (draft) => setMostTrades(draft, value), pointer),
  };
}
