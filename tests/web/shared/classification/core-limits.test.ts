/** A file that is taken must not leave a document which the core refuses to read. */
import { describe, expect, it } from "vitest";

import type { AssetClass, BallastDocument } from "../../../../wasm/planner/planner.js";
import { createPlanner } from "../../../../wasm/planner/planner.mjs";
import { readClassification } from "../../../../web/shared/classification/read-classification.js";
import { aDocument } from "../../app/support/documents.js";

const planner = await createPlanner();

const ours = (name: string, classes: readonly AssetClass[], id = "x"): string =>
  JSON.stringify({ format: "ballast-classification", version: 1, classification: { id, name, classes } });
const theirs = (name: string, categories: readonly object[]): string => JSON.stringify({ name, categories });

const nested = (depth: number): AssetClass[] => [
  { id: `c${String(depth)}`, name: "C", ...(depth > 1 ? { classes: nested(depth - 1) } : {}) },
];
const nestedTheirs = (depth: number): object[] => [
  { name: "C", ...(depth > 1 ? { children: nestedTheirs(depth - 1) } : {}) },
];

/** Null: the file is refused; else whether the core can read the document that it goes into. */
function fits(text: string): boolean | null {
  const read = readClassification(text, []);
  if (!read.ok) return null;
  const document: BallastDocument = { ...aDocument(), classifications: [read.value] };
  return planner.validate(document).ok;
}

describe("a file of a classification", () => {
  it("is refused where its classes lie deeper than the core reads, and taken up to there", () => {
    for (const file of [
      (depth: number) => ours("X", nested(depth)),
      (depth: number) => theirs("X", nestedTheirs(depth)),
    ]) {
      const depths = Array.from({ length: 25 }, (_, place) => fits(file(place + 1)));
      expect(depths).not.toContain(false);
      expect(depths.slice(0, 12)).not.toContain(null);
      expect(depths.at(-1)).toBe(null);
    }
  });

  it("is refused where a text is longer than the core reads, counted in bytes", () => {
    const long = "n".repeat(201);
    const wide = "é".repeat(101);
    const right = "n".repeat(200);
    for (const text of [long, wide]) {
      expect(fits(ours(text, [{ id: "a", name: "A" }]))).toBe(null);
      expect(fits(ours("X", [{ id: "a", name: "A" }], text))).toBe(null);
      expect(fits(ours("X", [{ id: text, name: "A" }]))).toBe(null);
      expect(fits(ours("X", [{ id: "a", name: text }]))).toBe(null);
      expect(fits(theirs(text, [{ name: "A" }]))).toBe(null);
      expect(fits(theirs("X", [{ name: text, key: "a" }]))).toBe(null);
      expect(fits(theirs("X", [{ name: "A", key: text }]))).toBe(null);
    }
    expect(fits(ours(right, [{ id: right, name: right }], right))).toBe(true);
    expect(fits(theirs(right, [{ name: right, key: right }]))).toBe(true);
    // The id is made from the name.
    expect(fits(theirs(right, [{ name: right }, { name: right }]))).toBe(true);
  });
});
