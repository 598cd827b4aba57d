import { describe, expect, it } from "vitest";

import { givenTargets, weightPolicy } from "../../../../web/shared/policy-kind.js";
import * as edits from "../../../../web/app/targets/edits.js";
import { addDecimals } from "../../../../web/shared/decimal-text.js";
import { aDocument } from "../support/documents.js";

function manyAssets(count: number) {
  return aDocument({
    assets: Array.from({ length: count }, (_, place) => ({ id: `a${place}`, symbol: `A${place}`, price: "1" })),
  });
}

describe("equal weights", () => {
  it.each([1, 2, 3, 6, 7, 200, 333, 999, 3000])("of %i assets sum to exactly 1", (count) => {
    const targets = edits.equalTargets(manyAssets(count));
    expect(targets).toHaveLength(count);
    expect(targets.map(({ weight }) => weight).reduce(addDecimals)).toBe("1");
  });

  it("leave out what cannot be bought", () => {
    const document = aDocument({
      assets: [
        { id: "a", symbol: "A", price: "0" },
        { id: "b", symbol: "B", price: "1" },
      ],
    });
    expect(edits.equalTargets(document)).toEqual([{ asset: "b", weight: "1" }]);
    expect(edits.equalTargets(aDocument({ assets: [] }))).toEqual([]);
  });
});

describe("current weights", () => {
  it("are cut, never rounded up, and keep two digits of what is small", () => {
    expect(edits.cutShare("0.323076923077")).toBe("0.323");
    expect(edits.cutShare("0.000012345")).toBe("0.000012");
    expect(edits.cutShare("1")).toBe("1");
    expect(edits.cutShare("0")).toBe("0");
    expect(edits.cutShare("0.5")).toBe("0.5");
  });

  it("leave cash and what is not held to the rest", () => {
    const rows = [
      { asset: "btc", weight: "0.75" },
      { asset: "eth", weight: "0" },
      { asset: null, weight: "0.25" },
    ];
    expect(edits.currentTargets(rows)).toEqual([{ asset: "btc", weight: "0.75" }]);
  });
});

describe("changes", () => {
  it("make a target when there is something to say, and keep it in its place", () => {
    const document = aDocument();
    edits.setTarget(document, "eth", "0");
    expect(givenTargets(document)).toHaveLength(1);
    edits.setTarget(document, "eth", "0.25");
    edits.setTarget(document, "btc", "0");
    expect(givenTargets(document)).toEqual([
      { asset: "btc", weight: "0" },
      { asset: "eth", weight: "0.25" },
    ]);
  });

  it("keep a row's own band when weights are set anew", () => {
    const document = aDocument();
    edits.setBand(document, "eth", { kind: "none" });
    edits.setCashWeight(document, "0.1");
    edits.replaceTargets(document, [{ asset: "btc", weight: "1" }]);
    expect(givenTargets(document)).toEqual([
      { asset: "btc", weight: "1" },
      { asset: "eth", weight: "0", band: { kind: "none" } },
    ]);
    expect(weightPolicy(document)?.cash_weight).toBeUndefined();
  });

  it("set and take away bands, of cash too", () => {
    const document = aDocument();
    edits.setBand(document, "btc", edits.bandOf("relative"));
    edits.setBand(document, null, edits.bandOf("absolute"));
    edits.setOverallBand(document, { kind: "five_twenty_five" });
    expect(document.policy).toMatchObject({
      band: { kind: "five_twenty_five" },
      cash_band: { kind: "absolute", width: "0.05" },
      targets: [{ asset: "btc", band: { kind: "relative", width: "0.2" } }],
    });
    edits.setBand(document, "btc", undefined);
    edits.setBand(document, null, undefined);
    edits.setOverallBand(document, { kind: "none" });
    expect(document.policy).toEqual({ targets: [{ asset: "btc", weight: "0.5" }] });
  });

  it("step exactly and not below nothing", () => {
    expect(edits.stepped("0.1", "0.01")).toBe("0.11");
    expect(edits.stepped("0.005", "-0.01")).toBe("0");
    expect(edits.stepped("abc", "0.01")).toBe("0.01");
  });
});
