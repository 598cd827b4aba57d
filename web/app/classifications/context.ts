import type { BallastDocument, Classification } from "../../../wasm/planner/planner.js";
import type { Catalogue, CatalogueAsset } from "../../shared/classification/catalogue.js";
import { assetMatcher, cashEntry } from "../../shared/classification/match-assets.js";
import { currencyCode } from "../parts/asset-lookup.js";
import type { CellSurroundings } from "../parts/cell.js";

/** What the parts of the screen draw one classification from. */
export interface ClassificationContext extends CellSurroundings {
  readonly document: BallastDocument;
  readonly classification: Classification;
  /** Its place in the document. */
  readonly place: number;
  readonly catalogue: Catalogue | null;
  /** The assets whose shares are being edited one by one; cash is null. */
  readonly opened: ReadonlySet<string | null>;
  open(asset: string | null): void;
  /** The entry of the catalogue that an asset, or cash (null), is. */
  readonly entryOf: (asset: string | null) => CatalogueAsset | undefined;
  change(label: string, edit: (document: BallastDocument) => void, cell?: string): void;
  /** The same, of this classification. */
  changeThis(label: string, edit: (classification: Classification) => void, cell?: string): void;
  /** Where the keyboard goes on after a change that took its field away: the first of these that is there. */
  focus(...selectors: readonly string[]): void;
}

/** Looks entries up, once for each asset. */
export function entryFinder(
  document: BallastDocument,
  catalogue: Catalogue | null,
): (asset: string | null) => CatalogueAsset | undefined {
  if (catalogue === null) return () => undefined;
  const match = assetMatcher(catalogue.assets);
  const cash = cashEntry(catalogue.assets, currencyCode(document));
  const entries = new Map(document.assets.map((asset) => [asset.id, match(asset).entry]));
  return (asset) => (asset === null ? cash : entries.get(asset));
}
