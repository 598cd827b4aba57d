import type { BallastDocument } from "../../../wasm/planner/planner.js";
import type { Workspace } from "../../shared/storage/types.js";
import { areDrawableClassifications, isDrawablePolicy } from "./policy-shape.js";
import {
  areOptionalTexts,
  isListOf,
  isObject,
  isOptionalNumber,
  isOptionalText,
  isOptionalTruth,
  isText,
} from "./shape.js";

/**
 * Whether the screens can draw this at all: the lists are lists and the texts are texts. Whether it is *right* is for
 * the engine to say; a document with mistakes is drawn, so that they can be mended where they stand.
 */
export function isDrawable(value: unknown): value is BallastDocument {
  if (!isObject(value) || value["format"] !== "ballast" || value["version"] !== 1) return false;
  const { base_currency: currency, currencies, assets, accounts, classifications, policy } = value;
  return (
    isCurrencyName(currency) &&
    (currencies === undefined || isListOf(currencies, isForeignCurrency)) &&
    isOptionalText(value["title"]) &&
    isListOf(assets, isAsset) &&
    isListOf(accounts, isAccount) &&
    (value["tax_rules"] === undefined || isListOf(value["tax_rules"], isTaxRules)) &&
    isDrawablePolicy(policy) &&
    (value["groups"] === undefined || isListOf(value["groups"], isGroup)) &&
    isOptionalText(value["group"]) &&
    areDrawableClassifications(classifications)
  );
}

export function isWorkspace(value: unknown): value is Workspace {
  return (
    isObject(value) && isDrawable(value["document"]) && isObject(value["request"]) && isOptionalTicks(value["ticked"])
  );
}

function isOptionalTicks(value: unknown): boolean {
  return (
    value === undefined ||
    (isObject(value) &&
      isListOf(value["trades"], isText) &&
      isListOf(value["done"], (place) => typeof place === "number"))
  );
}

function isCurrencyName(value: unknown): boolean {
  return isText(value) || isOwnCurrency(value);
}

function isForeignCurrency(value: unknown): boolean {
  return (
    isObject(value) && isCurrencyName(value["currency"]) && isText(value["rate"]) && isOptionalText(value["rate_date"])
  );
}

/** Its digits are those that figures are drawn with. */
function isOwnCurrency(value: unknown): boolean {
  if (!isObject(value) || !isText(value["code"])) return false;
  const digits = value["minor_unit_digits"];
  return typeof digits === "number" && Number.isInteger(digits) && digits >= 0 && digits <= 18;
}

function isAsset(value: unknown): boolean {
  return (
    isObject(value) &&
    isText(value["id"]) &&
    isText(value["symbol"]) &&
    isText(value["price"]) &&
    areOptionalTexts(value, [
      "name",
      "price_date",
      "currency",
      "quantity_step",
      "spread",
      "market_cap",
      "annual_volatility",
    ])
  );
}

function isAccount(value: unknown): boolean {
  if (!isObject(value) || !isText(value["id"])) return false;
  const { fees } = value;
  return (
    (fees === undefined || isFeeSchedule(fees)) &&
    areOptionalTexts(value, ["name", "currency", "conversion_cost", "cash", "minimum_trade_value", "tax_rules"]) &&
    isListOf(value["holdings"], isHolding)
  );
}

function isFeeSchedule(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { tiers } = value;
  return (
    areOptionalTexts(value, ["proportional", "fixed", "minimum", "maximum"]) &&
    (tiers === undefined || isListOf(tiers, isFeeTier))
  );
}

function isFeeTier(value: unknown): boolean {
  return isObject(value) && isText(value["from"]) && areOptionalTexts(value, ["proportional", "fixed"]);
}

function isHolding(value: unknown): boolean {
  return (
    isObject(value) &&
    isText(value["asset"]) &&
    isText(value["quantity"]) &&
    areOptionalTexts(value, ["locked_quantity", "minimum_quantity"]) &&
    (value["locks"] === undefined || isListOf(value["locks"], isLock)) &&
    (value["lots"] === undefined || isListOf(value["lots"], isLot))
  );
}

function isLot(value: unknown): boolean {
  return (
    isObject(value) &&
    isText(value["acquired"]) &&
    isText(value["quantity"]) &&
    isText(value["unit_cost"]) &&
    areOptionalTexts(value, ["id"])
  );
}

/** Accounts that belong together. */
function isGroup(value: unknown): boolean {
  return (
    isObject(value) &&
    isText(value["id"]) &&
    isOptionalText(value["name"]) &&
    isListOf(value["accounts"], isText) &&
    (value["policy"] === undefined || isDrawablePolicy(value["policy"]))
  );
}

/** How gains are taxed. */
function isTaxRules(value: unknown): boolean {
  return (
    isObject(value) &&
    isText(value["id"]) &&
    areOptionalTexts(value, ["name", "lots", "losses_carried", "allowance"]) &&
    isOptionalNumber(value["wash_sale_days"]) &&
    isOptionalTruth(value["switches_are_untaxed"]) &&
    isListOf(
      value["periods"],
      (period) => isObject(period) && isText(period["rate"]) && isOptionalNumber(period["after_months"]),
    )
  );
}

function isLock(value: unknown): boolean {
  return isObject(value) && isText(value["quantity"]) && isText(value["until"]);
}
