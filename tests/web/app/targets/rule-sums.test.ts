import { describe, expect, it } from "vitest";

import type { Rule } from "../../../../wasm/planner/planner.js";
import { levelSums } from "../../../../web/app/targets/rule-sums.js";
import { shownAssets, shownClasses } from "../../../../web/app/targets/shown-classes.js";
import { aRuleDocument, aType, rulesOf } from "../support/rule-documents.js";

const of = (id: string) => ({ classification: "type", class: id });

function sums(...rules: Rule[]) {
  return levelSums(aType(), rulesOf(aRuleDocument({ rules }))).map(({ parent, ofParent, exact, needed, tooMuch }) => ({
    parent: parent?.class.id ?? null,
    ofParent,
    exact,
    needed,
    tooMuch,
  }));
}

describe("the sum of a level", () => {
  it("is said where a share is exact", () => {
    expect(sums()).toEqual([]);
    expect(sums({ ...of("coin"), least: "0.5" })).toEqual([]);
    expect(sums({ ...of("coin"), exact: "0.7" }, { ...of("fund"), exact: "0.4" })).toEqual([
      { parent: null, ofParent: false, exact: "1.1", needed: "1.1", tooMuch: true },
    ]);
  });

  it("counts least shares for what the level needs", () => {
    expect(sums({ ...of("coin"), exact: "0.7" }, { ...of("fund"), least: "0.4", most: "0.5" })).toEqual([
      { parent: null, ofParent: false, exact: "0.7", needed: "1.1", tooMuch: true },
    ]);
    expect(sums({ ...of("coin"), exact: "0.6" }, { ...of("fund"), exact: "0.4" })).toMatchObject([
      { needed: "1", tooMuch: false },
    ]);
  });

  it("below a class may not need more than the class may have", () => {
    expect(
      sums({ ...of("coin"), most: "0.3" }, { ...of("payment"), exact: "0.2" }, { ...of("platform"), exact: "0.2" }),
    ).toEqual([{ parent: "coin", ofParent: false, exact: "0.4", needed: "0.4", tooMuch: true }]);
  });

  it("keeps shares of a class apart from shares of the whole", () => {
    expect(
      sums(
        { ...of("payment"), exact: "0.9", of: of("coin") },
        { ...of("platform"), exact: "0.3", of: of("coin") },
        { ...of("payment"), exact: "0.2" },
      ),
    ).toEqual([
      { parent: "coin", ofParent: false, exact: "0.2", needed: "0.2", tooMuch: false },
      { parent: "coin", ofParent: true, exact: "1.2", needed: "1.2", tooMuch: true },
    ]);
  });

  it("leaves out what is not yet a number", () => {
    expect(sums({ ...of("coin"), exact: "abc" }, { ...of("fund"), exact: "0.4" })).toMatchObject([{ exact: "0.4" }]);
  });
});

describe("the classes that have a row", () => {
  const many = aType({
    classes: [
      {
        id: "world",
        name: "World",
        classes: Array.from({ length: 30 }, (_, place) => ({ id: `c${place}`, name: `C${place}` })),
      },
      { id: "none", name: "None" },
    ],
    members: [{ asset: "btc", class: "c3" }],
  });
  const shown = (rules: Rule[]): string[] =>
    shownClasses(many, rulesOf(aRuleDocument({ rules }))).map((placed) => placed.class.id);

  it("are all where there are few", () => {
    expect(shownClasses(aType(), rulesOf(aRuleDocument())).length).toBe(4);
  });

  it("assets: the first ones where there are many, and those that are spoken of", () => {
    const assets = Array.from({ length: 100 }, (_, place) => ({ id: `a${place}`, symbol: "A", price: "1" }));
    const policy = rulesOf(
      aRuleDocument({
        rules: [
          { asset: "a90", most: "0.1" },
          { asset: null, most: "0.1" },
        ],
      }),
    );
    expect(shownAssets(assets.slice(0, 60), policy)).toHaveLength(60);
    expect(
      shownAssets(assets, policy)
        .map(({ id }) => id)
        .slice(59),
    ).toEqual(["a59", "a90"]);
  });

  it("are otherwise those in use, with what they are below, and a short top level", () => {
    expect(shown([])).toEqual(["world", "c3", "none"]);
    expect(shown([{ ...of("c7"), exact: "0.1" }])).toEqual(["world", "c3", "c7", "none"]);
    expect(shown([{ asset: "btc", exact: "0.1", of: of("c9") }])).toEqual(["world", "c3", "c9", "none"]);
  });
});
