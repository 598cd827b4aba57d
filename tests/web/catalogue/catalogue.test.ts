/** The catalogue agrees with its schema and its classifications, and does not contradict itself. */
import { readFileSync } from "node:fs";

import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";

interface AssetClass {
  id: string;
  name: string;
  at_least?: string;
  classes?: AssetClass[];
}

interface Classification {
  id: string;
  name: string;
  kind?: "given" | "market_cap";
  about: string;
  classes: AssetClass[];
}

type Place = string | { class: string; share: string }[] | null;

const DIMENSIONS = ["type", "jurisdiction", "layer", "consensus", "chain", "issuer"] as const;
type Dimension = (typeof DIMENSIONS)[number];

interface Asset {
  id: string;
  symbol: string;
  name: string;
  kind: "crypto" | "tokenised" | "etf" | "cash";
  also?: string[];
  classes: Record<Dimension, Place>;
  as_of: string;
  confidence: "high" | "medium" | "low";
  note?: string;
}

const root = new URL("../../../public/", import.meta.url);

function json(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, root), "utf8"));
}

const schema = json("schema/catalogue-1.json") as object;
const classificationsFile = json("catalogue/classifications.json") as { classifications: Classification[] };
const assetsFile = json("catalogue/assets.json") as { assets: Asset[] };
const { classifications } = classificationsFile;
const { assets } = assetsFile;
const isCatalogue = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

function within(classes: AssetClass[]): AssetClass[] {
  return classes.flatMap((each) => [each, ...within(each.classes ?? [])]);
}

function classesOf(id: string): AssetClass[] {
  return classifications.find((each) => each.id === id)?.classes ?? [];
}

/** The ids of a class and of all below it. */
function below(classification: string, ...ids: string[]): Set<string> {
  const roots = within(classesOf(classification)).filter(({ id }) => ids.includes(id));
  return new Set(within(roots).map(({ id }) => id));
}

function named(place: Place): string[] {
  if (place === null) return [];
  return typeof place === "string" ? [place] : place.map((each) => each.class);
}

function only(place: Place): string | null {
  return typeof place === "string" ? place : null;
}

/** In units of 1e-18. */
function units(share: string): bigint {
  const [whole = "", decimals = ""] = share.split(".");
  return BigInt(whole + decimals.padEnd(18, "0"));
}

function twice(texts: string[]): string[] {
  return texts.filter((text, at) => texts.indexOf(text) !== at);
}

/** The ids of the assets that `rule` finds wrong: an empty list reads well in a failure. */
function wrong(rule: (asset: Asset) => boolean): string[] {
  return assets.filter(rule).map(({ id }) => id);
}

const NO_CHAIN_OF_ITS_OWN = ["own_chain", "several_chains", "off_chain", "ethereum_layer_2"];
const chainsOfACoin = within(classesOf("chain"))
  .map(({ id }) => id)
  .filter((id) => !NO_CHAIN_OF_ITS_OWN.includes(id));

describe("classifications", () => {
  it("keep to the schema", () => {
    expect(isCatalogue(classificationsFile), JSON.stringify(isCatalogue.errors)).toBe(true);
  });

  it("are the built-in ones, with unique ids and names", () => {
    expect(classifications.map(({ id }) => id)).toEqual(["tier", ...DIMENSIONS]);
    for (const { classes } of classifications) {
      expect(twice(within(classes).map(({ id }) => id))).toEqual([]);
      expect(twice(within(classes).map(({ name }) => name))).toEqual([]);
    }
  });

  it("have thresholds, from large to small and down to 0, only where they are tiers", () => {
    const tiers = classifications.filter(({ kind }) => kind === "market_cap");
    expect(tiers.map(({ id }) => id)).toEqual(["tier"]);
    expect(classesOf("tier").map((each) => [each.id, each.at_least, each.classes])).toEqual([
      ["large", "10000000000", undefined],
      ["medium", "1000000000", undefined],
      ["small", "0", undefined],
    ]);
    const rest = classifications.filter(({ id }) => id !== "tier").flatMap(({ classes }) => within(classes));
    expect(rest.filter((each) => each.at_least !== undefined)).toEqual([]);
  });

  it("name countries by their codes below friendly, neutral and strict", () => {
    expect(classesOf("jurisdiction").map(({ id }) => id)).toEqual(["friendly", "neutral", "strict", "none"]);
    for (const id of below("jurisdiction", "friendly", "neutral", "strict")) {
      expect(id).toMatch(/^([a-z]{2}|friendly|neutral|strict)$/);
    }
  });

  it("have no class without an entry, other than groups and seats that people's own entries may need", () => {
    const unused = DIMENSIONS.flatMap((dimension) => {
      const used = new Set(assets.flatMap(({ classes }) => named(classes[dimension])));
      const leaves = within(classesOf(dimension)).filter(({ classes = [] }) => classes.length === 0);
      return leaves.map(({ id }) => id).filter((id) => !used.has(id));
    });
    expect(unused.sort()).toEqual(["at", "bm", "bs", "cy", "ee", "lt", "pa", "pt", "sc"]);
  });
});

describe("assets", () => {
  it("keep to the schema", () => {
    expect(isCatalogue(assetsFile), JSON.stringify(isCatalogue.errors?.slice(0, 5))).toBe(true);
  });

  it("are no fewer than promised", () => {
    const count = (kind: string): number => assets.filter((asset) => asset.kind === kind).length;
    expect(count("crypto")).toBeGreaterThanOrEqual(200);
    expect(count("tokenised")).toBeGreaterThanOrEqual(8);
    expect(count("etf")).toBeGreaterThanOrEqual(30);
    expect(count("cash")).toBeGreaterThanOrEqual(25);
  });

  it("are each there once", () => {
    expect(twice(assets.map(({ id }) => id))).toEqual([]);
    expect(twice(assets.map(({ name }) => name.toLowerCase()))).toEqual([]);
    expect(twice(assets.map(({ symbol, name }) => `${symbol}/${name}`))).toEqual([]);
    const symbols = new Set(assets.map(({ symbol }) => symbol));
    expect(wrong(({ also = [] }) => also.some((symbol) => symbols.has(symbol)))).toEqual([]);
  });

  it("are not from the future", () => {
    expect(wrong((asset) => asset.as_of > "2026-11" || asset.as_of < "2024-01")).toEqual([]);
  });

  it.each(DIMENSIONS)("name classes of %s that exist, and the most specific", (dimension) => {
    // What has no finer class that fits: some utility tokens; what lies on Ethereum itself.
    const mayBeNamed = within(classesOf(dimension))
      .filter(({ id, classes = [] }) => classes.length === 0 || ["utility", "ethereum"].includes(id))
      .map(({ id }) => id);
    expect(wrong(({ classes }) => named(classes[dimension]).some((id) => !mayBeNamed.includes(id)))).toEqual([]);
  });

  it("are in several classes only as funds, with distinct classes and shares that sum to at most 1", () => {
    for (const { id, kind, classes } of assets) {
      for (const place of DIMENSIONS.map((dimension) => classes[dimension])) {
        if (!Array.isArray(place)) continue;
        expect(kind, id).toBe("etf");
        expect(twice(named(place)), id).toEqual([]);
        const shares = place.map(({ share }) => units(share));
        expect(shares.every((share) => share > 0n) && shares.reduce((a, b) => a + b) <= 10n ** 18n, id).toBe(true);
      }
    }
  });
});

describe("assets do not contradict themselves:", () => {
  const types: Record<Asset["kind"], Set<string>> = {
    crypto: below("type", "currency", "stablecoin", "utility"),
    tokenised: below("type", "security", "commodity"),
    etf: below("type", "equity", "bond", "commodity", "currency", "platform"),
    cash: below("type", "cash"),
  };

  it("the type fits the kind", () => {
    expect(wrong(({ kind, classes }) => !types[kind].has(only(classes.type) ?? ""))).toEqual([]);
  });

  it("ids of cash and funds follow from their symbols", () => {
    const expected = ({ kind, symbol }: Asset): string => `${kind}-${symbol.toLowerCase()}`;
    expect(wrong((asset) => ["etf", "cash"].includes(asset.kind) && asset.id !== expected(asset))).toEqual([]);
    expect(wrong(({ kind, symbol }) => kind === "cash" && !/^[A-Z]{3}$/.test(symbol))).toEqual([]);
  });

  it("cash and funds, and nothing else, are not on a chain", () => {
    expect(
      wrong(({ kind, classes: { layer, chain, consensus } }) => {
        const off = [layer === "off_chain", chain === "off_chain", consensus === "none"];
        return off.some((each) => each !== ["etf", "cash"].includes(kind));
      }),
    ).toEqual([]);
  });

  it("a layer 1 is its own chain, a layer 2 is on one of the chains that have them, a token on another's", () => {
    const fits: Record<string, string[]> = {
      layer_1: ["own_chain", ...chainsOfACoin],
      layer_2: ["ethereum_layer_2"],
      token: ["ethereum_layer_2", "several_chains", ...chainsOfACoin],
    };
    expect(
      wrong(({ classes: { layer, chain } }) => {
        const chains = fits[only(layer) ?? ""];
        return chains !== undefined && !chains.includes(only(chain) ?? "");
      }),
    ).toEqual([]);
  });

  it.each(chainsOfACoin)("the chain %s has one coin, and one consensus", (chain) => {
    const there = assets.filter(({ classes }) => classes.chain === chain);
    const coins = there.filter(({ classes }) => classes.layer === "layer_1");
    expect(coins.length).toBe(1);
    expect(new Set(there.map(({ classes }) => classes.consensus))).toEqual(new Set([coins[0]?.classes.consensus]));
  });

  it("what is on several chains has no single consensus", () => {
    expect(wrong(({ classes }) => classes.chain === "several_chains" && classes.consensus !== null)).toEqual([]);
  });

  it("what is owed or kept by somebody names whom", () => {
    const owed = below("type", "fiat_backed", "synthetic", "security", "exchange");
    const nobody = (place: Place): boolean => place === null || place === "no_issuer";
    expect(
      wrong(({ kind, classes }) => (kind !== "crypto" || owed.has(only(classes.type) ?? "")) && nobody(classes.issuer)),
    ).toEqual([]);
  });

  it("what has no issuer's jurisdiction has no issuer", () => {
    expect(wrong(({ classes }) => classes.jurisdiction === "none" && classes.issuer !== "no_issuer")).toEqual([]);
  });
});
