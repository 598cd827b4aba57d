import type {
  Band,
  BallastDocument,
  RulePolicy,
  Target,
  WeightPolicy,
  WeightRow,
} from "../../../wasm/planner/planner.js";
import { isRulePolicy, weightPolicy } from "../../shared/policy-kind.js";
import { addDecimals, compareDecimals } from "../../shared/decimal-text.js";
import { isDecimal, isZero } from "../text/figures.js";

/** Changes to the targets, made on a draft. `asset` null is cash. */

export function setTarget(document: BallastDocument, asset: string, weight: string): void {
  const targets = weightPolicy(document)?.targets;
  const target = targets?.find((one) => one.asset === asset);
  if (target !== undefined) target.weight = weight;
  else if (weight !== "0") targets?.push({ asset, weight });
}

export function setCashWeight(document: BallastDocument, weight: string | undefined): void {
  const policy = weightPolicy(document);
  if (weight === undefined) delete policy?.cash_weight;
  else if (policy !== undefined) policy.cash_weight = weight;
}

/** undefined: as all others. */
export function setBand(document: BallastDocument, asset: string | null, band: Band | undefined): void {
  const { policy } = document;
  if (asset === null) {
    if (band === undefined) delete policy.cash_band;
    else policy.cash_band = band;
  } else if (isRulePolicy(policy)) setBandBesideRules(policy, asset, band);
  else setBandOfTarget(policy, asset, band);
}

function setBandOfTarget(policy: WeightPolicy, asset: string, band: Band | undefined): void {
  let target = policy.targets.find((one) => one.asset === asset);
  if (target === undefined) {
    if (band === undefined) return;
    target = { asset, weight: "0" };
    policy.targets.push(target);
  }
  if (band === undefined) delete target.band;
  else target.band = band;
}

function setBandBesideRules(policy: RulePolicy, asset: string, band: Band | undefined): void {
  const bands = (policy.asset_bands ?? []).filter((one) => one.asset !== asset);
  if (band !== undefined) bands.push({ asset, band });
  if (bands.length === 0) delete policy.asset_bands;
  else policy.asset_bands = bands;
}

export function setOverallBand(document: BallastDocument, band: Band): void {
  if (band.kind === "none") delete document.policy.band;
  else document.policy.band = band;
}

/** A band of another kind starts with a usual width. */
export function bandOf(kind: Band["kind"]): Band {
  switch (kind) {
    case "absolute":
      return { kind, width: "0.05" };
    case "relative":
      return { kind, width: "0.2" };
    case "none":
    case "five_twenty_five":
      return { kind };
  }
}

/** One step more or less in a field, in its own unit; never below nothing. */
export function stepped(weight: string, step: string): string {
  const next = addDecimals(isDecimal(weight) ? weight : "0", step);
  return compareDecimals(next, "0") < 0 ? "0" : next;
}

/**
 * The same for every asset that has a price, in hundredths of a per cent (finer where there are very many), so that
 * they sum to exactly 1: the first ones take what the division leaves.
 */
export function equalTargets(document: BallastDocument): Target[] {
  const assets = document.assets.filter(({ price }) => !isZero(price));
  if (assets.length === 0) return [];
  const digits = assets.length > 400 ? 8 : 4;
  const whole = 10 ** digits;
  const each = Math.floor(whole / assets.length);
  const left = whole - each * assets.length;
  return assets.map(({ id }, place) => ({ asset: id, weight: unitsToShare(each + (place < left ? 1 : 0), digits) }));
}

/** What is held now, cut to hundredths of a per cent (and at least two digits); cash takes what the cutting leaves. */
export function currentTargets(weights: readonly Pick<WeightRow, "asset" | "weight">[]): Target[] {
  return weights.flatMap(({ asset, weight }) => {
    const cut = cutShare(weight);
    return asset === null || isZero(cut) ? [] : [{ asset, weight: cut }];
  });
}

/** Bands of single assets stay when weights are set anew. */
export function replaceTargets(document: BallastDocument, targets: readonly Target[]): void {
  const policy = weightPolicy(document);
  if (policy === undefined) return;
  const bands = new Map(policy.targets.flatMap(({ asset, band }) => (band ? [[asset, band] as const] : [])));
  const rows: Target[] = targets.map((target) => {
    const band = bands.get(target.asset);
    bands.delete(target.asset);
    return band === undefined ? { ...target } : { ...target, band };
  });
  for (const [asset, band] of bands) rows.push({ asset, weight: "0", band });
  policy.targets = rows;
  delete policy.cash_weight;
}

export function clearTargets(document: BallastDocument): void {
  const policy = weightPolicy(document);
  if (policy === undefined) return;
  policy.targets = [];
  delete policy.cash_weight;
}

export function cutShare(weight: string): string {
  const [whole = "0", fraction = ""] = weight.split(".");
  const zeros = /^0*/.exec(fraction)?.[0].length ?? 0;
  const kept = fraction.slice(0, whole === "0" ? Math.max(4, zeros + 2) : 4).replace(/0+$/, "");
  return kept === "" ? whole : `${whole}.${kept}`;
}

function unitsToShare(units: number, digits: number): string {
  const text = String(units).padStart(digits + 1, "0");
  return cutZeros(`${text.slice(0, -digits)}.${text.slice(-digits)}`);
}

function cutZeros(text: string): string {
  return text.replace(/\.?0+$/, "") || "0";
}
