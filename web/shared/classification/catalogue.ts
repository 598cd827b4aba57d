import type { AssetClass, Classification } from "../../../wasm/planner/planner.js";

/** The shape of public/catalogue/: facts about assets, and the classifications they are facts of. */

export interface CatalogueClassification {
  readonly id: string;
  readonly name: string;
  readonly kind?: Classification["kind"];
  readonly about?: string;
  readonly classes: readonly AssetClass[];
}

export interface CatalogueShare {
  readonly class: string;
  readonly share?: string;
}

/** null: not known. */
export type CatalogueFact = string | null | readonly CatalogueShare[];

export interface CatalogueAsset {
  readonly id: string;
  readonly symbol: string;
  readonly name: string;
  readonly kind: string;
  readonly classes: Readonly<Record<string, CatalogueFact>>;
  /** ISO date of the facts. */
  readonly as_of: string;
  readonly confidence: string;
  /** Other symbols it goes by. */
  readonly also?: readonly string[];
  readonly note?: string;
}

export interface Catalogue {
  readonly classifications: readonly CatalogueClassification[];
  readonly assets: readonly CatalogueAsset[];
}

/** A copy for a document: without what only the catalogue says. */
export function classificationOf({ id, name, kind, classes }: CatalogueClassification): Classification {
  return { id, name, ...(kind === undefined ? {} : { kind }), classes: structuredClone(classes) as AssetClass[] };
}
