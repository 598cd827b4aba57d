import type { BallastDocument } from "../../../wasm/planner/planner.js";
import type { Workspace } from "../../shared/storage/types.js";
import { areDrawableClassifications, isDrawablePolicy } from "./policy-shape.js";
import { isListOf, isObject, isOptionalText, isText } from "./shape.js";

/**
 * Whether the screens can draw this at all: the lists are lists and the texts are texts. Whether it is *right* is for
 * the engine to say; a document with mistakes is drawn, so that they can be mended where they stand.
 */
export function isDrawable(value: unknown): value is BallastDocument {
  if (!isObject(value) || value["format"] !== "ballast" || value["version"] !== 1) return false;
  const { base_currency: currency, assets, accounts, classifications, policy } = value;
  return (
    (isText(currency) || isOwnCurrency(currency)) &&
    isOptionalText(value["title"]) &&
    isListOf(assets, isAsset) &&
    isListOf(accounts, isAccount) &&
    isDrawablePolicy(policy) &&
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
    ["name", "price_date", "quantity_step", "market_cap", "annual_volatility"].every((key) =>
      isOptionalText(value[key]),
    )
  );
}

function isAccount(value: unknown): boolean {
  if (!isObject(value) || !isText(value["id"])) return false;
  const { fees } = value;
  const feesFit =
    fees === undefined || (isObject(fees) && isOptionalText(fees["proportional"]) && isOptionalText(fees["fixed"]));
  return (
    feesFit && isOptionalText(value["name"]) && isOptionalText(value["cash"]) && isListOf(value["holdings"], isHolding)
  );
}

function isHolding(value: unknown): boolean {
  return (
    isObject(value) && isText(value["asset"]) && isText(value["quantity"]) && isOptionalText(value["locked_quantity"])
  );
}
