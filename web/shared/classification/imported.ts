import type { Asset, Classification } from "../../../wasm/planner/planner.js";

/** What became of a file: a classification for this document, and what of it could not be used; or only problems. */
export type ReadClassification =
  | {
      readonly ok: true;
      readonly format: ClassificationFormat;
      readonly value: Classification;
      readonly report: Report;
    }
  | { readonly ok: false; readonly problems: readonly string[] };

export type ClassificationFormat = "ballast" | "portfolio_performance";

export interface Report {
  /** Ids of the assets that were found in the file. */
  readonly matched: readonly string[];
  /** What the file names that the document does not hold, or that could be several of its assets. */
  readonly notMatched: readonly string[];
  /** Other things worth knowing. */
  readonly notes: readonly string[];
}

export const MOST_CLASSES = 1000;
/** The core reads JSON 32 levels deep; this many classes below each other fit into a document. */
export const MOST_LEVELS = 14;
/** Of a name or id in the core, as UTF-8. */
const MOST_BYTES = 200;

/** All problems at once, up to a number that can be read. */
export class Problems {
  #all: string[] = [];

  add(where: string, what: string): void {
    this.#all.push(where === "" ? what : `${where}: ${what}`);
  }

  /** What is no text is told elsewhere. */
  addTooLong(where: string, text: unknown): void {
    if (typeof text !== "string") return;
    const { length } = new TextEncoder().encode(text);
    if (length > MOST_BYTES) this.add(where, `this text has ${length} bytes; at most ${MOST_BYTES} can be used.`);
  }

  get any(): boolean {
    return this.#all.length > 0;
  }

  get list(): readonly string[] {
    const most = 20;
    if (this.#all.length <= most) return this.#all;
    return [...this.#all.slice(0, most), `and ${this.#all.length - most} more`];
  }
}

export type AssetFinder = (symbol: string | undefined, name: string | undefined) => Asset | "several" | undefined;

/** Finds a document's asset by symbol, else by name. Where several fit, the other of the two may tell; else none is taken. */
export function assetFinder(assets: readonly Asset[]): AssetFinder {
  const plain = (text: string | undefined): string => (text ?? "").trim().toLowerCase();
  return (symbol, name) => {
    const bySymbol = plain(symbol) === "" ? [] : assets.filter((asset) => plain(asset.symbol) === plain(symbol));
    const byName = plain(name) === "" ? [] : assets.filter((asset) => plain(asset.name) === plain(name));
    const found = bySymbol.length > 0 ? bySymbol : byName;
    const both = found.length > 1 ? bySymbol.filter((asset) => byName.includes(asset)) : found;
    const [only] = both;
    return both.length === 1 ? only : found.length > 1 ? "several" : undefined;
  };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
