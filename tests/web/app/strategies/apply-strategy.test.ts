import { produce } from "immer";
import { describe, expect, it } from "vitest";

import type { BallastDocument } from "../../../../wasm/planner/planner.js";
import { applyStrategy, missingClasses } from "../../../../web/app/strategies/apply-strategy.js";
import type { Strategy } from "../../../../web/app/strategies/strategy.js";
import { aDocument } from "../support/documents.js";
import { aStrategy, builtIn, fill } from "./strategies.js";

/** As the session does it. */
function applied(document: BallastDocument, strategy: Strategy): BallastDocument {
  return produce(document, (draft) => applyStrategy(draft, strategy, builtIn, fill));
}

describe("using a strategy", () => {
  it("adds the classifications it speaks of, filled, and puts its rules in place of the targets", () => {
    const after = applied(aDocument(), aStrategy());
    expect(after.classifications).toEqual([
      {
        ...builtIn[0],
        members: [
          { asset: "btc", class: "payment" },
          { asset: "eth", class: "utility" },
        ],
        cash_members: [{ class: "cash" }],
      },
    ]);
    expect(after.policy).toEqual(aStrategy().policy);
  });

  it("leaves holdings, prices and what it does not speak of alone", () => {
    const before = aDocument({ classifications: [{ id: "own", name: "Own", classes: [] }] });
    const after = applied(before, aStrategy({ classifications: [], policy: { prior: { kind: "equal" }, rules: [] } }));
    expect({ ...after, policy: null }).toEqual({ ...before, policy: null });
  });

  it("keeps a person's own classes, and adds only those that rules need", () => {
    const own = { id: "type", name: "My types", classes: [{ id: "fun", name: "Fun" }], members: [] };
    const after = applied(aDocument({ classifications: [own] }), aStrategy());
    expect(after.classifications).toEqual([
      {
        ...own,
        classes: [
          { id: "fun", name: "Fun" },
          { id: "payment", name: "Payment" },
        ],
      },
    ]);
  });

  it("keeps bands: for all, of cash, of classes and of single assets", () => {
    const band = { kind: "absolute", width: "0.02" } as const;
    const after = applied(
      aDocument({
        policy: {
          targets: [{ asset: "btc", weight: "0.5", band }],
          cash_weight: "0.5",
          band: { kind: "five_twenty_five" },
          cash_band: band,
        },
      }),
      aStrategy(),
    );
    expect(after.policy).toEqual({
      ...aStrategy().policy,
      band: { kind: "five_twenty_five" },
      cash_band: band,
      asset_bands: [{ asset: "btc", band }],
    });
  });

  it("takes the strategy's own bands before the document's", () => {
    const band = { kind: "relative", width: "0.1" } as const;
    const before = aDocument({ policy: { targets: [], band: { kind: "five_twenty_five" } } });
    expect(applied(before, aStrategy({ policy: { ...aStrategy().policy, band } })).policy.band).toEqual(band);
  });

  it("can be done twice, and never changes the library", () => {
    const strategy = aStrategy();
    const once = applied(aDocument(), strategy);
    expect(applied(once, strategy)).toEqual(once);
    expect(strategy).toEqual(aStrategy());
    expect(Object.isFrozen(strategy.policy.rules)).toBe(false);
    expect(Object.isFrozen(builtIn[0]?.classes)).toBe(false);
  });
});

describe("classes that are nowhere", () => {
  const strategy = aStrategy({
    policy: {
      prior: { kind: "equal" },
      rules: [
        { classification: "type", class: "payment", exact: "0.1", of: { classification: "tier", class: "tiny" } },
        { classification: "colour", class: "red", most: "0.1" },
      ],
    },
  });

  it("are named", () => {
    expect(missingClasses(aStrategy(), builtIn, null)).toEqual([]);
    expect(missingClasses(strategy, builtIn, null)).toEqual(["tier/tiny", "colour/red"]);
  });

  it("may be in the document instead", () => {
    const document = aDocument({ classifications: [{ id: "colour", name: "", classes: [{ id: "red", name: "" }] }] });
    expect(missingClasses(strategy, builtIn, document)).toEqual(["tier/tiny"]);
  });
});
