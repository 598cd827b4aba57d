import type { Asset, BallastDocument } from "../../../wasm/planner/planner.js";
import type { ImportPreview } from "../../shared/import/types.js";
import { blankDocument } from "../state/blank.js";
import { accountName, currencyCode } from "../parts/asset-lookup.js";
import { codeIn } from "../parts/currency-of.js";
import { newId } from "../text/asset-ids.js";
import { codesOf, setCurrency } from "../holdings/currencies/currency-edits.js";
import { sameSymbol } from "../holdings/edits.js";
import { forgetAssets } from "../targets/references.js";

/** Where the rows of a table go. */
export type ImportTarget =
  | { readonly kind: "replace" }
  | { readonly kind: "account"; readonly account: string }
  | { readonly kind: "new_account" };

/** Why it cannot go there; undefined: it can. */
export function importObstacle(
  preview: ImportPreview,
  document: BallastDocument | null,
  target: ImportTarget,
): string | undefined {
  if (preview.rows.length === 0 && preview.cash.length === 0) return "There is no row in it that can be used.";
  const { currencies } = preview;
  const replaces = document === null || target.kind === "replace";
  // What takes the place of everything is counted in the currency that it names.
  if (replaces && currencies.length < 2) return undefined;
  if (document === null) {
    return `It has prices in ${currencies.join(" and ")}. A portfolio is counted in one of them: convert the others first.`;
  }
  const known = codesOf(document);
  const unknown = currencies.filter((code) => !known.includes(code)).join(" and ");
  if (unknown !== "") {
    return `It has prices in ${unknown}, but this portfolio is counted in ${currencyCode(document)}. Under “Other currencies”, enter what ${unknown} is worth first.`;
  }
  return cashObstacle(preview, document, target);
}

function cashObstacle(preview: ImportPreview, document: BallastDocument, target: ImportTarget): string | undefined {
  const [first, ...others] = cashCodes(preview, document);
  if (first === undefined) return undefined;
  if (others.length > 0) {
    return `It has cash in ${[first, ...others].join(" and ")}. An account has one currency: import them one by one.`;
  }
  if (target.kind !== "account") return undefined;
  const account = document.accounts.find(({ id }) => id === target.account);
  const code = codeIn(document, account);
  return code === first
    ? undefined
    : `It has cash in ${first}, but ${accountName(document, target.account)} is in ${code}.`;
}

/** In which currencies its cash is, each once. */
function cashCodes(preview: ImportPreview, document: BallastDocument): string[] {
  return [...new Set(preview.cash.map(({ currency }) => currency ?? currencyCode(document)))];
}

/** The document with the table in it. Nothing is added up: what the table says of an asset takes the place of what was there. */
export function applyTable(
  document: BallastDocument | null,
  preview: ImportPreview,
  target: ImportTarget,
): BallastDocument {
  const several = preview.currencies.length > 1;
  const [currency] = several ? [] : preview.currencies;
  const replaces = document === null || target.kind === "replace";
  const result = structuredClone(
    replaces ? blankDocument(currency ?? (document === null ? "USD" : currencyCode(document))) : document,
  );
  if (replaces && document !== null) {
    if (currency === undefined || currency === currencyCode(document)) {
      result.base_currency = structuredClone(document.base_currency);
      if (document.currencies !== undefined) result.currencies = structuredClone(document.currencies);
    }
    if (document.title !== undefined) result.title = document.title;
  }
  if (!replaces && target.kind === "new_account") {
    const id = newId(
      "imported",
      result.accounts.map((account) => account.id),
    );
    result.accounts.push({ id, name: "Imported", cash: "0", holdings: [] });
  }
  const account =
    !replaces && target.kind === "account"
      ? result.accounts.find(({ id }) => id === target.account)
      : result.accounts.at(-1);
  if (account === undefined) return result;

  // What is known of an asset by its symbol (its step, its target, its classes) stays when the table is replaced.
  const knownBefore = new Map((document?.assets ?? []).map((asset) => [sameSymbol(asset.symbol), asset]));
  const unpriced = new Set(preview.notices.filter(({ code }) => code === "row/no_price").map(({ row }) => row));
  for (const row of preview.rows) {
    const symbol = sameSymbol(row.symbol);
    let asset = result.assets.find((one) => sameSymbol(one.symbol) === symbol);
    if (asset === undefined) {
      const before = replaces ? knownBefore.get(symbol) : undefined;
      asset =
        before === undefined
          ? {
              id: newId(
                row.symbol,
                [...result.assets, ...(document?.assets ?? [])].map(({ id }) => id),
              ),
              symbol: row.symbol,
              price: "",
            }
          : quotedAsBefore(before, result);
      result.assets.push(asset);
    }
    // A table without a price leaves the known one alone; an unknown one stays empty, so that it is asked for.
    if (!unpriced.has(row.row)) asset.price = row.price;
    if (!unpriced.has(row.row) && row.currency !== undefined) setCurrency(result, asset, row.currency);
    if (row.name !== undefined) asset.name = row.name;
    if (row.price_date !== undefined) asset.price_date = row.price_date;
    else if (!unpriced.has(row.row)) delete asset.price_date;
    const { id } = asset;
    const holding = account.holdings.find((one) => one.asset === id);
    if (holding === undefined) account.holdings.push({ asset: id, quantity: row.quantity });
    else holding.quantity = row.quantity;
  }
  const [cash] = preview.cash;
  if (cash !== undefined) account.cash = cash.amount;
  if (cash?.currency !== undefined) setCurrency(result, account, cash.currency);
  if (replaces && document !== null) {
    const kept = new Set(result.assets.map(({ id }) => id));
    const { classifications, policy } = structuredClone(document);
    if (classifications !== undefined) result.classifications = classifications;
    result.policy = policy;
    forgetAssets(result, new Set(document.assets.map(({ id }) => id).filter((id) => !kept.has(id))));
  }
  return result;
}

/** Without a currency that is gone. */
function quotedAsBefore(asset: Asset, document: BallastDocument): Asset {
  const { currency, ...rest } = structuredClone(asset);
  return currency !== undefined && codesOf(document).includes(currency) ? { ...rest, currency } : rest;
}
