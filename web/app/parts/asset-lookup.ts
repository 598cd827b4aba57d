import type { Asset, BallastDocument } from "../../../wasm/planner/planner.js";

const COLOURS = 10;

/** Lists are never changed in place, so what was looked up in one stays right for as long as it lives. */
const placesOf = new WeakMap<readonly Asset[], Map<string, number>>();

function placeOf(assets: readonly Asset[], id: string): number | undefined {
  let places = placesOf.get(assets);
  if (places === undefined) {
    places = new Map(assets.map((asset, place) => [asset.id, place]));
    placesOf.set(assets, places);
  }
  return places.get(id);
}

/** The class that gives an asset its colour, the same on every screen: by its place in the document. */
export function colourClass(document: BallastDocument, asset: string | null): string {
  const place = asset === null ? undefined : placeOf(document.assets, asset);
  return place === undefined ? "acash" : `a${place % COLOURS}`;
}

export function findAsset(document: BallastDocument, asset: string | null): Asset | undefined {
  const place = asset === null ? undefined : placeOf(document.assets, asset);
  return place === undefined ? undefined : document.assets[place];
}

export function assetPlace(document: BallastDocument, asset: string): number {
  return placeOf(document.assets, asset) ?? -1;
}

export function symbolOf(document: BallastDocument, asset: string | null): string {
  if (asset === null) return "Cash";
  const symbol = findAsset(document, asset)?.symbol ?? asset;
  return symbol === "" ? "(no symbol)" : symbol;
}

export function accountName(document: BallastDocument, account: string): string {
  const name = document.accounts.find(({ id }) => id === account)?.name ?? "";
  return name === "" ? "Account without a name" : name;
}

export function currencyCode(document: BallastDocument): string {
  return typeof document.base_currency === "string" ? document.base_currency : document.base_currency.code;
}
