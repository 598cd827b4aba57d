import type { Asset, Classification, ClassShare } from "../../../wasm/planner/planner.js";
import type { Catalogue, CatalogueAsset, CatalogueFact } from "./catalogue.js";
import { placedClasses } from "./class-tree.js";
import { assetMatcher, cashEntry } from "./match-assets.js";

/** What the catalogue could say of the assets that a classification says nothing of. */
export interface Filling {
  readonly members: readonly { readonly asset: string; readonly shares: readonly ClassShare[] }[];
  readonly cash: readonly ClassShare[];
  /** Assets whose symbol several entries share: they stay unclassified. */
  readonly ambiguous: readonly string[];
}

/**
 * Only what is missing: an asset (or cash) with any class of its own is left alone. Facts that are not known, and
 * classes that the classification does not have (the person may have removed them), fill nothing.
 */
export function fillingOf(
  classification: Classification,
  assets: readonly Asset[],
  currency: string,
  catalogue: Catalogue,
): Filling {
  const known = new Set(placedClasses(classification).map((placed) => placed.class.id));
  const taken = new Set(classification.members?.map(({ asset }) => asset));
  const match = assetMatcher(catalogue.assets);
  const members: { asset: string; shares: readonly ClassShare[] }[] = [];
  const ambiguous: string[] = [];
  for (const asset of assets) {
    if (taken.has(asset.id)) continue;
    const found = match(asset);
    if (found.ambiguous.length > 0) ambiguous.push(asset.id);
    const shares = found.entry === undefined ? [] : sharesOf(found.entry, classification.id, known);
    if (shares.length > 0) members.push({ asset: asset.id, shares });
  }
  const cash = (classification.cash_members ?? []).length > 0 ? undefined : cashEntry(catalogue.assets, currency);
  return { members, cash: cash === undefined ? [] : sharesOf(cash, classification.id, known), ambiguous };
}

/** Puts them in, on a draft. */
export function applyFilling(classification: Classification, { members, cash }: Filling): void {
  const added = members.flatMap(({ asset, shares }) => shares.map((share) => ({ asset, ...share })));
  if (added.length > 0) classification.members = [...(classification.members ?? []), ...added];
  if (cash.length > 0) classification.cash_members = cash.map((share) => ({ ...share }));
}

/** Whether an asset's classes are what the catalogue says, so that its date and confidence can be shown beside them. */
export function isFromCatalogue(
  shares: readonly ClassShare[],
  entry: CatalogueAsset | undefined,
  classification: Classification,
): boolean {
  if (entry === undefined || shares.length === 0) return false;
  const known = new Set(placedClasses(classification).map((placed) => placed.class.id));
  const said = sharesOf(entry, classification.id, known);
  return (
    said.length === shares.length &&
    said.every((one) => shares.some((own) => own.class === one.class && (own.share ?? "1") === (one.share ?? "1")))
  );
}

function sharesOf(entry: CatalogueAsset, classification: string, known: ReadonlySet<string>): readonly ClassShare[] {
  const fact: CatalogueFact = entry.classes[classification] ?? null;
  if (fact === null) return [];
  const shares = typeof fact === "string" ? [{ class: fact }] : fact;
  return shares
    .filter((share) => known.has(share.class))
    .map(({ class: id, share }) => ({ class: id, ...(share === undefined || share === "1" ? {} : { share }) }));
}
