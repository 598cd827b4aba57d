import { produce } from "immer";
import { describe, expect, it } from "vitest";

import type { BallastDocument, Classification } from "../../../../wasm/planner/planner.js";
import * as edits from "../../../../web/app/classifications/edits.js";
import { findClass, idsWithin, pathName, placedClasses } from "../../../../web/shared/classification/class-tree.js";
import { aDocument } from "../support/documents.js";
import { aRuleDocument, aType, rulesOf } from "../support/rule-documents.js";

/** "coin(payment platform) fund" */
function tree(classification: Pick<Classification, "classes">): string {
  const words = (classes: Classification["classes"]): string =>
    classes.map(({ id, classes: below }) => (below === undefined ? id : `${id}(${words(below)})`)).join(" ");
  return words(classification.classes);
}

function changed(edit: (classification: Classification) => void): string {
  return tree(produce(aType(), edit));
}

describe("the tree", () => {
  it("knows depth, parent, path and place of every class", () => {
    expect(
      placedClasses(aType()).map((placed) => [placed.class.id, placed.depth, placed.parent?.id, placed.pointer]),
    ).toEqual([
      ["coin", 0, undefined, "/classes/0"],
      ["payment", 1, "coin", "/classes/0/classes/0"],
      ["platform", 1, "coin", "/classes/0/classes/1"],
      ["fund", 0, undefined, "/classes/1"],
    ]);
    const payment = findClass(aType(), "payment");
    expect(payment === undefined ? "" : pathName(payment)).toBe("Coin › Payment");
    expect(idsWithin(aType().classes[0] ?? { id: "", name: "" })).toEqual(["coin", "payment", "platform"]);
  });
});

describe("classes", () => {
  it("are added at the top or below one, under a free id", () => {
    expect(changed((draft) => void edits.addClass(draft, null))).toBe("coin(payment platform) fund class");
    expect(changed((draft) => void edits.addClass(draft, "fund"))).toBe("coin(payment platform) fund(class)");
    const twice = produce(aType(), (draft) => {
      edits.addClass(draft, null);
      edits.addClass(draft, "coin");
    });
    expect(tree(twice)).toBe("coin(payment platform class-2) fund class");
  });

  it("of tiers have a threshold", () => {
    const tiers: Classification = { id: "tier", name: "Tier", kind: "market_cap", classes: [] };
    expect(edits.addClass(tiers, null)).toMatchObject({ at_least: "0" });
  });

  it("move among their neighbours, and not past the ends", () => {
    expect(changed((draft) => edits.moveClass(draft, "fund", -1))).toBe("fund coin(payment platform)");
    expect(changed((draft) => edits.moveClass(draft, "fund", 1))).toBe("coin(payment platform) fund");
    expect(changed((draft) => edits.moveClass(draft, "payment", 1))).toBe("coin(platform payment) fund");
    expect(changed((draft) => edits.moveClass(draft, "nobody", 1))).toBe("coin(payment platform) fund");
  });

  it("move in and out", () => {
    expect(changed((draft) => edits.nestClass(draft, "fund"))).toBe("coin(payment platform fund)");
    expect(changed((draft) => edits.nestClass(draft, "coin"))).toBe("coin(payment platform) fund");
    expect(changed((draft) => edits.unnestClass(draft, "payment"))).toBe("coin(platform) payment fund");
    expect(changed((draft) => edits.unnestClass(draft, "fund"))).toBe("coin(payment platform) fund");
    const bare = produce(aType(), (draft) => {
      edits.unnestClass(draft, "payment");
      edits.unnestClass(draft, "platform");
    });
    expect(tree(bare)).toBe("coin platform payment fund");
  });

  it("are renamed, and get thresholds", () => {
    const after = produce(aType(), (draft) => {
      edits.setClassText(draft, "platform", "name", "");
      edits.setClassText(draft, "fund", "at_least", "1e9");
    });
    expect(findClass(after, "platform")?.class.name).toBe("");
    expect(findClass(after, "fund")?.class.at_least).toBe("1e9");
  });

  it("take those below them along when they go, with rules and memberships", () => {
    const of = { classification: "type", class: "payment" };
    const before = aRuleDocument({ rules: [{ ...of, exact: "0.1" }] });
    const after = produce(before, (draft) => edits.removeClass(draft, "type", "coin"));
    const [type] = after.classifications ?? [];
    expect(type === undefined ? "" : tree(type)).toBe("fund");
    expect(type?.members).toEqual([{ asset: "eth", class: "fund", share: "0.4" }]);
    expect(rulesOf(after).rules).toEqual([]);
  });

  it("that were the last below one leave no empty list", () => {
    const after = produce(aRuleDocument(), (draft) => {
      edits.removeClass(draft, "type", "payment");
      edits.removeClass(draft, "type", "platform");
    });
    expect(after.classifications?.[0]?.classes[0]).toEqual({ id: "coin", name: "Coin" });
  });
});

describe("classifications", () => {
  it("are added under a free id and removed without a trace", () => {
    const document = aDocument();
    edits.addClassification(document, aType());
    edits.addClassification(document, aType());
    edits.addClassification(document, edits.customClassification(document));
    expect(document.classifications?.map(({ id }) => id)).toEqual(["type", "type-2", "own"]);
    for (const id of ["type", "own", "type-2", "type-2"]) edits.removeClassification(document, id);
    expect(document).toEqual(aDocument());
  });

  it("take another's place: rules stay where the class is still there, assets where the file says nothing", () => {
    const rule = (id: string) => ({ classification: "type", class: id, exact: "0.1" });
    const document = aRuleDocument({ rules: [rule("fund"), rule("payment")] });
    const given: Classification = {
      id: "other",
      name: "New type",
      classes: [
        { id: "fund", name: "Fund" },
        { id: "platform", name: "Platform" },
      ],
      members: [{ asset: "btc", class: "platform" }],
    };
    const after: BallastDocument = produce(document, (draft) => edits.replaceClassification(draft, "type", given));
    expect(after.classifications).toEqual([
      {
        ...given,
        id: "type",
        members: [
          { asset: "eth", class: "platform", share: "0.6" },
          { asset: "eth", class: "fund", share: "0.4" },
          { asset: "btc", class: "platform" },
        ],
      },
    ]);
    expect(rulesOf(after).rules).toEqual([rule("fund")]);
  });
});

describe("who is in which class", () => {
  it("is set in the place where it stood, and taken away", () => {
    const type = aType();
    edits.setShares(type, "btc", [{ class: "fund" }]);
    edits.setShares(type, "eth", []);
    edits.setShares(type, "new", [{ class: "coin", share: "0.5" }]);
    expect(type.members).toEqual([
      { asset: "btc", class: "fund" },
      { asset: "new", class: "coin", share: "0.5" },
    ]);
    edits.setShares(type, "btc", []);
    edits.setShares(type, "new", []);
    expect(type.members).toBeUndefined();
  });

  it("holds for cash too", () => {
    const type = aType();
    edits.setShares(type, null, [{ class: "fund" }]);
    expect(edits.sharesOf(type, null)).toEqual([{ class: "fund" }]);
    edits.setShareText(type, null, 0, "0.5");
    expect(type.cash_members).toEqual([{ class: "fund", share: "0.5" }]);
    edits.setShares(type, null, []);
    expect(type.cash_members).toBeUndefined();
  });

  it("is in no class on purpose, and stays so when classes go", () => {
    const type = aType();
    edits.setShares(type, "btc", [{ class: null }]);
    edits.setShares(type, "eth", [
      { class: "coin", share: "0.6" },
      { class: null, share: "0.4" },
    ]);
    edits.setShares(type, null, [{ class: null }]);
    const document = aDocument({ classifications: [type] });
    edits.removeClass(document, type.id, "coin");
    expect(document.classifications?.[0]).toMatchObject({
      members: [
        { asset: "btc", class: null },
        { asset: "eth", class: null, share: "0.4" },
      ],
      cash_members: [{ class: null }],
    });
  });

  it("finds and changes single shares", () => {
    const type = aType();
    expect(edits.sharePlaces(type, "eth")).toEqual([1, 2]);
    edits.setShareText(type, "eth", 2, "abc");
    expect(edits.sharesOf(type, "eth").map(({ share }) => share)).toEqual(["0.6", "abc"]);
  });

  it.each([
    [["0.6", "0.3"], "0.1"],
    [["0.6", "0.4"], "0"],
    [["0.6", "0.5"], undefined],
    [["abc"], undefined],
    [[], "1"],
    [["0.123456789012345678"], "0.876543210987654322"],
  ])("shares of %o leave %s unclassified", (shares, rest) => {
    expect(edits.unclassifiedRest(shares.map((share) => ({ class: "x", share })))).toBe(rest);
  });
});

describe("figures of assets", () => {
  it("are kept as typed, and gone when emptied", () => {
    const document = aDocument();
    edits.setFact(document, "btc", "market_cap", "2e12");
    edits.setFact(document, "btc", "annual_volatility", "0.6");
    edits.setFact(document, "nobody", "market_cap", "1");
    expect(document.assets[0]).toMatchObject({ market_cap: "2e12", annual_volatility: "0.6" });
    edits.setFact(document, "btc", "market_cap", "");
    edits.setFact(document, "btc", "annual_volatility", "");
    expect(document).toEqual(aDocument());
  });
});
