import { describe, expect, it } from "vitest";

import type { Classification } from "../../../../wasm/planner/planner.js";
import {
  classificationOf,
  type Catalogue,
  type CatalogueAsset,
} from "../../../../web/shared/classification/catalogue.js";
import { applyFilling, fillingOf, isFromCatalogue } from "../../../../web/shared/classification/fill-members.js";
import { assetMatcher, cashEntry } from "../../../../web/shared/classification/match-assets.js";

function entry(id: string, symbol: string, name: string, more: Partial<CatalogueAsset> = {}): CatalogueAsset {
  return { id, symbol, name, kind: "crypto", classes: {}, as_of: "2026-01", confidence: "high", ...more };
}

const bitcoin = entry("btc", "BTC", "Bitcoin", { classes: { type: "coin", home: null } });
const fund = entry("vt", "VT", "World fund", {
  kind: "etf",
  classes: { type: "fund", home: [{ class: "us", share: "0.6" }, { class: "jp", share: "0.1" }, { class: "xx" }] },
});
const ron = entry("ron", "RON", "Ronin");
const ronFund = entry("ron-etf", "RON", "Romania fund", { kind: "etf" });
const leu = entry("cash-ron", "RON", "Romanian leu", { kind: "cash", classes: { type: "cash" } });
const other = entry("poly", "POL", "Polygon", { also: ["MATIC"] });
const all = [bitcoin, fund, ron, ronFund, leu, other];

const match = assetMatcher(all);

describe("finding an asset in the catalogue", () => {
  it.each([
    ["btc ", undefined, bitcoin],
    ["BTC", "Anything", bitcoin],
    ["matic", undefined, other],
    ["RON", "ronin", ron],
    ["RON", "Romania-Fund", ronFund],
  ])("%s, “%s”", (symbol, name, expected) => {
    expect(match({ symbol, ...(name === undefined ? {} : { name }) })).toEqual({ entry: expected, ambiguous: [] });
  });

  it("picks none among several that the name does not tell apart", () => {
    expect(match({ symbol: "RON" })).toEqual({ ambiguous: [ron, ronFund] });
    expect(match({ symbol: "RON", name: "Romanian leu" })).toEqual({ ambiguous: [ron, ronFund] });
  });

  it("knows nothing of an empty or unknown symbol", () => {
    expect(match({ symbol: " " })).toEqual({ ambiguous: [] });
    expect(match({ symbol: "NOPE" })).toEqual({ ambiguous: [] });
  });

  it("keeps currencies for cash", () => {
    expect(cashEntry(all, "ron")).toBe(leu);
    expect(cashEntry(all, "BTC")).toBeUndefined();
  });
});

describe("filling in classes", () => {
  const catalogue: Catalogue = { classifications: [], assets: all };
  const assets = [
    { id: "a", symbol: "BTC", price: "1" },
    { id: "b", symbol: "VT", price: "1" },
    { id: "c", symbol: "RON", price: "1" },
  ];
  const type = (): Classification => ({
    id: "type",
    name: "Type",
    classes: [
      { id: "coin", name: "Coin" },
      { id: "fund", name: "Fund" },
      { id: "cash", name: "Cash" },
    ],
  });

  it("takes what is known, for cash too, and says what several things go by", () => {
    const classification = type();
    const filling = fillingOf(classification, assets, "RON", catalogue);
    expect(filling.ambiguous).toEqual(["c"]);
    applyFilling(classification, filling);
    expect(classification.members).toEqual([
      { asset: "a", class: "coin" },
      { asset: "b", class: "fund" },
    ]);
    expect(classification.cash_members).toEqual([{ class: "cash" }]);
    expect(fillingOf(classification, assets, "RON", catalogue).members).toEqual([]);
  });

  it("never touches what the person said", () => {
    const classification: Classification = {
      ...type(),
      members: [{ asset: "a", class: "fund", share: "0.1" }],
      cash_members: [{ class: "fund" }],
    };
    applyFilling(classification, fillingOf(classification, assets, "RON", catalogue));
    expect(classification.members).toEqual([
      { asset: "a", class: "fund", share: "0.1" },
      { asset: "b", class: "fund" },
    ]);
    expect(classification.cash_members).toEqual([{ class: "fund" }]);
  });

  it("leaves alone what is in no class on purpose, whole or in part", () => {
    const classification: Classification = {
      ...type(),
      members: [
        { asset: "a", class: null },
        { asset: "b", class: null, share: "0.1" },
      ],
      cash_members: [{ class: null }],
    };
    expect(fillingOf(classification, assets, "RON", catalogue)).toEqual({ members: [], cash: [], ambiguous: ["c"] });
    expect(isFromCatalogue([{ class: null }], bitcoin, classification)).toBe(false);
  });

  it("leaves out what is not known, and classes that are not there", () => {
    const home: Classification = {
      id: "home",
      name: "Home",
      classes: [{ id: "w", name: "World", classes: [{ id: "us", name: "US" }] }],
    };
    expect(fillingOf(home, assets, "USD", catalogue)).toEqual({
      members: [{ asset: "b", shares: [{ class: "us", share: "0.6" }] }],
      cash: [],
      ambiguous: ["c"],
    });
  });

  it("is told from what was set by hand", () => {
    const classification = type();
    expect(isFromCatalogue([{ class: "coin" }], bitcoin, classification)).toBe(true);
    expect(isFromCatalogue([{ class: "coin", share: "1" }], bitcoin, classification)).toBe(true);
    expect(isFromCatalogue([{ class: "fund" }], bitcoin, classification)).toBe(false);
    expect(isFromCatalogue([{ class: "coin", share: "0.5" }], bitcoin, classification)).toBe(false);
    expect(isFromCatalogue([], bitcoin, classification)).toBe(false);
    expect(isFromCatalogue([{ class: "coin" }], undefined, classification)).toBe(false);
  });

  it("a built-in classification comes without what only the catalogue says, as a copy", () => {
    const given = { id: "t", name: "T", kind: "market_cap" as const, about: "…", classes: [{ id: "a", name: "A" }] };
    const copy = classificationOf(given);
    expect(copy).toEqual({ id: "t", name: "T", kind: "market_cap", classes: [{ id: "a", name: "A" }] });
    expect(copy.classes[0]).not.toBe(given.classes[0]);
  });
});
