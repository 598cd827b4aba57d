import type { Account, BallastDocument, Holding, Lot, TaxRules } from "../../../../wasm/planner/planner.js";
import { newId } from "../../text/asset-ids.js";
import { typedDecimal } from "../../text/typed.js";

/** Changes to tax rules and lots, made on a draft. Empty texts and defaults are left out of the document. */

export type Start = Pick<TaxRules, "name" | "periods">;

/** Something to edit, not a law: the rates are for the person to set. */
export const starts: readonly (Start & { name: string })[] = [
  { name: "Flat rate", periods: [{ rate: "" }] },
  { name: "One year, then tax-free", periods: [{ rate: "" }, { after_months: 12, rate: "0" }] },
  { name: "Short and long term", periods: [{ rate: "" }, { after_months: 12, rate: "" }] },
];

export function addRules(document: BallastDocument, start: Start): void {
  const rules = document.tax_rules ?? [];
  const id = newId(
    "tax",
    rules.map((one) => one.id),
  );
  document.tax_rules = [...rules, { id, ...structuredClone(start) }];
}

/** Accounts that were taxed by them are not taxed then. */
export function removeRules(document: BallastDocument, id: string): void {
  const left = (document.tax_rules ?? []).filter((rules) => rules.id !== id);
  if (left.length === 0) delete document.tax_rules;
  else document.tax_rules = left;
  for (const account of document.accounts) if (account.tax_rules === id) delete account.tax_rules;
}

export function setRulesText(rules: TaxRules, field: "name" | "losses_carried" | "allowance", value: string): void {
  if (value === "") delete rules[field];
  else rules[field] = value;
}

export function setOrder(rules: TaxRules, order: NonNullable<TaxRules["lots"]>): void {
  if (order === "fifo") delete rules.lots;
  else rules.lots = order;
}

export function setWashSaleDays(rules: TaxRules, days: number): void {
  if (days === 0) delete rules.wash_sale_days;
  else rules.wash_sale_days = days;
}

export function setSwitchesUntaxed(rules: TaxRules, untaxed: boolean): void {
  if (untaxed) rules.switches_are_untaxed = true;
  else delete rules.switches_are_untaxed;
}

/** Twelve months after the last period: a place to begin. */
export function addPeriod(rules: TaxRules): void {
  rules.periods.push({ after_months: (rules.periods.at(-1)?.after_months ?? 0) + 12, rate: "" });
}

export function chooseRules(account: Account, id: string): void {
  if (id === "") delete account.tax_rules;
  else account.tax_rules = id;
}

/** The first lot begins with all that is held: often it is the only one. */
export function addLot(holding: Holding): void {
  const lots = holding.lots ?? [];
  const quantity = lots.length === 0 ? holding.quantity : "";
  holding.lots = [...lots, { acquired: "", quantity, unit_cost: "" }];
}

export function setLot(holding: Holding, place: number, field: keyof Lot, value: string): void {
  const lot = holding.lots?.[place];
  if (lot === undefined) return;
  if (field === "id" && value === "") delete lot.id;
  else lot[field] = value;
}

export function removeLot(holding: Holding, place: number): void {
  const left = (holding.lots ?? []).filter((_, at) => at !== place);
  if (left.length === 0) delete holding.lots;
  else holding.lots = left;
}

/** Rows of day, quantity and unit cost, laid over the lots from one on; new ones are made as needed. */
export function pasteLots(holding: Holding, from: number, text: string): void {
  const lots = holding.lots ?? [];
  const rows = text.split(/\r?\n/u).filter((row) => row.trim() !== "");
  rows.forEach((row, at) => {
    const [acquired = "", quantity = "", cost = ""] = row.split("\t");
    const lot = { acquired: acquired.trim(), quantity: typedDecimal(quantity), unit_cost: typedDecimal(cost) };
    lots[from + at] = { ...lots[from + at], ...lot };
  });
  holding.lots = lots;
}
