import { describe, expect, it } from "vitest";

import type { Classification, Composition } from "../../../../wasm/planner/planner.js";
import { allocationTree } from "../../../../web/app/analysis/allocation-tree.js";
import { classColour, className, classWords } from "../../../../web/app/analysis/class-lookup.js";
import { classWeights } from "../../../../web/app/analysis/composition-lookup.js";
import { crossPair } from "../../../../web/app/analysis/cross-pair.js";
import { heatMap, heatStep } from "../../../../web/app/analysis/heat-map.js";
import { treemap } from "../../../../web/app/analysis/treemap.js";
import { treemapTable } from "../../../../web/app/analysis/treemap-table.js";
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

const tier: Classification = { id: "tier", name: "Tier", classes: [{ id: "large", name: "Large" }] };

const document = aDocument({ classifications: [place, tier] });
/** Of btc 0.5, eth 0.4 and cash 0.1. */
const composition: Composition = {
  effective_assets: "1.976",
  largest: { asset: "btc", weight: "0.5" },
  classifications: [
    {
      classification: "place",
      effective_classes: "1.869",
      largest: { class: "west", weight: "0.7" },
      unclassified: "0.15",
      classes: [
        { class: "west", weight: "0.7" },
        { class: "us", weight: "0.3" },
        { class: "east", weight: "0.15" },
        { class: null, weight: "0.15" },
      ],
    },
  ],
  cross_tables: [],
  parts: [
    {
      classification: "place",
      parts: [
        { asset: "btc", class: "us", share: "0.6", weight: "0.3" },
        { asset: "btc", class: "east", share: "0.3", weight: "0.15" },
        { asset: "btc", class: null, share: "0.1", weight: "0.05" },
        { asset: "eth", class: "west", share: "1", weight: "0.4" },
        { asset: null, class: null, share: "1", weight: "0.1" },
      ],
    },
  ],
};
const nothing: Composition = { effective_assets: "0", largest: null, classifications: [], cross_tables: [], parts: [] };

describe("the tree of an allocation", () => {
  const tree = allocationTree(document, place, composition);

  it("nests classes and assets, the largest first, what is unclassified last; all weights are the engine's", () => {
    expect(tree.map(({ name, weight }) => [name, weight])).toEqual([
      ["West", "0.7"],
      ["East", "0.15"],
      ["Unclassified", "0.15"],
    ]);
    expect(tree[0]?.children.map(({ kind, name, weight, share }) => [kind, name, weight, share])).toEqual([
      ["asset", "ETH", "0.4", "1"],
      ["class", "USA", "0.3", null],
    ]);
  });

  it("is told in the drawing's label, and row by row in its table", () => {
    const drawing = templateText(treemap(tree, "Now, by Place")).replaceAll("\u202f", " ");
    expect(drawing).toContain('aria-label="Now, by Place: West 70.0 %, East 15.0 %, Unclassified 15.0 %"');
    expect(drawing).toContain(">ETH</text>");
    expect(wordsOf(treemapTable(document, tree, "Now"))).toBe(
      "Class or asset Weight Of the asset, here " +
        "West 70.0 % ETH 40.0 % all of it USA 30.0 % BTC Bitcoin 30.0 % 60 % of it " +
        "East 15.0 % BTC Bitcoin 15.0 % 30 % of it " +
        "Unclassified 15.0 % Cash 10.0 % all of it BTC Bitcoin 5.0 % 10 % of it",
    );
  });

  it("of nothing is nothing", () => {
    const none = allocationTree(document, place, nothing);
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
    const sides = {
      rows: place,
      columns: tier,
      rowWeights: classWeights(composition, "place"),
      columnWeights: classWeights(composition, "tier"),
    };
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
