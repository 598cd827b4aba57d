import { describe, expect, it } from "vitest";

import { blankDocument } from "../../../../web/app/state/blank.js";
import { isDrawable, isWorkspace } from "../../../../web/app/state/workspace-shape.js";
import { aDocument } from "../support/documents.js";
import { aRuleDocument, aType } from "../support/rule-documents.js";

describe("what the screens can draw", () => {
  it("includes documents with mistakes in their texts", () => {
    const document = aDocument();
    const [asset] = document.assets;
    if (asset !== undefined) asset.price = "abc";
    expect(isDrawable(document)).toBe(true);
    expect(isDrawable(blankDocument())).toBe(true);
    expect(isWorkspace({ document, request: {} })).toBe(true);
  });

  it.each([
    ["nothing", null],
    ["a text", "ballast"],
    ["a newer version", { ...aDocument(), version: 2 }],
    ["another format", { ...aDocument(), format: "other" }],
    ["assets that are no list", { ...aDocument(), assets: {} }],
    ["a price that is a number", { ...aDocument(), assets: [{ id: "a", symbol: "A", price: 5 }] }],
    ["an account without holdings", { ...aDocument(), accounts: [{ id: "m" }] }],
    ["no policy", { ...aDocument(), policy: undefined }],
    ["a band that is a text", { ...aDocument(), policy: { targets: [], band: "5/25" } }],
    ["a title that is an object", { ...aDocument(), title: {} }],
    ["no currency", { ...aDocument(), base_currency: undefined }],
    ["a currency without digits", { ...aDocument(), base_currency: { code: "XAU" } }],
    ["a currency with impossible digits", { ...aDocument(), base_currency: { code: "XAU", minor_unit_digits: 101 } }],
  ])("leaves out %s", (_name, value) => {
    expect(isDrawable(value)).toBe(false);
  });

  it("includes rules and classifications, with mistakes in their texts", () => {
    const reference = { classification: "gone", class: "gone" };
    const document = aRuleDocument({
      prior: { kind: "given", weights: [{ asset: null, weight: "abc" }] },
      rules: [
        { ...reference, exact: "x", of: reference },
        { asset: null, least: "1", most: "0", locked: true },
      ],
      largest: 3,
      most_per_asset: "?",
      asset_bands: [{ asset: "btc", band: { kind: "none" } }],
      class_bands: [{ ...reference, band: { kind: "absolute", width: "x" } }],
    });
    expect(isDrawable(document)).toBe(true);
    expect(isDrawable({ ...document, policy: { ...document.policy, prior: { kind: "unheard of" } } })).toBe(true);
  });

  it.each([
    ["rules without a prior", { rules: [] }],
    ["a prior without rules", { prior: { kind: "equal" } }],
    ["given parts that are no list", { prior: { kind: "given" }, rules: [] }],
    ["a rule about nothing", { prior: { kind: "equal" }, rules: [{ exact: "1" }] }],
    ["a rule of half a class", { prior: { kind: "equal" }, rules: [{ asset: null, exact: "1", of: { class: "x" } }] }],
    ["a share that is a number", { prior: { kind: "equal" }, rules: [{ asset: null, exact: 1 }] }],
    ["a band of no class", { prior: { kind: "equal" }, rules: [], class_bands: [{ band: { kind: "none" } }] }],
    [
      "a band of an asset without a kind",
      { prior: { kind: "equal" }, rules: [], asset_bands: [{ asset: "a", band: {} }] },
    ],
  ])("leaves out %s", (_name, policy) => {
    expect(isDrawable({ ...aDocument(), policy })).toBe(false);
  });

  it.each([
    ["that are no list", {}],
    ["without classes", [{ id: "a", name: "A" }]],
    ["with a class that is a text", [{ id: "a", name: "A", classes: ["x"] }]],
    ["with a threshold that is a number", [{ id: "a", name: "A", classes: [{ id: "x", name: "X", at_least: 5 }] }]],
    ["with a member of no asset", [{ ...aType(), members: [{ class: "coin" }] }]],
    ["with a share that is a number", [{ ...aType(), cash_members: [{ class: "coin", share: 1 }] }]],
  ])("leaves out classifications %s", (_name, classifications) => {
    expect(isDrawable({ ...aDocument(), classifications })).toBe(false);
  });

  it("knows ticks, and leaves out what only looks like them", () => {
    const workspace = { document: aDocument(), request: {} };
    expect(isWorkspace({ ...workspace, ticked: { trades: ["x"], done: [0] } })).toBe(true);
    for (const ticked of [null, [], "x", {}, { trades: [1], done: [] }, { trades: [], done: ["0"] }]) {
      expect(isWorkspace({ ...workspace, ticked })).toBe(false);
    }
  });
});
