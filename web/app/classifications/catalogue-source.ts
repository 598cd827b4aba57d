import type { Catalogue } from "../../shared/classification/catalogue.js";

let loaded: Promise<Catalogue> | undefined;

/** The catalogue, as a part of the program: the page's policy forbids it to connect to anything. Asked for once. */
export function loadCatalogue(): Promise<Catalogue> {
  loaded ??= Promise.all([
    import("../../../public/catalogue/classifications.json"),
    import("../../../public/catalogue/assets.json"),
  ]).then(([{ default: classifications }, { default: assets }]) => ({
    classifications: (classifications as unknown as Pick<Catalogue, "classifications">).classifications,
    assets: (assets as unknown as Pick<Catalogue, "assets">).assets,
  }));
  // What failed once may be there at the next try.
  loaded.catch(() => (loaded = undefined));
  return loaded;
}
