import { expect, it } from "vitest";

import type { CurvePoint } from "../../../../wasm/planner/planner.js";
import { curveChart, placed } from "../../../../web/app/plan/curve-chart.js";
import { templateText } from "../support/template-text.js";

function point(trades: number, misplaced: string): CurvePoint {
  return { trades, objective: "0", misplaced_share: misplaced, turnover: "0", costs: "0", tax: "0" };
}

it("more trades lie further right, less in the wrong place lower", () => {
  const [none, one, two] = placed([point(0, "0.4"), point(1, "0.1"), point(2, "0")]);
  if (none === undefined || one === undefined || two === undefined) throw new Error("a point is missing");
  expect(one.x - none.x).toBeCloseTo(two.x - one.x);
  expect(none.x).toBeLessThan(one.x);
  // Downwards on a screen; a quarter of the way up from the axis.
  expect((two.y - one.y) * 4).toBeCloseTo(two.y - none.y);
});

it("a single point, and one without any drift, are still drawn inside", () => {
  for (const points of [[point(0, "0")], [point(3, "0.2")]]) {
    for (const { x, y } of placed(points)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(100);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(100);
    }
  }
});

it("its words have the figures", () => {
  const text = templateText(curveChart([point(0, "0.4"), point(1, "0.125")])).replaceAll("\u202f", " ");
  expect(text).toContain("In the wrong place by number of trades: 0: 40.0 %, 1: 12.5 %");
});
