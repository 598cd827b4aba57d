import type { Asset, Classification, RulePolicy } from "../../../wasm/planner/planner.js";
import { placedClasses, type PlacedClass } from "../../shared/classification/class-tree.js";

/** Up to here all classes are shown; there are classifications of a whole world of countries. */
const FEW = 12;
const FEW_ASSETS = 60;

/**
 * The classes worth a row: those that hold something of this document or are spoken of by a rule or band, and what they
 * are below; the top level too where it is short.
 */
export function shownClasses(classification: Classification, policy: RulePolicy): readonly PlacedClass[] {
  const all = placedClasses(classification);
  if (all.length <= FEW) return all;
  const used = new Set<string | null>();
  const isHere = (one: { classification: string }): boolean => one.classification === classification.id;
  for (const member of classification.members ?? []) used.add(member.class);
  for (const share of classification.cash_members ?? []) used.add(share.class);
  for (const rule of policy.rules) {
    if ("class" in rule && isHere(rule)) used.add(rule.class);
    if (rule.of !== undefined && isHere(rule.of)) used.add(rule.of.class);
  }
  for (const band of policy.class_bands ?? []) if (isHere(band)) used.add(band.class);
  // A class comes before those below it, so from the end a class is reached after all of these.
  for (const { class: one, parent } of all.toReversed()) if (parent !== null && used.has(one.id)) used.add(parent.id);
  const showsTop = used.size === 0 || classification.classes.length <= FEW;
  return all.filter(({ class: one, depth }) => used.has(one.id) || (depth === 0 && showsTop));
}

/** The first ones, and those that a rule or a band is about. */
export function shownAssets(assets: readonly Asset[], { rules, asset_bands: bands }: RulePolicy): readonly Asset[] {
  if (assets.length <= FEW_ASSETS) return assets;
  const used = new Set<string | null>(bands?.map(({ asset }) => asset));
  for (const rule of rules) if ("asset" in rule) used.add(rule.asset);
  return assets.filter(({ id }, place) => place < FEW_ASSETS || used.has(id));
}
