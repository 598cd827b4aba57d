import type { BallastDocument, ClassReference, ClassShare, Policy, Rule } from "../../../wasm/planner/planner.js";
import { findClass, idsWithin } from "../../shared/classification/class-tree.js";
import { isRulePolicy } from "../../shared/policy-kind.js";
import { count } from "../text/words.js";

/** What else speaks of an asset, a class or a classification, and goes when it goes: rules, bands, memberships. */

export function forgetAssets(document: BallastDocument, gone: ReadonlySet<string>): void {
  const stays = ({ asset }: { asset: string | null }): boolean => asset === null || !gone.has(asset);
  for (const classification of document.classifications ?? []) {
    if (classification.members !== undefined) classification.members = only(classification.members, stays);
  }
  for (const policy of policiesOf(document)) forgetInPolicy(policy, stays);
}

/** The document's, and those that groups of accounts have of their own. */
function policiesOf({ policy, groups = [] }: Pick<BallastDocument, "policy" | "groups">): Policy[] {
  return [policy, ...groups.flatMap((group) => group.policy ?? [])];
}

function forgetInPolicy(policy: Policy, stays: (one: { asset: string | null }) => boolean): void {
  if (!isRulePolicy(policy)) {
    policy.targets = only(policy.targets, stays);
    return;
  }
  policy.rules = only(policy.rules, (rule) => !("asset" in rule) || stays(rule));
  if (policy.prior.kind === "given") policy.prior.weights = only(policy.prior.weights, stays);
  if (policy.asset_bands !== undefined) policy.asset_bands = only(policy.asset_bands, stays);
  if (policy.asset_bands?.length === 0) delete policy.asset_bands;
}

/** The list itself where nothing leaves it, so that a draft is not changed for nothing. */
function only<T>(list: T[], stays: (one: T) => boolean): T[] {
  return list.every(stays) ? list : list.filter(stays);
}

/** Whether something wants it: a target, a rule, a part of the prior. */
export function isWanted(document: Pick<BallastDocument, "policy" | "groups">, asset: string): boolean {
  return policiesOf(document).some((policy) => wants(policy, asset));
}

function wants(policy: Policy, asset: string): boolean {
  if (!isRulePolicy(policy)) return policy.targets.some((one) => one.asset === asset && one.weight !== "0");
  return (
    policy.rules.some((rule) => "asset" in rule && rule.asset === asset) ||
    (policy.prior.kind === "given" && policy.prior.weights.some((one) => one.asset === asset && one.weight !== "0"))
  );
}

/** Takes out the rules and bands about these classes, and which asset is in them. */
export function forgetClasses(document: BallastDocument, classification: string, gone: ReadonlySet<string>): void {
  const isGone = (one: ClassReference): boolean => one.classification === classification && gone.has(one.class);
  forgetWhere(document, isGone);
  const known = document.classifications?.find(({ id }) => id === classification);
  const stays = ({ class: id }: ClassShare): boolean => id === null || !gone.has(id);
  if (known?.members !== undefined) known.members = known.members.filter(stays);
  if (known?.cash_members !== undefined) known.cash_members = known.cash_members.filter(stays);
}

export function forgetClassification(document: BallastDocument, classification: string): void {
  forgetWhere(document, (one) => one.classification === classification);
}

/** "with 2 rules and 1 band", for the label of the step back; empty where nothing goes along. */
export function goesAlong(document: BallastDocument, classification: string, classId?: string): string {
  const known = document.classifications?.find(({ id }) => id === classification);
  const placed = known === undefined || classId === undefined ? undefined : findClass(known, classId);
  const below = placed === undefined ? undefined : new Set(idsWithin(placed.class));
  const isGone = (one: ClassReference): boolean =>
    one.classification === classification && (below === undefined || below.has(one.class));
  const policies = policiesOf(document);
  const rules = policies
    .flatMap((policy) => (isRulePolicy(policy) ? policy.rules : []))
    .filter((rule) => speaksOf(rule, isGone)).length;
  const bands = policies.flatMap(({ class_bands: all = [] }) => all).filter(isGone).length;
  const parts = [rules === 0 ? "" : count(rules, "rule"), bands === 0 ? "" : count(bands, "band")];
  const said = parts.filter((part) => part !== "").join(" and ");
  return said === "" ? "" : ` with ${said}`;
}

function forgetWhere(document: BallastDocument, isGone: (one: ClassReference) => boolean): void {
  for (const policy of policiesOf(document)) forgetRules(policy, isGone);
}

function forgetRules(policy: Policy, isGone: (one: ClassReference) => boolean): void {
  if (isRulePolicy(policy)) policy.rules = policy.rules.filter((rule) => !speaksOf(rule, isGone));
  if (policy.class_bands === undefined) return;
  policy.class_bands = policy.class_bands.filter((band) => !isGone(band));
  if (policy.class_bands.length === 0) delete policy.class_bands;
}

function speaksOf(rule: Rule, isGone: (one: ClassReference) => boolean): boolean {
  return ("class" in rule && isGone(rule)) || (rule.of !== undefined && isGone(rule.of));
}
