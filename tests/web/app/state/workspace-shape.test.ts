import { describe, expect, it } from "vitest";

import { blankDocument } from "../../../../web/app/state/blank.js";
import { isDrawable, isWorkspace } from "../../../../web/app/state/workspace-shape.js";
import { aDocument } from "../support/documents.js";

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

  it("knows ticks, and leaves out what only looks like them", () => {
    const workspace = { document: aDocument(), request: {} };
    expect(isWorkspace({ ...workspace, ticked: { trades: ["x"], done: [0] } })).toBe(true);
    for (const ticked of [null, [], "x", {}, { trades: [1], done: [] }, { trades: [], done: ["0"] }]) {
      expect(isWorkspace({ ...workspace, ticked })).toBe(false);
    }
  });
});
