import type { Asset } from "../../../wasm/planner/planner.js";
import type { CatalogueAsset } from "./catalogue.js";

/**
 * Which entry of the catalogue an asset of a document is. A symbol that several things share is only taken where the
 * name tells which one is meant: nothing is picked for the person.
 */
export interface AssetMatch {
  readonly entry?: CatalogueAsset;
  /** Several entries have this symbol, and the name does not tell which. */
  readonly ambiguous: readonly CatalogueAsset[];
}

type Named = Pick<Asset, "symbol" | "name">;

const nothingKnown: AssetMatch = { ambiguous: [] };

/** Looks assets up; made once for a catalogue. `cash` entries are for currencies and match no asset. */
export function assetMatcher(entries: readonly CatalogueAsset[]): (asset: Named) => AssetMatch {
  const bySymbol = new Map<string, CatalogueAsset[]>();
  const byOther = new Map<string, CatalogueAsset[]>();
  for (const entry of entries) {
    if (entry.kind === "cash") continue;
    push(bySymbol, plainSymbol(entry.symbol), entry);
    for (const other of entry.also ?? []) push(byOther, plainSymbol(other), entry);
  }
  return ({ symbol, name }) => {
    const plain = plainSymbol(symbol);
    const found = plain === "" ? undefined : (bySymbol.get(plain) ?? byOther.get(plain));
    if (found === undefined) return nothingKnown;
    const [only] = found;
    if (found.length === 1 && only !== undefined) return { entry: only, ambiguous: [] };
    const named = found.filter((entry) => plainName(entry.name) === plainName(name ?? ""));
    const [exact] = named;
    return named.length === 1 && exact !== undefined ? { entry: exact, ambiguous: [] } : { ambiguous: found };
  };
}

/** The entry of the base currency. */
export function cashEntry(entries: readonly CatalogueAsset[], currency: string): CatalogueAsset | undefined {
  return entries.find(({ kind, symbol }) => kind === "cash" && plainSymbol(symbol) === plainSymbol(currency));
}

export function plainSymbol(symbol: string): string {
  return symbol.trim().toUpperCase();
}

export function plainName(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function push(map: Map<string, CatalogueAsset[]>, key: string, entry: CatalogueAsset): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [entry]);
  else if (!there.includes(entry)) there.push(entry);
}
