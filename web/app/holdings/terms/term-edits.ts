import type { Account, Asset, FeeSchedule, Holding } from "../../../../wasm/planner/planner.js";

/** Changes to the terms of trades, made on a draft. Empty texts and defaults are left out of the document. */

export type FeeField = "proportional" | "fixed" | "minimum" | "maximum";
type Tier = NonNullable<FeeSchedule["tiers"]>[number];
type Lock = NonNullable<Holding["locks"]>[number];

export function setFee(account: Account, field: FeeField, value: string): void {
  const fees = { ...account.fees };
  setText(fees, field, value);
  setFees(account, fees);
}

export function addTier(account: Account): void {
  setFees(account, { ...account.fees, tiers: [...(account.fees?.tiers ?? []), { from: "" }] });
}

export function setTier(account: Account, place: number, field: keyof Tier, value: string): void {
  const tier = account.fees?.tiers?.[place];
  if (tier === undefined) return;
  if (field === "from") tier.from = value;
  else setText(tier, field, value);
}

export function removeTier(account: Account, place: number): void {
  const fees = { ...account.fees };
  const tiers = (fees.tiers ?? []).filter((_, at) => at !== place);
  if (tiers.length === 0) delete fees.tiers;
  else fees.tiers = tiers;
  setFees(account, fees);
}

export function setLeastTrade(account: Account, value: string): void {
  setText(account, "minimum_trade_value", value);
}

export function setSpread(asset: Asset, value: string): void {
  setText(asset, "spread", value);
}

export function setLeastQuantity(holding: Holding, value: string): void {
  setText(holding, "minimum_quantity", value);
}

export function allowHere(holding: Holding, field: "may_buy" | "may_sell", allowed: boolean): void {
  if (allowed) delete holding[field];
  else holding[field] = false;
}

export function addLock(holding: Holding, until: string): void {
  holding.locks = [...(holding.locks ?? []), { quantity: "", until }];
}

export function setLock(holding: Holding, place: number, field: keyof Lock, value: string): void {
  const lock = holding.locks?.[place];
  if (lock !== undefined) lock[field] = value;
}

export function removeLock(holding: Holding, place: number): void {
  const locks = (holding.locks ?? []).filter((_, at) => at !== place);
  if (locks.length === 0) delete holding.locks;
  else holding.locks = locks;
}

function setText<Field extends string>(target: Partial<Record<Field, string>>, field: Field, value: string): void {
  if (value === "") delete target[field];
  else target[field] = value;
}

function setFees(account: Account, fees: FeeSchedule): void {
  if (Object.keys(fees).length === 0) delete account.fees;
  else account.fees = fees;
}
