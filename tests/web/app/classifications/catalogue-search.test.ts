import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import type { Catalogue } from "../../../../web/shared/classification/catalogue.js";
import { addEntry, factsOf, presentEntries, seek } from "../../../../web/app/classifications/catalogue-search.js";
import { aRuleDocument } from "../support/rule-documents.js";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../public/catalogue/${name}.json`, import.meta.url), "utf8"));
const shipped = { ...(read("classifications") as object), ...(read("assets") as object) } as Catalogue;

const small: Catalogue = {
  classifications: [
    { id: "tier", name: "Tier", kind: "market_cap", classes: [{ id: "large", name: "Large", at_least: "0" }] },
    {
      id: "type",
      name: "Type",
      classes: [{ id: "coin", name: "Coin", classes: [{ id: "platform", name: "Platform" }] }],
    },
    {
      id: "home",
      name: "Home",
      classes: [
        { id: "north", name: "North" },
        { id: "south", name: "South" },
      ],
    },
  ],
  assets: [
    {
      id: "one",
      symbol: "ONE",
      name: "Harmony of all",
      kind: "crypto",
      classes: {
        type: "platform",
        home: [
          { class: "north", share: "0.25" },
          { class: "south", share: "0.5" },
        ],
      },
      as_of: "2025-01",
      confidence: "high",
    },
    {
      id: "all",
      symbol: "ALL",
      name: "Everything",
      kind: "etf",
      classes: { type: null },
      as_of: "2025-01",
      confidence: "low",
      also: ["EVR"],
    },
    { id: "usd", symbol: "USD", name: "All dollars", kind: "cash", classes: {}, as_of: "2025-01", confidence: "high" },
  ],
};
const found = (sought: string, most = 12): string[] => seek(small, sought, most).entries.map(({ symbol }) => symbol);

describe("looking something up in the catalogue", () => {
  it("goes by the beginnings of words of symbol, name and class; an exact symbol comes first", () => {
    expect(found("all")).toEqual(["ALL", "ONE"]);
    expect(found("harm")).toEqual(["ONE"]);
    expect(found("armony")).toEqual([]);
    expect(found("evr")).toEqual(["ALL"]);
    expect(found("platform north")).toEqual(["ONE"]);
    expect(found("platform every")).toEqual([]);
    expect(found("  ")).toEqual([]);
    expect(found("dollars")).toEqual([]);
  });

  it("says how many there are besides those shown", () => {
    expect(seek(small, "all", 1)).toMatchObject({ entries: [{ symbol: "ALL" }], more: 1 });
  });

  it("finds stablecoins by their class, and each by its symbol", () => {
    const stable = seek(shipped, "stablecoin", 100).entries.map(({ symbol }) => symbol);
    expect(stable).toEqual(expect.arrayContaining(["USDC", "USDT", "DAI"]));
    expect(stable).not.toContain("BTC");
    expect(seek(shipped, "usdc", 5).entries[0]?.symbol).toBe("USDC");
  });
});

describe("an entry", () => {
  const [one, all] = small.assets;
  if (one === undefined || all === undefined) throw new Error("two are there");

  it("is told in the names of its classes; what is not known is said to be so, and size is left out", () => {
    expect(factsOf(one, small)).toEqual([
      { classification: "Type", words: "Coin › Platform" },
      { classification: "Home", words: "North 25\u202f%, South 50\u202f%" },
    ]);
    expect(factsOf(all, small).map(({ words }) => words)).toEqual([null, null]);
  });

  it("that is added is held with nothing yet, and lies where the catalogue says, nowhere else", () => {
    const document = aRuleDocument();
    const before = structuredClone(document);
    document.classifications?.push({ id: "home", name: "Home", classes: [{ id: "north", name: "North" }] });
    addEntry(document, one, small);
    const asset = document.assets.at(-1);
    expect(asset).toEqual({ id: asset?.id, symbol: "ONE", name: "Harmony of all", price: "" });
    expect(document.accounts[0]?.holdings.at(-1)).toEqual({ asset: asset?.id, quantity: "0" });
    expect(document.classifications?.[0]?.members).toEqual([
      ...(before.classifications?.[0]?.members ?? []),
      { asset: asset?.id, class: "platform" },
    ]);
    expect(document.classifications?.[1]?.members).toEqual([{ asset: asset?.id, class: "north", share: "0.25" }]);
    expect([...presentEntries(document, small)]).toContain(one);
  });
});
