import { describe, expect, it } from "vitest";

import type { Classification, ClassRow, Plan, Summary } from "../../../../wasm/planner/planner.js";
import { isTop } from "../../../../web/app/compare/class-levels.js";
import { classTables } from "../../../../web/app/compare/class-tables.js";
import { classChanges } from "../../../../web/app/plan/class-changes.js";
import { aDocument, aPlan, aSummary } from "../support/documents.js";
import { templateText, wordsOf } from "../support/template-text.js";

const type: Classification = {
  id: "type",
  name: "Type",
  classes: [
    { id: "coin", name: "Coin", classes: [{ id: "old", name: "Old coin" }] },
    { id: "fund", name: "Fund" },
    { id: "empty", name: "Empty" },
  ],
};
const document = aDocument({ classifications: [type] });
const band = { low: "0.5", high: "0.7" };

function row(id: string | null, more: Partial<ClassRow> = {}): ClassRow {
  return {
    classification: "type",
    class: id,
    value: "10",
    weight: "0.4",
    target: "0.6",
    difference: "-0.2",
    band: null,
    outside_band: false,
    outside_by: null,
    ...more,
  };
}

function summary(...classes: ClassRow[]): Summary {
  return { ...aSummary({}), classes };
}

const folded = { all: false, set: () => undefined };
const unfolded = { all: true, set: () => undefined };
const nothingThere = { value: "0", weight: "0", target: "0", difference: "0" };

describe("tables by class", () => {
  const rows = [
    row("coin", { band, outside_band: true, outside_by: "-0.1" }),
    row("old"),
    row("fund", { weight: "0.2" }),
    row("empty", nothingThere),
    row(null, nothingThere),
  ];

  it("are one for each classification, with figures, bands and what is outside; empty classes are left out", () => {
    const words = wordsOf(classTables(document, summary(...rows), folded));
    expect(words).toContain("Coin 40.0 % 10.00 60.0 % \u221220.0 pp 10.0 pp below 50.0 % – 70.0 %");
    expect(words).toContain("Fund 20.0 % 10.00 60.0 % \u221220.0 pp no band");
    expect(words).not.toMatch(/Old coin|Empty|Unclassified/);
  });

  it("show what is below the top level when asked to, and always where it has a band of its own", () => {
    expect(wordsOf(classTables(document, summary(...rows), unfolded))).toContain("Old coin");
    const banded = [row("coin"), row("old", { band }), row("fund")];
    expect(wordsOf(classTables(document, summary(...banded), folded))).toContain("Old coin");
  });

  it("say what is unclassified as soon as there is something", () => {
    expect(wordsOf(classTables(document, summary(row("coin"), row(null)), folded))).toContain("Unclassified 40.0 %");
  });

  it("are not there without classifications, and without figures for them", () => {
    expect(templateText(classTables(aDocument(), summary(), folded))).toBe("");
    expect(templateText(classTables(document, summary(), folded)).trim()).toBe("");
  });

  it("know the top level", () => {
    expect(["coin", "old", null].map((id) => isTop(type, id))).toEqual([true, false, true]);
  });
});

describe("a plan by class", () => {
  const change = (id: string | null, more: Partial<Plan["classes"][number]> = {}): Plan["classes"][number] => ({
    classification: "type",
    class: id,
    value_before: "40",
    value_after: "60",
    before: "0.4",
    target: "0.6",
    after: "0.59",
    band,
    outside_before: true,
    outside_after: false,
    ...more,
  });

  it("says where each class stood, should be and ends, and whether it is inside its band again", () => {
    const plan = aPlan({
      classes: [
        change("coin"),
        change("fund", { outside_after: true }),
        change("empty", { band: null, outside_before: false }),
      ],
    });
    const words = wordsOf(classChanges(document, plan, folded));
    expect(words).toContain("Coin 40.0 % 59.0 % 60.0 % inside again 50.0 % – 70.0 %");
    expect(words).toContain("Fund 40.0 % 59.0 % 60.0 % still outside 50.0 % – 70.0 %");
    expect(words).toContain("Empty 40.0 % 59.0 % 60.0 % no band");
  });

  it("is not there without classifications", () => {
    expect(templateText(classChanges(aDocument(), aPlan({ classes: [] }), folded))).toBe("");
  });
});
