import type { Asset, BallastDocument, Classification, Description, PlanRequest } from "../../wasm/planner/planner.js";
import { missingAssets } from "../app/share/named-assets.js";
import { applyStrategy, definitionsFor } from "../app/strategies/apply-strategy.js";
import { priorNeeds } from "../app/strategies/rule-words.js";
import type { StrategyParts } from "../app/strategies/strategy-parts.js";
import type { Strategy } from "../app/strategies/strategy.js";
import { blankDocument } from "../app/state/blank.js";
import { isZero } from "../app/text/figures.js";
import { typedDecimal, typedPercent } from "../app/text/typed.js";
import { newId } from "../shared/new-id.js";

/** What a visitor has typed, as typed. It is kept nowhere but here. */
export interface Entries {
  readonly way: "values" | "quantities";
  readonly currency: string;
  readonly rows: readonly Row[];
  readonly cash: string;
  readonly newMoney: string;
  readonly directions: "both" | "buy_only";
}

export interface Row {
  /** Tells rows apart; says nothing. */
  readonly key: number;
  /** Of an asset that the strategy names. */
  readonly id: string | null;
  readonly symbol: string;
  readonly value: string;
  readonly quantity: string;
  readonly price: string;
  readonly cap: string;
  readonly volatility: string;
  /** Classes chosen by hand, by classification. */
  readonly classes: Readonly<Record<string, string>>;
}

export type RowText = "symbol" | "value" | "quantity" | "price" | "cap" | "volatility";

/** In a frame there is no worker: the calculation holds the frame up, so it is kept to what takes no time to notice. */
export const MOST_ROWS = 40;

let lastKey = 0;

export function blankRow(of: Partial<Row> = {}): Row {
  lastKey += 1;
  const empty = { symbol: "", value: "", quantity: "", price: "", cap: "", volatility: "" };
  return { key: lastKey, id: null, classes: {}, ...empty, ...of };
}

/** Rows for the assets that the strategy names, or three to begin with. */
export function firstEntries(strategy: Strategy): Entries {
  const named = missingAssets(strategy, blankDocument()).slice(0, MOST_ROWS);
  const rows =
    named.length > 0 ? named.map(({ id, symbol }) => blankRow({ id, symbol })) : [0, 1, 2].map(() => blankRow());
  return { way: "values", currency: "USD", rows, cash: "", newMoney: "", directions: "both" };
}

/** The figures besides price and quantity without which a strategy says nothing of an asset. */
export function figuresNeeded(strategy: Strategy, builtIn: readonly Classification[]): ReadonlySet<RowText> {
  const need = priorNeeds(strategy.policy.prior);
  const byTier = definitionsFor(strategy, builtIn).some(({ kind }) => kind === "market_cap");
  return new Set([
    ...(byTier || need === "market_cap" ? (["cap"] as const) : []),
    ...(need === "annual_volatility" ? (["volatility"] as const) : []),
  ]);
}

/** The rows that say something, in the order of the document's assets. */
export function filledRows({ rows }: Entries): Row[] {
  return rows.filter(
    (row) => row.id !== null || [row.symbol, row.value, row.quantity, row.price].some((text) => text.trim() !== ""),
  );
}

export function documentOf(
  entries: Entries,
  strategy: Strategy,
  parts: StrategyParts,
  description: Description,
): BallastDocument {
  const document = blankDocument(entries.currency);
  const digits = description.currencies.find(({ code }) => code === entries.currency)?.minor_unit_digits ?? 2;
  const taken: string[] = [];
  const holdings: BallastDocument["accounts"][number]["holdings"] = [];
  for (const row of filledRows(entries)) {
    const id = row.id ?? newId(row.symbol, taken);
    taken.push(id);
    document.assets.push(assetOf(row, id, entries.way, digits));
    const held = entries.way === "values" ? row.value : row.quantity;
    holdings.push({ asset: id, quantity: orNothing(held) });
  }
  document.accounts = [{ id: "all", cash: orNothing(entries.cash), holdings }];
  applyStrategy(document, strategy, parts.builtIn, parts.fill);
  classifyByHand(document, filledRows(entries));
  return document;
}

export function requestOf({ newMoney, directions }: Entries): PlanRequest {
  const amount = orNothing(newMoney);
  return { directions, ...(isZero(amount) ? {} : { cash_flows: [{ account: "all", amount }] }) };
}

/** Where only values are known, an asset is so many units of the currency, each worth one. */
function assetOf(row: Row, id: string, way: Entries["way"], minorUnitDigits: number): Asset {
  const unit = minorUnitDigits === 0 ? "1" : `0.${"1".padStart(minorUnitDigits, "0")}`;
  return {
    id,
    symbol: row.symbol.trim(),
    ...(way === "values" ? { price: "1", quantity_step: unit } : { price: typedDecimal(row.price) }),
    ...(row.cap.trim() === "" ? {} : { market_cap: typedDecimal(row.cap) }),
    ...(row.volatility.trim() === "" ? {} : { annual_volatility: typedPercent(row.volatility) }),
  };
}

function classifyByHand(document: BallastDocument, rows: readonly Row[]): void {
  rows.forEach(({ classes }, at) => {
    const asset = document.assets[at]?.id ?? "";
    for (const classification of document.classifications ?? []) {
      const chosen = classes[classification.id] ?? "";
      const members = (classification.members ??= []);
      if (chosen !== "" && !members.some((one) => one.asset === asset)) members.push({ asset, class: chosen });
    }
  });
}

function orNothing(typed: string): string {
  return typed.trim() === "" ? "0" : typedDecimal(typed);
}
