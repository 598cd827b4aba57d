import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { squarify, type Box } from "../../../../web/app/analysis/squarify.js";

const within: Box = { x: 10, y: 20, width: 600, height: 400 };
const areaOf = ({ width, height }: Box) => width * height;

function overlap(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0 && down > 0 ? across * down : 0;
}

describe("squarify", () => {
  it("makes the published example: 6, 6, 4, 3, 2, 2, 1 in 6 by 4", () => {
    const boxes = squarify([6, 6, 4, 3, 2, 2, 1], { x: 0, y: 0, width: 6, height: 4 });
    // Bruls, Huizing and van Wijk, figure 5: two of 3 by 2 at the left, then 4 and 3 above, then 2, 1 and 2.
    expect(boxes.slice(0, 2)).toEqual([
      { x: 0, y: 0, width: 3, height: 2 },
      { x: 0, y: 2, width: 3, height: 2 },
    ]);
    expect(boxes[2]?.height).toBeCloseTo(7 / 3, 9);
    expect(boxes[2]?.width).toBeCloseTo(12 / 7, 9);
    expect(boxes[3]?.width).toBeCloseTo(9 / 7, 9);
  });

  it("keeps areas in proportion, inside, without overlap", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 40 }), (unsorted) => {
        const areas = unsorted.toSorted((a, b) => b - a);
        const sum = areas.reduce((total, area) => total + area, 0);
        const boxes = squarify(areas, within);
        expect(boxes).toHaveLength(areas.length);
        boxes.forEach((box, at) => {
          expect(areaOf(box)).toBeCloseTo(sum === 0 ? 0 : ((areas[at] ?? 0) / sum) * areaOf(within), 4);
          expect(box.x).toBeGreaterThanOrEqual(within.x - 1e-6);
          expect(box.y).toBeGreaterThanOrEqual(within.y - 1e-6);
          expect(box.x + box.width).toBeLessThanOrEqual(within.x + within.width + 1e-6);
          expect(box.y + box.height).toBeLessThanOrEqual(within.y + within.height + 1e-6);
        });
        for (let a = 0; a < boxes.length; a += 1) {
          for (let b = a + 1; b < boxes.length; b += 1) {
            expect(overlap(boxes[a] as Box, boxes[b] as Box)).toBeLessThan(1e-3);
          }
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it("has nothing to place in no room, and of no areas", () => {
    expect(squarify([], within)).toEqual([]);
    expect(squarify([1, 2], { ...within, width: 0 }).every((box) => areaOf(box) === 0)).toBe(true);
    expect(squarify([0, 0], within).every((box) => areaOf(box) === 0)).toBe(true);
  });
});
