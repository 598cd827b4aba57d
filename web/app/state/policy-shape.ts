import { isListOf, isObject, isOptional, isOptionalText, isText } from "./shape.js";

/** Whether the screens can draw a policy: weights or rules. */
export function isDrawablePolicy(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { band, cash_band: cashBand, class_bands: classBands } = value;
  if (!isOptionalBand(band) || !isOptionalBand(cashBand)) return false;
  if (!isOptional(classBands, (list) => isListOf(list, isClassBand))) return false;
  return "rules" in value || "prior" in value ? isDrawableRules(value) : isDrawableWeights(value);
}

/** Whether the screens can draw the classifications of a document. */
export function areDrawableClassifications(value: unknown): boolean {
  return isOptional(value, (list) => isListOf(list, isClassification));
}

function isDrawableWeights({ targets, cash_weight: cashWeight }: Record<string, unknown>): boolean {
  return isListOf(targets, isTarget) && isOptionalText(cashWeight);
}

function isDrawableRules(policy: Record<string, unknown>): boolean {
  const { prior, rules, asset_bands: assetBands, most_per_asset: most } = policy;
  return (
    isObject(prior) &&
    isText(prior["kind"]) &&
    (prior["kind"] !== "given" || isListOf(prior["weights"], isPart)) &&
    isListOf(rules, isRule) &&
    isOptional(assetBands, (list) => isListOf(list, isAssetBand)) &&
    isOptionalText(most)
  );
}

function isTarget(value: unknown): boolean {
  return isObject(value) && isText(value["asset"]) && isText(value["weight"]) && isOptionalBand(value["band"]);
}

function isPart(value: unknown): boolean {
  return isObject(value) && (value["asset"] === null || isText(value["asset"])) && isText(value["weight"]);
}

function isRule(value: unknown): boolean {
  if (!isObject(value)) return false;
  const isAboutAsset = "asset" in value && (value["asset"] === null || isText(value["asset"]));
  return (
    (isAboutAsset || isReference(value)) &&
    isOptional(value["of"], isReference) &&
    ["exact", "least", "most"].every((key) => isOptionalText(value[key]))
  );
}

function isReference(value: unknown): boolean {
  return isObject(value) && isText(value["classification"]) && isText(value["class"]);
}

function isClassBand(value: unknown): boolean {
  return isReference(value) && isBand((value as Record<string, unknown>)["band"]);
}

function isAssetBand(value: unknown): boolean {
  return isObject(value) && isText(value["asset"]) && isBand(value["band"]);
}

function isOptionalBand(value: unknown): boolean {
  return isOptional(value, isBand);
}

function isBand(value: unknown): boolean {
  return isObject(value) && isText(value["kind"]) && isOptionalText(value["width"]);
}

function isClassification(value: unknown): boolean {
  return (
    isObject(value) &&
    isText(value["id"]) &&
    isText(value["name"]) &&
    isListOf(value["classes"], isClass) &&
    isOptional(value["members"], (list) => isListOf(list, isMember)) &&
    isOptional(value["cash_members"], (list) => isListOf(list, isShare))
  );
}

function isClass(value: unknown): boolean {
  return (
    isObject(value) &&
    isText(value["id"]) &&
    isText(value["name"]) &&
    isOptionalText(value["at_least"]) &&
    isOptional(value["classes"], (list) => isListOf(list, isClass))
  );
}

function isMember(value: unknown): boolean {
  return isShare(value) && isText((value as Record<string, unknown>)["asset"]);
}

function isShare(value: unknown): boolean {
  return isObject(value) && (value["class"] === null || isText(value["class"])) && isOptionalText(value["share"]);
}
