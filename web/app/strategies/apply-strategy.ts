import type {
  AssetClass,
  BallastDocument,
  Classification,
  Policy,
  Rule,
  RulePolicy,
} from "../../../wasm/planner/planner.js";
import { findClass } from "../../shared/classification/class-tree.js";
import { findClassification } from "../analysis/class-lookup.js";
import type { Strategy } from "./strategy.js";

/** Says which assets of the document belong to a classification that has just been added. */
export type FillMembers = (document: BallastDocument, classification: string) => void;

/**
 * Changes a draft: adds the classifications that the strategy speaks of and the document lacks, and puts its rules in
 * place of the policy. What a person has classified themselves stays as it is; so do their bands.
 */
export function applyStrategy(
  document: BallastDocument,
  strategy: Strategy,
  builtIn: readonly Classification[],
  fill: FillMembers,
): void {
  for (const definition of definitionsFor(strategy, builtIn)) {
    const there = findClassification(document.classifications, definition.id);
    if (there === undefined) {
      (document.classifications ??= []).push(structuredClone(definition));
      fill(document, definition.id);
    } else addMissingClasses(there, definition, strategy.policy);
  }
  document.policy = { ...structuredClone(strategy.policy), ...bandsKept(document.policy, strategy.policy) };
}

/** What a strategy needs, in the order it names them; what nobody knows is left out and found by `missingClasses`. */
export function definitionsFor(strategy: Strategy, builtIn: readonly Classification[]): Classification[] {
  const named = strategy.classifications.flatMap((id) => findClassification(builtIn, id) ?? []);
  return [...named, ...(strategy.own_classifications ?? [])];
}

/** "type/stablecoin": classes that rules speak of and that neither the definitions nor the document have. */
export function missingClasses(
  strategy: Strategy,
  builtIn: readonly Classification[],
  document: BallastDocument | null,
): string[] {
  const known = [...definitionsFor(strategy, builtIn), ...(document?.classifications ?? [])];
  const missing = references(strategy.policy).filter(
    (one) =>
      !known.some(
        (definition) => definition.id === one.classification && findClass(definition, one.class) !== undefined,
      ),
  );
  return [...new Set(missing.map((one) => `${one.classification}/${one.class}`))];
}

/** A person may have removed a class; a rule about it needs it back, empty. */
function addMissingClasses(there: Classification, definition: Classification, policy: RulePolicy): void {
  for (const { classification, class: id } of references(policy)) {
    if (classification !== there.id || findClass(there, id) !== undefined) continue;
    const wanted = findClass(definition, id)?.class;
    if (wanted !== undefined) there.classes.push(withoutClassesBelow(wanted));
  }
}

function withoutClassesBelow({ id, name, at_least }: AssetClass): AssetClass {
  return { id, name, ...(at_least === undefined ? {} : { at_least }) };
}

/** The classifications that rules and class bands speak of. */
export function classificationsOf(policy: RulePolicy): string[] {
  return [...new Set(references(policy).map(({ classification }) => classification))];
}

function references({ rules, class_bands: bands = [] }: RulePolicy): { classification: string; class: string }[] {
  const subject = (rule: Rule) => ("class" in rule ? [rule] : []);
  const of = (rule: Rule) => (rule.of === undefined ? [] : [rule.of]);
  return [...rules.flatMap((rule) => [...subject(rule), ...of(rule)]), ...bands];
}

/** Bands say how far is too far, not what is wanted: a strategy without its own leaves them alone. */
export function bandsKept(before: Policy, next: RulePolicy): Partial<RulePolicy> {
  const assetBands = "targets" in before ? bandsOfTargets(before.targets) : before.asset_bands;
  return {
    ...(before.band !== undefined && next.band === undefined ? { band: before.band } : {}),
    ...(before.cash_band !== undefined && next.cash_band === undefined ? { cash_band: before.cash_band } : {}),
    ...(before.class_bands !== undefined && next.class_bands === undefined ? { class_bands: before.class_bands } : {}),
    ...(assetBands !== undefined && next.asset_bands === undefined ? { asset_bands: assetBands } : {}),
  };
}

function bandsOfTargets(targets: Extract<Policy, { targets: unknown }>["targets"]): RulePolicy["asset_bands"] {
  const bands = targets.flatMap(({ asset, band }) => (band === undefined ? [] : [{ asset, band }]));
  return bands.length === 0 ? undefined : bands;
}
