import { describe, expect, it } from "vitest";

import type { Classification } from "../../../../wasm/planner/planner.js";
import { allocationTree } from "../../../../web/app/analysis/allocation-tree.js";
import { classColour, className, classWords } from "../../../../web/app/analysis/class-lookup.js";
import { crossPair } from "../../../../web/app/analysis/cross-pair.js";
import { heatMap, heatStep } from "../../../../web/app/analysis/heat-map.js";
import { membershipsOf } from "../../../../web/app/analysis/membership.js";
import { treemap } from "../../../../web/app/analysis/treemap.js";
import { treemapTable } from "../../../../web/app/analysis/treemap-table.js";
import type { Shares } from "../../../../web/app/analysis/weight-states.js";
import { aDocument } from "../support/documents.js";
import { templateText, wordsOf } from "../support/template-text.js";

const place: Classification = {
  id: "place",
  name: "Place",
  classes: [
    { id: "west", name: "West", classes: [{ id: "us", name: "USA" }] },
    { id: "east", name: "East" },
  ],
  members: [
    { asset: "btc", class: "us", share: "0.6" },
    { asset: "btc", class: "east", share: "0.3" },
    { asset: "eth", class: "west" },
  ],
};

const tier: Classification = {
  id: "tier",
  name: "Tier",
  kind: "market_cap",
  classes: [
    { id: "small", name: "Small", at_least: "0" },
    { id: "large", name: "Large", at_least: "1000" },
    { id: "medium", name: "Medium", at_least: "100" },
  ],
  members: [{ asset: "eth", class: "small" }],
};

const document = aDocument({ classifications: [place, tier] });
const shares: Shares = {
  assets: [
    { asset: "btc", share: "0.5" },
    { asset: "eth", share: "0.4" },
    { asset: null, share: "0.1" },
  ],
  classes: [
    { classification: "place", class: "west", share: "0.7" },
    { classification: "place", class: "us", share: "0.3" },
    { classification: "place", class: "east", share: "0.15" },
    { classification: "place", class: null, share: "0.15" },
  ],
};

describe("memberships", () => {
  it("are as listed, with what they leave unclassified, cash included", () => {
    expect(membershipsOf(document, place).map(({ asset, class: id, share }) => [asset, id, share])).toEqual([
      ["btc", "us", "0.6"],
      ["btc", "east", "0.3"],
      ["btc", null, null],
      ["eth", "west", "1"],
      [null, null, "1"],
    ]);
  });

  it.each([
    ["999.99", "medium"],
    ["1000", "large"],
    ["1000000000000000000.000000000000000001", "large"],
    ["0", "small"],
    ["abc", null],
    [undefined, null],
  ])("by market cap %s: %s", (cap, expected) => {
    const assets = [{ id: "x", symbol: "X", price: "1", ...(cap === undefined ? {} : { market_cap: cap }) }];
    expect(membershipsOf(aDocument({ assets }), tier)[0]?.class).toBe(expected);
  });

  it("by market cap give way to those listed", () => {
    const assets = [{ id: "eth", symbol: "ETH", price: "1", market_cap: "5000" }];
    expect(membershipsOf(aDocument({ assets }), tier)[0]?.class).toBe("small");
  });
});

describe("the tree of an allocation", () => {
  const tree = allocationTree(document, place, shares);

  it("nests classes and assets, the largest first, what is unclassified last; class weights are the engine's", () => {
    expect(tree.map(({ name, share }) => [name, share])).toEqual([
      ["West", "0.7"],
      ["East", "0.15"],
      ["Unclassified", "0.15"],
    ]);
    expect(tree[0]?.children.map(({ kind, name, part }) => [kind, name, part])).toEqual([
      ["asset", "ETH", "1"],
      ["class", "USA", null],
    ]);
    expect(tree.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(1, 12);
  });

  it("is told in the drawing's label, and row by row in its table", () => {
    const drawing = templateText(treemap(tree, "Now, by Place")).replaceAll("\u202f", " ");
    expect(drawing).toContain('aria-label="Now, by Place: West 70.0 %, East 15.0 %, Unclassified 15.0 %"');
    expect(drawing).toContain(">ETH</text>");
    expect(wordsOf(treemapTable(document, tree, "Now"))).toBe(
      "Class or asset Weight Of the asset, here " +
        "West 70.0 % ETH 40.0 % all of it USA 30.0 % BTC Bitcoin 50.0 % 60 % of it " +
        "East 15.0 % BTC Bitcoin 50.0 % 30 % of it " +
        "Unclassified 15.0 % Cash 10.0 % all of it BTC Bitcoin 50.0 % what no class has of it",
    );
  });

  it("of nothing is nothing", () => {
    const none = allocationTree(document, place, { assets: [], classes: [] });
    expect(none).toEqual([]);
    expect(templateText(treemap(none, "Now"))).toContain('aria-label="Now: nothing"');
  });
});

describe("the heat map", () => {
  const table = {
    rows: "place",
    columns: "tier",
    row_classes: ["west", null],
    column_classes: ["large", null],
    cells: [
      ["0.6", "0"],
      ["0.1", "0.3"],
    ],
  };

  it("has every figure in its cell, and the weights of the classes at its edges", () => {
    const sides = { rows: place, columns: tier, rowShares: shares.classes, columnShares: [] };
    expect(wordsOf(heatMap(table, sides, "Now"))).toBe(
      "Class Large Unclassified All West 60.0 % – 70.0 % Unclassified 10.0 % 30.0 % 15.0 % All",
    );
  });

  it("is darker in steps up to its heaviest cell, and plain where there is nothing", () => {
    expect(["0", "0.0001", "0.1", "0.3", "0.6"].map((cell) => heatStep(cell, 0.6))).toEqual([0, 1, 1, 3, 6]);
    expect(heatStep("0", 0)).toBe(0);
  });
});

describe("which two classifications are crossed", () => {
  const some = (...ids: string[]) => ids.map((id): Classification => ({ id, name: id, classes: [] }));

  it.each([
    [[], {}, null],
    [["type"], {}, null],
    [["own", "jurisdiction", "type", "tier"], {}, ["tier", "type"]],
    [["own", "other"], {}, ["own", "other"]],
    [["own", "type"], { rows: "own" }, ["own", "type"]],
    [["tier", "type", "own"], { rows: "own", columns: "tier" }, ["own", "tier"]],
    [["tier", "type"], { rows: "gone", columns: "type" }, ["tier", "type"]],
    [["tier", "type"], { rows: "type" }, ["type", "tier"]],
  ])("of %j, chosen %j: %j", (ids, chosen, expected) => {
    const pair = crossPair(some(...ids), chosen);
    expect(pair === null ? null : [pair.rows, pair.columns]).toEqual(expected);
  });
});

describe("a class", () => {
  it("is called by its name, and has the colour of its top level", () => {
    expect(className(place, "us")).toBe("USA");
    expect(className(place, null)).toBe("Unclassified");
    expect(className(undefined, "us")).toBe("us");
    expect(classWords([place], { classification: "place", class: "east" })).toBe("Place: East");
    expect([classColour(place, "us"), classColour(place, "east"), classColour(place, null)]).toEqual([
      "a0",
      "a1",
      "acash",
    ]);
  });
});
