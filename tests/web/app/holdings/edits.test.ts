import { describe, expect, it } from "vitest";

import { givenTargets } from "../../../../web/shared/policy-kind.js";
import * as edits from "../../../../web/app/holdings/edits.js";
import { isBlock, layOut } from "../../../../web/app/holdings/paste-cells.js";
import { aDocument } from "../support/documents.js";

describe("rows", () => {
  it("are made by typing into the one after the last", () => {
    const document = aDocument();
    const holding = edits.holdingAt(document, 0, 2);
    expect(document.accounts[0]?.holdings).toHaveLength(3);
    expect(document.assets.at(-1)).toEqual({ id: holding?.asset, symbol: "", price: "" });
  });

  it("take over an asset that another account already holds", () => {
    const document = aDocument();
    edits.addAccount(document);
    const holding = edits.holdingAt(document, 1, 0);
    const asset = document.assets.find(({ id }) => id === holding?.asset);
    if (asset !== undefined) edits.setAssetText(asset, "symbol", " btc");
    expect(edits.adoptKnownAsset(document, 1, 0)).toBe(true);
    expect(document.accounts[1]?.holdings).toEqual([{ asset: "btc", quantity: "" }]);
    expect(document.assets).toHaveLength(2);
  });

  it("keep an asset of their own where the account already has that symbol, or a price was typed", () => {
    const document = aDocument();
    const again = edits.holdingAt(document, 0, 2);
    const asset = document.assets.find(({ id }) => id === again?.asset);
    if (asset !== undefined) edits.setAssetText(asset, "symbol", "BTC");
    expect(edits.adoptKnownAsset(document, 0, 2)).toBe(false);
  });

  it("that were begun and emptied again are blank", () => {
    const document = aDocument();
    edits.holdingAt(document, 0, 2);
    expect(edits.isBlankRow(document, 0, 2)).toBe(true);
    expect(edits.isBlankRow(document, 0, 0)).toBe(false);
    const begun = document.assets.at(-1);
    if (begun !== undefined) edits.setAssetText(begun, "quantity_step", "0");
    expect(edits.isBlankRow(document, 0, 2)).toBe(false);
  });

  it("take their asset with them only when nothing else needs it", () => {
    const document = aDocument();
    edits.removeHolding(document, 0, 1);
    expect(document.assets.map(({ id }) => id)).toEqual(["btc"]);
    edits.removeHolding(document, 0, 0);
    expect(document.assets.map(({ id }) => id)).toEqual(["btc"]);
    expect(givenTargets(document)).toHaveLength(1);
  });
});

describe("fields", () => {
  it("that are optional disappear when emptied", () => {
    const document = aDocument();
    const [asset] = document.assets;
    if (asset === undefined) throw new Error("no rows");
    edits.setAssetText(asset, "name", "");
    edits.setAssetText(asset, "quantity_step", "1");
    edits.setAssetText(asset, "quantity_step", "");
    edits.setPermission(asset, "may_buy", false);
    edits.setPermission(asset, "may_buy", true);
    expect(asset).toEqual({ id: "btc", symbol: "BTC", price: "100" });
  });

  it("keep what cannot be read", () => {
    const document = aDocument();
    const [asset] = document.assets;
    if (asset !== undefined) edits.setAssetText(asset, "price", "abc");
    expect(asset?.price).toBe("abc");
  });

  it("drop the date of a price that is typed anew", () => {
    const document = aDocument();
    const [asset] = document.assets;
    if (asset === undefined) throw new Error("no asset");
    asset.price_date = "2026-01-01";
    edits.setAssetText(asset, "price", "101");
    expect(asset.price_date).toBeUndefined();
  });
});

describe("accounts", () => {
  it("are added under a free name and removed with what only they held", () => {
    const document = aDocument();
    edits.addAccount(document);
    edits.holdingAt(document, 1, 0);
    expect(document.accounts[1]).toMatchObject({ id: "account-2", name: "Account 2" });
    edits.removeAccount(document, 1);
    expect(document.assets).toHaveLength(2);
    expect(document.accounts).toHaveLength(1);
  });
});

describe("a pasted block", () => {
  it("is told from a word", () => {
    expect(isBlock("BTC\t1\t2")).toBe(true);
    expect(isBlock("BTC\nETH")).toBe(true);
    expect(isBlock("BTC\r\n")).toBe(false);
    expect(isBlock("Bitcoin Cash")).toBe(false);
  });

  it("passes the names over where the second column is all numbers", () => {
    expect(
      layOut("VT\t10\t120.5\r\nBND\t20\t75\r\n", "symbol").map(({ row, column, text }) => [row, column, text]),
    ).toEqual([
      [0, "symbol", "VT"],
      [0, "quantity", "10"],
      [0, "price", "120.5"],
      [1, "symbol", "BND"],
      [1, "quantity", "20"],
      [1, "price", "75"],
    ]);
    expect(layOut("VT\tWorld\t10", "symbol").map(({ column }) => column)).toEqual(["symbol", "name", "quantity"]);
  });

  it("goes to the right of where it is pasted, and drops what has no column", () => {
    expect(layOut("1\t2\t3\t4\t5\t6", "price").map(({ column }) => column)).toEqual([
      "price",
      "quantity_step",
      "locked_quantity",
    ]);
  });

  it("fills rows, makes new ones, and holds known assets under their own id", () => {
    const document = aDocument();
    edits.addAccount(document);
    edits.fillRows(document, 1, 0, layOut("btc\t3\nSOL\t4\t1,234.5", "symbol"));
    expect(document.accounts[1]?.holdings).toEqual([
      { asset: "btc", quantity: "3" },
      { asset: document.assets[2]?.id, quantity: "4" },
    ]);
    expect(document.assets[2]).toMatchObject({ symbol: "SOL", price: "1234.5" });
    edits.fillRows(document, 0, 0, layOut("7\n8", "quantity"));
    expect(document.accounts[0]?.holdings.map(({ quantity }) => quantity)).toEqual(["7", "8"]);
  });
});
