import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Asset, AssetClass, Classification } from "../../../../wasm/planner/planner.js";
import { writeBallast } from "../../../../web/shared/classification/ballast-format.js";
import { writePortfolioPerformance } from "../../../../web/shared/classification/portfolio-performance.js";
import { readClassification, taxonomiesIn } from "../../../../web/shared/classification/read-classification.js";

const assets: Asset[] = [
  { id: "a", symbol: "BTC", name: "Bitcoin", price: "1" },
  { id: "b", symbol: "VT", name: "World", price: "1" },
  { id: "c", symbol: "RON", name: "Ronin", price: "1" },
  { id: "d", symbol: "RON", name: "Romania", price: "1" },
];

const type: Classification = {
  id: "type",
  name: "Type",
  classes: [
    { id: "coin", name: "Coin", classes: [{ id: "pay", name: "Payment" }] },
    { id: "fund", name: "Fund" },
  ],
  members: [
    { asset: "a", class: "pay" },
    { asset: "b", class: "fund", share: "0.6" },
    { asset: "b", class: "coin", share: "0.25" },
    { asset: "d", class: "fund" },
  ],
  cash_members: [{ class: "fund", share: "0.5" }],
};

function problems(text: string): readonly string[] {
  const read = readClassification(text, assets);
  return read.ok ? [] : read.problems;
}

const ours = (classification: unknown, more = {}): string =>
  JSON.stringify({ format: "ballast-classification", version: 1, classification, ...more });

describe("Ballast's own file", () => {
  it("comes back as it went out, members found by symbol and name", () => {
    const text = writeBallast(type, assets);
    expect(JSON.parse(text)).toMatchObject({
      format: "ballast-classification",
      version: 1,
      classification: { members: [{ symbol: "BTC", name: "Bitcoin", class: "pay" }, {}, {}, { symbol: "RON" }] },
    });
    expect(text).not.toContain('"asset"');
    expect(readClassification(text, assets)).toEqual({
      ok: true,
      format: "ballast",
      value: type,
      report: { matched: ["a", "b", "d"], notMatched: [], notes: [] },
    });
  });

  it("keeps what is in no class on purpose, of cash too", () => {
    const none: Classification = {
      ...type,
      members: [
        { asset: "a", class: null },
        { asset: "b", class: "fund", share: "0.6" },
        { asset: "b", class: null, share: "0.4" },
      ],
      cash_members: [{ class: null }],
    };
    const read = readClassification(writeBallast(none, assets), assets);
    expect(read.ok && read.value).toEqual(none);
    expect(
      problems(
        ours({
          id: "t",
          name: "T",
          classes: [{ id: "x", name: "X" }],
          members: [
            { symbol: "VT", class: "x", share: "0.6" },
            { symbol: "VT", class: null, share: "0.6" },
          ],
        }),
      ),
    ).toEqual(["members/1: the shares of VT sum to 1.2, more than 1."]);
  });

  it("says what this portfolio does not hold, or cannot tell apart", () => {
    const text = ours({
      id: "t",
      name: "T",
      classes: [{ id: "x", name: "X" }],
      members: [
        { symbol: "ETH", class: "x" },
        { symbol: "RON", class: "x" },
        { symbol: "btc", name: "Bitcoin", class: "x" },
        { symbol: "BTC", name: "Something else", class: "x" },
      ],
    });
    expect(readClassification(text, assets)).toMatchObject({
      ok: true,
      value: { members: [{ asset: "a", class: "x" }] },
      report: { notMatched: ["ETH", "RON (several assets have it)", "BTC (a second time)"] },
    });
  });

  it("tells what the core would refuse: tiers without a beginning, with the same one, with classes below", () => {
    const tiers = [
      { id: "a", name: "A", at_least: "10" },
      { id: "b", name: "B", at_least: "10.0" },
      { id: "c", name: "C" },
      { id: "d", name: "D", at_least: "0", classes: [] },
    ];
    expect(problems(ours({ id: "tier", name: "Tier", kind: "market_cap", classes: tiers }))).toEqual([
      'classes/1/at_least: "10.0" is there twice.',
      "classes/2/at_least: nothing is not a number of 0 or more.",
      "classes/3/classes: a class by market cap has none below it.",
    ]);
  });

  it("survives names that are no texts, and half a character", () => {
    const hostile = { id: { toString: "x" }, name: { toString: 5 } };
    expect(problems(ours({ id: "x", name: "X", classes: [hostile] }))).toHaveLength(2);
    const half = ours({ id: "x", name: "\uD800", classes: [] });
    expect(problems(half)).toEqual(["A text in this file has half a character in it."]);
  });

  it("tells all that is wrong at once, and gives nothing", () => {
    const text = ours({
      id: "",
      name: 5,
      kind: "other",
      classes: [{ id: "x", name: "X", at_least: "many" }, { id: "x", name: "" }, 7],
      members: [
        { symbol: "BTC", class: "gone" },
        { class: "x", share: "2" },
        { symbol: "VT", class: "x", share: "0.6" },
        { symbol: "VT", class: "x", share: "0.6" },
      ],
    });
    expect(problems(text)).toEqual([
      "id: needs a text.",
      "name: needs a text.",
      'kind: "other" is neither “given” nor “market_cap”.',
      "classes/0/at_least: only a class by market cap has one.",
      'classes/1/id: "x" is there twice.',
      "classes/1/name: needs a text.",
      "classes/2: needs an object.",
      'members/0/class: "gone" is not one of its classes.',
      "members/1/symbol: needs a text.",
      'members/1/share: "2" is not a share above 0 and up to 1.',
      'members/3: VT is in "x" twice.',
      "members/3: the shares of VT sum to 1.2, more than 1.",
    ]);
  });

  it.each([
    ["", "This is not JSON."],
    ["[]", "no taxonomy"],
    ["5", "This is not a classification."],
    ["{}", "neither"],
    ['{"format":"ballast","version":1}', "a whole Ballast document"],
    [ours({}, { version: 2 }), "version 2"],
    [ours(null), "no classification"],
    [ours({ id: "t", name: "T", classes: {} }), "needs a list"],
    [ours({ id: "t", name: "T", classes: [], members: 1 }), "needs a list"],
    [ours({ id: "t", name: "T", classes: nested(30) }), "nested more than 14 deep"],
  ])("refuses %s", (text, words) => {
    expect(problems(text).join("\n")).toContain(words);
  });
});

describe("a taxonomy of Portfolio Performance", () => {
  it("is read by key, or by path where there is none; weights are per cent, left out 100", () => {
    const text = JSON.stringify({
      name: "Regions",
      color: "#112233",
      categories: [
        { name: "World", key: "W", color: "#fff", children: [{ name: "Europe" }, { name: "Asia", key: "AS" }] },
        { name: "Moon" },
      ],
      instruments: [
        { identifiers: { name: "Bitcoin", ticker: "btc" }, categories: [{ path: ["World", "Europe"] }] },
        {
          identifiers: { name: "World", isin: "XX" },
          categories: [
            { key: "AS", path: ["somewhere"], weight: 62.5 },
            { path: ["Moon"], weight: 12.34 },
            { key: "W", weight: 0 },
          ],
        },
        { identifiers: { name: "Nobody's", ticker: "ZZZ" }, categories: [{ key: "W", weight: 100.0 }] },
        { identifiers: { ticker: "RON" }, categories: [] },
      ],
    });
    expect(readClassification(text, assets)).toEqual({
      ok: true,
      format: "portfolio_performance",
      value: {
        id: "regions",
        name: "Regions",
        classes: [
          {
            id: "W",
            name: "World",
            classes: [
              { id: "europe", name: "Europe" },
              { id: "AS", name: "Asia" },
            ],
          },
          { id: "moon", name: "Moon" },
        ],
        members: [
          { asset: "a", class: "europe" },
          { asset: "b", class: "AS", share: "0.625" },
          { asset: "b", class: "moon", share: "0.1234" },
        ],
      },
      report: { matched: ["a", "b"], notMatched: ["ZZZ", "RON (several assets have it)"], notes: [] },
    });
  });

  it("counts in per cent: a weight above 100 is a problem, whatever the others are", () => {
    const text = JSON.stringify({
      name: "T",
      categories: [{ name: "X", key: "x" }],
      instruments: [
        { identifiers: { ticker: "BTC" }, categories: [{ key: "x", weight: 10000 }] },
        { identifiers: { ticker: "VT" }, categories: [{ key: "x", weight: 100.01 }] },
      ],
    });
    expect(problems(text)).toEqual([
      "instruments/0/categories/0/weight: is not a number from 0 to 100.",
      "instruments/1/categories/0/weight: is not a number from 0 to 100.",
    ]);
  });

  it("is one of several in a file, whose names are told", () => {
    const one = { name: "One", categories: [{ name: "X", key: "x" }] };
    const two = { name: "Two", categories: [{ name: "Y", key: "y" }] };
    const text = JSON.stringify([one, two, { categories: 5 }]);
    expect(taxonomiesIn(text)).toEqual(["One", "Two", "Taxonomy"]);
    expect(readClassification(text, assets)).toMatchObject({
      ok: true,
      value: { name: "One", classes: [{ id: "x" }] },
    });
    expect(readClassification(text, assets, 1)).toMatchObject({ ok: true, value: { name: "Two" } });
    expect(readClassification(text, assets, 2)).toEqual({ ok: false, problems: ["categories: needs a list."] });
    expect(readClassification(text, assets, 3)).toEqual({ ok: false, problems: ["This is not a classification."] });
    expect(taxonomiesIn(JSON.stringify([one]))).toEqual([]);
    expect(taxonomiesIn(JSON.stringify(one))).toEqual([]);
    expect(taxonomiesIn("x")).toEqual([]);
    expect(readClassification(JSON.stringify([one]), assets)).toMatchObject({ ok: true, value: { name: "One" } });
  });

  it("tells all that is wrong at once", () => {
    const text = JSON.stringify({
      categories: [{ name: "X", key: "x" }, { key: "y" }, { name: "Z", key: "x" }],
      instruments: [
        {},
        {
          identifiers: { ticker: "VT" },
          categories: [{ key: "x", weight: 60 }, { path: ["Z"], weight: 60 }, { key: "nobody" }],
        },
        {
          identifiers: { ticker: "BTC" },
          categories: [
            { key: "x", weight: "1" },
            { key: "x", weight: -1 },
          ],
        },
      ],
    });
    expect(problems(text)).toEqual([
      "categories/1: has no name.",
      "categories/2/key: “x” is there twice.",
      "instruments/0: has no identifiers.",
      "instruments/1/categories/2: no category has the key or path that VT names.",
      "instruments/1: the weights of VT sum to 120 %, more than 100 %.",
      "instruments/2/categories/0/weight: is not a number from 0 to 100.",
      "instruments/2/categories/1/weight: is not a number from 0 to 100.",
    ]);
  });

  it("comes back as it went out, but for what the format has no place for, which is said", () => {
    const { text, notes } = writePortfolioPerformance(type, assets);
    expect(notes).toEqual(["Cash has no place in this format; its classes are left out."]);
    expect(JSON.parse(text)).toMatchObject({
      name: "Type",
      categories: [{ name: "Coin", key: "coin", children: [{ name: "Payment", key: "pay" }] }, { name: "Fund" }],
      instruments: [
        { identifiers: { name: "Bitcoin", ticker: "BTC" }, categories: [{ path: ["Coin", "Payment"], weight: 100 }] },
        { categories: [{ weight: 60 }, { weight: 25 }] },
        {},
      ],
    });
    const { members, classes } = type;
    const read = readClassification(text, assets);
    expect(read).toMatchObject({ ok: true, value: { id: "type", name: "Type", members, classes } });
    expect(read.ok && read.value.cash_members).toBeUndefined();
  });

  it("says that what is in no class on purpose has no place in it", () => {
    const none = { ...type, members: [{ asset: "a", class: null }], cash_members: [] };
    const { text, notes } = writePortfolioPerformance(none, assets);
    expect(notes).toEqual(["BTC: that it is in no class on purpose has no place in this format."]);
    expect(JSON.parse(text)).toMatchObject({ instruments: [] });
  });

  it("cuts what is finer than it can say, so that no sum goes above 100 %", () => {
    const fine = { ...type, members: [{ asset: "a", class: "pay", share: "0.333333" }] };
    const { text, notes } = writePortfolioPerformance(fine, assets);
    expect(notes[0]).toBe("BTC: 33.3333 % is written as 33.33 %.");
    expect(text).toContain('"weight": 33.33');
  });
});

describe("any classification", () => {
  const generated = fc
    .tuple(
      fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.integer({ min: 1, max: 5000 })), { maxLength: 8 }),
      fc.array(fc.nat(100), { maxLength: 12 }),
      fc.string({ minLength: 1, maxLength: 20 }).filter((name) => name.trim() !== ""),
    )
    .map(([ids, shares, parents, name]) => classificationFrom(ids, shares, parents, name));

  it("comes back from Ballast's own file exactly", () => {
    fc.assert(
      fc.property(generated, (classification) => {
        const read = readClassification(writeBallast(classification, assets), assets);
        expect(read.ok && read.value).toEqual(classification);
      }),
    );
  });

  it("comes back from Portfolio Performance's with its classes and shares", () => {
    fc.assert(
      fc.property(generated, (classification) => {
        const read = readClassification(writePortfolioPerformance(classification, assets).text, assets);
        const members = [...(classification.members ?? [])];
        expect(read.ok && read.value.classes).toEqual(classification.classes);
        // The file lists members by asset.
        const inOrder = assets.flatMap(({ id }) => members.filter(({ asset }) => asset === id));
        expect(read.ok && (read.value.members ?? [])).toEqual(inOrder);
      }),
    );
  });

  it("no text makes the reader throw", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, text) => {
        readClassification(JSON.stringify({ categories: value, instruments: value }), assets);
        readClassification(
          JSON.stringify({ format: "ballast-classification", version: 1, classification: value }),
          assets,
        );
        readClassification(text, assets);
      }),
    );
  });
});

function nested(depth: number): AssetClass[] {
  const below = depth === 0 ? {} : { classes: nested(depth - 1) };
  return [{ id: `c${depth}`, name: "C", ...below }];
}

/** Ids that keep a tree: each class goes below an earlier one, or to the top. At most two shares of each asset. */
function classificationFrom(
  ids: readonly string[],
  shares: readonly (readonly [number, number, number])[],
  parents: readonly number[],
  name: string,
): Classification {
  const named = ids.filter((id) => id.trim() !== "");
  const all: AssetClass[] = (named.length === 0 ? ["x"] : named).map((id, place) => ({ id, name: `Class ${place}` }));
  const top: AssetClass[] = [];
  all.forEach((one, place) => {
    const parent = place === 0 ? 0 : (parents[place] ?? 0) % (place + 1);
    const above = all[parent];
    if (parent === place || above === undefined) top.push(one);
    else above.classes = [...(above.classes ?? []), one];
  });
  const members = new Map<string, { asset: string; class: string; share: string }>();
  for (const [assetPlace, classPlace, hundredths] of shares) {
    const asset = assets[assetPlace % 2];
    const into = all[classPlace % Math.min(2, all.length)];
    if (asset === undefined || into === undefined) continue;
    const share = `0.${String(hundredths).padStart(4, "0")}`.replace(/0+$/, "");
    members.set(`${asset.id} ${into.id}`, { asset: asset.id, class: into.id, share });
  }
  const list = [...members.values()];
  return { id: "generated", name, classes: top, ...(list.length === 0 ? {} : { members: list }) };
}
