import type { Account, Asset, BallastDocument, Holding } from "../../../wasm/planner/planner.js";
import { forgetAssets, isWanted } from "../targets/references.js";
import { newId } from "../text/asset-ids.js";
import { typedDecimal } from "../text/typed.js";
import { leaveGroups } from "./groups/group-edits.js";
import type { PastedCell } from "./paste-cells.js";

/** Changes to assets and accounts, made on a draft. Texts are stored as given; the engine judges them. */

export type AssetText = "symbol" | "name" | "price" | "quantity_step";
export type HoldingText = "quantity" | "locked_quantity";

export function addAsset(document: BallastDocument, symbol = ""): Asset {
  const id = newId(
    symbol || "asset",
    document.assets.map((asset) => asset.id),
  );
  const asset: Asset = { id, symbol, price: "" };
  document.assets.push(asset);
  return asset;
}

/** What is new in an account is mostly quoted in its currency. */
function addAssetOf(document: BallastDocument, account: number): Asset {
  const asset = addAsset(document);
  const currency = document.accounts[account]?.currency;
  if (currency !== undefined) asset.currency = currency;
  return asset;
}

/** The holding at a place; at the place after the last one a new asset is made and held. */
export function holdingAt(document: BallastDocument, account: number, place: number): Holding | undefined {
  const holdings = document.accounts[account]?.holdings;
  if (holdings === undefined) return undefined;
  if (place >= holdings.length) holdings.push({ asset: addAssetOf(document, account).id, quantity: "" });
  return holdings[Math.min(place, holdings.length - 1)];
}

export function setAssetText(asset: Asset, field: AssetText, value: string): void {
  if (value === "" && (field === "name" || field === "quantity_step")) delete asset[field];
  else asset[field] = value;
  // A price typed by hand is no longer the one of that date.
  if (field === "price") delete asset.price_date;
}

export function setHoldingText(holding: Holding, field: HoldingText, value: string): void {
  if (value === "" && field === "locked_quantity") delete holding.locked_quantity;
  else holding[field] = value;
}

export function setPermission(asset: Asset, field: "may_buy" | "may_sell", allowed: boolean): void {
  if (allowed) delete asset[field];
  else asset[field] = false;
}

/**
 * A symbol typed into a new row may be one the document already knows from another account: then the row holds that
 * very asset, with its price and step. Rows that say anything more of their own are left alone.
 */
export function adoptKnownAsset(document: BallastDocument, account: number, place: number): boolean {
  const holding = document.accounts[account]?.holdings[place];
  const asset = document.assets.find(({ id }) => id === holding?.asset);
  if (holding === undefined || asset === undefined || asset.price !== "" || asset.name !== undefined) return false;
  const symbol = sameSymbol(asset.symbol);
  const known = document.assets.find((other) => other.id !== asset.id && sameSymbol(other.symbol) === symbol);
  if (symbol === "" || known === undefined || usesOf(document, asset.id) !== 1) return false;
  if (document.accounts[account]?.holdings.some((other) => other.asset === known.id) === true) return false;
  holding.asset = known.id;
  document.assets.splice(document.assets.indexOf(asset), 1);
  forgetAssets(document, new Set([asset.id]));
  return true;
}

/** Takes a row out; with its last holding an asset goes too, unless it has a target or a rule. */
export function removeHolding(document: BallastDocument, account: number, place: number): void {
  const [removed] = document.accounts[account]?.holdings.splice(place, 1) ?? [];
  if (removed !== undefined && usesOf(document, removed.asset) === 0) removeAsset(document, removed.asset);
}

/** With all that is said of it: holdings, target, rules, classes. */
export function removeAsset(document: BallastDocument, id: string): void {
  document.assets = document.assets.filter((asset) => asset.id !== id);
  forgetAssets(document, new Set([id]));
  for (const account of document.accounts) {
    account.holdings = account.holdings.filter(({ asset }) => asset !== id);
  }
}

/** A row that was begun and emptied again. */
export function isBlankRow(document: BallastDocument, account: number, place: number): boolean {
  const holding = document.accounts[account]?.holdings[place];
  const asset = document.assets.find(({ id }) => id === holding?.asset);
  return (
    holding !== undefined &&
    asset !== undefined &&
    [
      asset.symbol,
      asset.name ?? "",
      asset.price,
      asset.quantity_step ?? "",
      holding.quantity,
      holding.locked_quantity ?? "",
    ].every((text) => text.trim() === "")
  );
}

/** Lays pasted cells over the rows from one place on; rows beyond the last are new, or new holdings of known assets. */
export function fillRows(document: BallastDocument, account: number, from: number, cells: readonly PastedCell[]): void {
  const holdings = document.accounts[account]?.holdings;
  if (holdings === undefined) return;
  const first = Math.min(from, holdings.length);
  for (const cell of cells) {
    const place = first + cell.row;
    if (cell.column === "symbol" && place >= holdings.length) holdKnownAsset(document, account, cell.text);
    const holding = holdingAt(document, account, place);
    const asset = document.assets.find(({ id }) => id === holding?.asset);
    if (holding === undefined || asset === undefined) continue;
    if (cell.column === "symbol" || cell.column === "name") setAssetText(asset, cell.column, cell.text);
    else if (cell.column === "price") setAssetText(asset, "price", typedDecimal(cell.text));
    else if (cell.column === "quantity_step") setAssetText(asset, "quantity_step", typedDecimal(cell.text));
    else setHoldingText(holding, cell.column, typedDecimal(cell.text));
  }
}

function holdKnownAsset(document: BallastDocument, account: number, symbol: string): void {
  const holdings = document.accounts[account]?.holdings ?? [];
  const known = document.assets.find((asset) => symbol !== "" && sameSymbol(asset.symbol) === sameSymbol(symbol));
  if (known === undefined || holdings.some(({ asset }) => asset === known.id)) return;
  holdings.push({ asset: known.id, quantity: "" });
}

export function addAccount(document: BallastDocument): Account {
  const taken = document.accounts.map(({ id }) => id);
  const names = new Set(document.accounts.map(({ name }) => name));
  let number = document.accounts.length + 1;
  while (names.has(`Account ${number}`)) number += 1;
  const account: Account = {
    id: newId(`account-${number}`, taken),
    name: `Account ${number}`,
    cash: "0",
    holdings: [],
  };
  document.accounts.push(account);
  return account;
}

/** Its assets go with it where nothing else holds or wants them. */
export function removeAccount(document: BallastDocument, place: number): void {
  const [removed] = document.accounts.splice(place, 1);
  if (removed !== undefined) leaveGroups(document, removed.id);
  for (const { asset } of removed?.holdings ?? []) {
    if (usesOf(document, asset) === 0) removeAsset(document, asset);
  }
}

/** In how many accounts it is held, and 1 more if a target or a rule is about it. */
export function usesOf(document: BallastDocument, asset: string): number {
  const held = document.accounts.filter(({ holdings }) => holdings.some((holding) => holding.asset === asset)).length;
  return held + (isWanted(document, asset) ? 1 : 0);
}

export function sameSymbol(symbol: string): string {
  return symbol.trim().toUpperCase();
}
