import type { BallastDocument } from "../../../wasm/planner/planner.js";
import {
  classificationOf,
  type Catalogue,
  type CatalogueAsset,
  type CatalogueFact,
} from "../../shared/classification/catalogue.js";
import { pathName, placedClasses } from "../../shared/classification/class-tree.js";
import { applyFilling, fillingOf } from "../../shared/classification/fill-members.js";
import { assetMatcher, plainName, plainSymbol } from "../../shared/classification/match-assets.js";
import { addAsset } from "../holdings/edits.js";
import { currencyCode } from "../parts/asset-lookup.js";
import { showShareShort } from "../text/figures.js";

/** What is found of the catalogue: the first ones, and how many more there are. */
export interface Found {
  readonly entries: readonly CatalogueAsset[];
  readonly more: number;
}

/**
 * Entries of which every word sought begins a word of the symbol, the name or a class: "euro stablecoin" finds what a
 * person would call so. Those whose symbol it is come first. Cash is no asset, so it is not found.
 */
export function seek(catalogue: Catalogue, sought: string, most: number): Found {
  const words = plainName(sought).split(" ").filter(Boolean);
  if (words.length === 0) return { entries: [], more: 0 };
  const found = catalogue.assets.filter((entry) => {
    if (entry.kind === "cash") return false;
    const facts = factsOf(entry, catalogue).map(({ words: fact }) => fact ?? "");
    const begun = [entry.symbol, ...(entry.also ?? []), entry.name, ...facts].flatMap((text) =>
      plainName(text).split(" "),
    );
    return words.every((word) => begun.some((one) => one.startsWith(word)));
  });
  const symbol = plainSymbol(sought);
  const ordered = [
    ...found.filter((entry) => plainSymbol(entry.symbol) === symbol),
    ...found.filter((entry) => plainSymbol(entry.symbol) !== symbol),
  ];
  return { entries: ordered.slice(0, most), more: Math.max(0, ordered.length - most) };
}

export interface FactInWords {
  readonly classification: string;
  /** Null: not known. */
  readonly words: string | null;
}

/** What the catalogue says of an entry, in the names of the classes. Size is no fact of it: it changes every day. */
export function factsOf({ classes }: CatalogueAsset, catalogue: Catalogue): FactInWords[] {
  return namesIn(catalogue).map(({ id, name, classNames }) => ({
    classification: name,
    words: inWords(classes[id] ?? null, classNames),
  }));
}

interface Names {
  readonly id: string;
  readonly name: string;
  readonly classNames: ReadonlyMap<string, string>;
}

const walked = new WeakMap<Catalogue, readonly Names[]>();

function namesIn(catalogue: Catalogue): readonly Names[] {
  let names = walked.get(catalogue);
  if (names === undefined) {
    names = catalogue.classifications
      .filter(({ kind }) => kind !== "market_cap")
      .map((one) => ({
        id: one.id,
        name: one.name,
        classNames: new Map(placedClasses(classificationOf(one)).map((placed) => [placed.class.id, pathName(placed)])),
      }));
    walked.set(catalogue, names);
  }
  return names;
}

function inWords(fact: CatalogueFact, names: ReadonlyMap<string, string>): string | null {
  if (fact === null) return null;
  if (typeof fact === "string") return names.get(fact) ?? fact;
  return fact.map(({ class: id, share = "1" }) => `${names.get(id) ?? id} ${showShareShort(share)}`).join(", ");
}

/** Which entries the document has already. */
export function presentEntries({ assets }: BallastDocument, catalogue: Catalogue): ReadonlySet<CatalogueAsset> {
  const match = assetMatcher(catalogue.assets);
  return new Set(assets.flatMap((asset) => match(asset).entry ?? []));
}

/** Changes a draft: the asset, held in the first account with nothing yet, and in the classes the catalogue says. */
export function addEntry(document: BallastDocument, entry: CatalogueAsset, catalogue: Catalogue): void {
  const asset = addAsset(document, entry.symbol);
  asset.name = entry.name;
  document.accounts[0]?.holdings.push({ asset: asset.id, quantity: "0" });
  for (const classification of document.classifications ?? []) {
    const { members } = fillingOf(classification, [asset], currencyCode(document), catalogue);
    applyFilling(classification, { members, cash: [], ambiguous: [] });
  }
}
