import { describe, expect, it } from "vitest";

import type { Problem } from "../../../../wasm/planner/planner.js";
import { fileName } from "../../../../web/app/parts/download.js";
import { placeOf, problemSentence, unplacedProblems } from "../../../../web/app/parts/problem-place.js";
import { ProblemIndex, problemText, shortened } from "../../../../web/app/parts/problems.js";
import { withoutDirectionMarks } from "../../../../web/app/text/direction-marks.js";
import { aDocument } from "../support/documents.js";

function problem(pointer: string, more: Partial<Problem> = {}): Problem {
  return { code: "number/malformed", source: "document", pointer, parameters: {}, message: "From the table.", ...more };
}

describe("a problem's sentence", () => {
  it("is the engine's", () => {
    expect(problemText(problem("/x"), "abc", "number")).toBe("From the table.");
  });

  it("is the page's own where the engine speaks of a form that nobody typed", () => {
    expect(problemText(problem("/x"), "", "number")).toBe("Needs a number.");
    expect(problemText(problem("/x"), "1,234", "number")).toContain("could be 1.234 or 1234");
    const range = problem("/x", { code: "number/out_of_range", parameters: { value: "-0.05", range: "from 0 to 1" } });
    expect(problemText(range, "-0.05", "percent")).toContain("−5\u202f%");
    const sum = problem("/policy/targets", {
      code: "policy/targets_sum",
      parameters: { sum: "1.05", difference: "0.05" },
    });
    expect(problemSentence(sum, "", true)).toBe("they add up to 105\u202f%, 5\u202f% too much.");
  });
});

describe("a problem's place", () => {
  it.each([
    ["/accounts/0/holdings/1/quantity", "holdings", "Quantity of ETH in Main"],
    ["/accounts/0/fees/proportional", "holdings", "Percentage fee of Main"],
    ["/assets/0/price", "holdings", "Price of BTC"],
    ["/policy/targets/0/weight", "targets", "Target of BTC"],
    ["/policy/targets", "targets", "The targets"],
    ["/policy/band/width", "targets", "Band for all"],
    ["/title", "holdings", "Title"],
    ["/assets/99/price", "holdings", "Price of an asset"],
    ["/groups/0/policy/targets/0/weight", "targets", "Target of ETH of Hers"],
    ["/groups/0/accounts", "holdings", "Accounts of Hers"],
    ["/groups/1/name", "holdings", "Name of a group without a name"],
    ["", "holdings", "The document"],
  ])("%s is on %s: %s", (pointer, step, name) => {
    const groups = [
      { id: "g", name: "Hers", accounts: ["main"], policy: { targets: [{ asset: "eth", weight: "x" }] } },
      { id: "h", accounts: ["main"] },
    ];
    expect(placeOf(aDocument({ groups }), pointer)).toMatchObject({ step, name });
  });

  it("is found in the index, alone and from above", () => {
    const index = new ProblemIndex([
      problem("/assets/1/price"),
      problem("/assets/1/price"),
      problem("/assets/10/price"),
    ]);
    expect(index.at("/assets/1/price")).toHaveLength(2);
    expect(index.within("/assets/1")).toHaveLength(2);
    expect(index.at("/assets/2/price")).toEqual([]);
  });

  it("without a field of its own is shown above the tables", () => {
    const all = [problem(""), problem("/assets/0/id"), problem("/assets/0/price"), problem("/policy/targets/0/asset")];
    expect(unplacedProblems(all, "holdings").map(({ pointer }) => pointer)).toEqual(["", "/assets/0/id"]);
    expect(unplacedProblems(all, "targets").map(({ pointer }) => pointer)).toEqual(["/policy/targets/0/asset"]);
  });
});

describe("a person's own words", () => {
  it("are shortened by characters, not in the middle of one", () => {
    expect(shortened("🚢".repeat(50), 5)).toBe("🚢🚢🚢🚢…");
    expect(shortened("short")).toBe("short");
  });

  it("cannot turn a sentence round", () => {
    expect(withoutDirectionMarks("\u202Eevil\u202C is held")).toBe("evil is held");
  });

  it("make file names that any system takes", () => {
    expect(fileName("Früh & Spät / ../x", "trades", "csv")).toBe("fruh-spat-x-trades.csv");
    expect(fileName(undefined, "", "ballast.json")).toBe("portfolio.ballast.json");
    expect(fileName("日本", "plan", "json")).toBe("portfolio-plan.json");
  });
});
