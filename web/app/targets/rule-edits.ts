import type {
  Band,
  BallastDocument,
  ClassReference,
  Conflict,
  Prior,
  Rule,
  RuleSubject,
} from "../../../wasm/planner/planner.js";
import { compareDecimals } from "../../shared/decimal-text.js";
import { rulePolicy } from "../../shared/policy-kind.js";
import { isDecimal } from "../text/figures.js";
import { cutShare } from "./edits.js";

/** Changes to rules, made on a draft. Texts are stored as given; the engine judges them. */

/** prior: there is no rule. */
export type RuleKind = "prior" | "exact" | "least" | "most" | "between";
export type RuleNumber = "exact" | "least" | "most";

export function kindOf(rule: Rule | undefined): RuleKind {
  if (rule === undefined) return "prior";
  if (rule.exact !== undefined) return "exact";
  if (rule.least !== undefined && rule.most !== undefined) return "between";
  return rule.least !== undefined ? "least" : "most";
}

export function numbersOf(kind: RuleKind): readonly RuleNumber[] {
  switch (kind) {
    case "prior":
      return [];
    case "between":
      return ["least", "most"];
    case "exact":
    case "least":
    case "most":
      return [kind];
  }
}

export function isSameClass(a: ClassReference, b: ClassReference): boolean {
  return a.classification === b.classification && a.class === b.class;
}

/**
 * Another kind of rule at a place, or a first one (`place` undefined). Numbers already said stay; a new one starts from
 * `share`, what the subject has now, so that choosing a kind changes nothing yet.
 */
export function setRuleKind(
  document: BallastDocument,
  subject: RuleSubject,
  place: number | undefined,
  kind: RuleKind,
  share: string,
): void {
  const policy = rulePolicy(document);
  if (policy === undefined) return;
  const before = place === undefined ? undefined : policy.rules[place];
  if (kind === "prior") {
    if (place !== undefined) policy.rules.splice(place, 1);
    return;
  }
  const rule: Rule = { ...(before ?? subject) };
  const start = before?.exact ?? (before === undefined ? cutShare(share) : undefined);
  const least = before?.least ?? start ?? "0";
  const most = before?.most ?? start ?? "1";
  delete rule.exact;
  delete rule.least;
  delete rule.most;
  if (kind === "exact") rule.exact = start ?? before?.least ?? before?.most ?? "0";
  if (kind === "least") rule.least = before?.least ?? start ?? before?.most ?? "0";
  if (kind === "most") rule.most = before?.most ?? start ?? before?.least ?? "1";
  if (kind === "between") Object.assign(rule, { least, most });
  if (place === undefined) policy.rules.push(rule);
  else policy.rules[place] = rule;
}

export function setRuleNumber(document: BallastDocument, place: number, field: RuleNumber, value: string): void {
  const rule = rulePolicy(document)?.rules[place];
  if (rule !== undefined) rule[field] = value;
}

/** undefined: shares of the whole. */
export function setRuleOf(document: BallastDocument, place: number, of: ClassReference | undefined): void {
  const rule = rulePolicy(document)?.rules[place];
  if (rule === undefined) return;
  if (of === undefined) delete rule.of;
  else rule.of = { classification: of.classification, class: of.class };
}

export function setRuleLocked(document: BallastDocument, place: number, locked: boolean): void {
  const rule = rulePolicy(document)?.rules[place];
  if (rule === undefined) return;
  if (locked) rule.locked = true;
  else delete rule.locked;
}

/** undefined: no band of its own. */
export function setClassBand(document: BallastDocument, about: ClassReference, band: Band | undefined): void {
  const { policy } = document;
  const bands = policy.class_bands ?? [];
  const place = bands.findIndex((one) => isSameClass(one, about));
  const { classification, class: id } = about;
  if (band === undefined) policy.class_bands = bands.filter((_, index) => index !== place);
  else if (place < 0) policy.class_bands = [...bands, { classification, class: id, band }];
  else policy.class_bands = bands.map((one, index) => (index === place ? { ...one, band } : one));
  if (policy.class_bands.length === 0) delete policy.class_bands;
}

/** A prior of the kind "given" starts from what the assets have now. */
export function setPriorKind(
  document: BallastDocument,
  kind: Prior["kind"],
  weights: readonly { asset: string | null; weight: string }[],
): void {
  const policy = rulePolicy(document);
  if (policy === undefined) return;
  if (kind !== "given") policy.prior = { kind };
  else if (policy.prior.kind !== "given") policy.prior = { kind, weights: cutParts(weights) };
}

export function setPriorPart(document: BallastDocument, asset: string | null, weight: string): void {
  const prior = rulePolicy(document)?.prior;
  if (prior?.kind !== "given") return;
  const part = prior.weights.find((one) => one.asset === asset);
  if (part !== undefined) part.weight = weight;
  else if (weight !== "0") prior.weights.push({ asset, weight });
}

/** Whole numbers are stored as such; anything else stays as typed, and the engine says what is wrong with it. */
export function setLargest(document: BallastDocument, typed: string): void {
  const policy = rulePolicy(document);
  if (policy === undefined) return;
  if (typed.trim() === "") delete policy.largest;
  else policy.largest = /^\d{1,9}$/.test(typed) ? Number(typed) : (typed as unknown as number);
}

export function setMostPerAsset(document: BallastDocument, weight: string): void {
  const policy = rulePolicy(document);
  if (policy === undefined) return;
  if (weight === "") delete policy.most_per_asset;
  else policy.most_per_asset = weight;
}

/**
 * Puts each number of a relaxation in its place: all of them or, where one is no longer what the relaxation was
 * calculated from (somebody has typed on since), none. Nothing outside the policy is reached.
 */
export function applyRelaxation(document: BallastDocument, relaxation: Conflict["relaxation"]): boolean {
  const places = relaxation.map(({ pointer, from, to }) => ({ place: placeIn(document, pointer), from, to }));
  if (!places.every(({ place, from }) => place !== undefined && isSame(place.parent[place.key], from))) return false;
  for (const { place, to } of places) {
    if (place === undefined) continue;
    place.parent[place.key] = typeof place.parent[place.key] === "number" ? Number(to) : to;
  }
  return places.length > 0;
}

function placeIn(
  document: BallastDocument,
  pointer: string,
): { parent: Record<string, unknown>; key: string } | undefined {
  const [root, ...keys] = pointer.split("/").slice(1);
  const key = keys.pop();
  if (root !== "policy" || key === undefined) return undefined;
  const parent = keys.reduce<unknown>(
    (value, one) => (isRecord(value) && Object.hasOwn(value, one) ? value[one] : undefined),
    document.policy,
  );
  return isRecord(parent) && Object.hasOwn(parent, key) ? { parent, key } : undefined;
}

function isSame(value: unknown, said: string): boolean {
  const text = String(value);
  return text === said || (isDecimal(text) && isDecimal(said) && compareDecimals(text, said) === 0);
}

function cutParts(weights: readonly { asset: string | null; weight: string }[]) {
  return weights.flatMap(({ asset, weight }) => {
    const cut = cutShare(weight);
    return cut === "0" ? [] : [{ asset, weight: cut }];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
