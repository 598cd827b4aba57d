import { describe, expect, it } from "vitest";

import { givenTargets } from "../../../../web/shared/policy-kind.js";
import { applyTable, importObstacle } from "../../../../web/app/import/apply-table.js";
import { readTable } from "../../../../web/shared/import/read-table.js";
import { aDocument } from "../support/documents.js";
import { aRuleDocument, rulesOf } from "../support/rule-documents.js";

const table = (text: string) => readTable(text);
const small = table("Symbol,Quantity,Price,Currency\nBTC,2,200,USD\nSOL,3,50,USD\n$CASH-USD,9,1,USD\n");

describe("a table becomes a document", () => {
  it("where there was none", () => {
    const document = applyTable(null, small, { kind: "replace" });
    expect(document.base_currency).toBe("USD");
    expect(document.assets.map(({ symbol, price }) => [symbol, price])).toEqual([
      ["BTC", "200"],
      ["SOL", "50"],
    ]);
    expect(document.accounts).toEqual([
      {
        id: "main",
        name: "Main account",
        cash: "9",
        holdings: [
          { asset: document.assets[0]?.id, quantity: "2" },
          { asset: document.assets[1]?.id, quantity: "3" },
        ],
      },
    ]);
  });

  it("in place of another, keeping what is known of the same assets", () => {
    const before = aDocument();
    const document = applyTable(before, small, { kind: "replace" });
    expect(document.assets.find(({ symbol }) => symbol === "BTC")).toEqual({
      id: "btc",
      symbol: "BTC",
      name: "Bitcoin",
      price: "200",
    });
    expect(givenTargets(document)).toEqual([{ asset: "btc", weight: "0.5" }]);
    expect(document.title).toBe("Test");
    expect(before).toEqual(aDocument());
  });

  it("in place of another keeps rules and classes, without what they say of assets that are gone", () => {
    const before = aRuleDocument({
      rules: [
        { asset: "btc", most: "0.5" },
        { asset: "eth", most: "0.5" },
      ],
    });
    const [btc] = small.rows;
    if (btc === undefined) throw new Error("no rows");
    const document = applyTable(before, { ...small, rows: [btc] }, { kind: "replace" });
    expect(document.assets.map(({ id }) => id)).toEqual(["btc"]);
    expect(rulesOf(document).rules).toEqual([{ asset: "btc", most: "0.5" }]);
    expect(document.classifications?.[0]?.members).toEqual([{ asset: "btc", class: "payment" }]);
  });

  it("as part of an account: rows take the place of rows, nothing is added up", () => {
    const document = applyTable(aDocument(), small, { kind: "account", account: "main" });
    expect(document.accounts[0]?.holdings.map(({ quantity }) => quantity)).toEqual(["2", "2", "3"]);
    expect(document.accounts[0]?.cash).toBe("9");
  });

  it("as a new account that shares assets with the others", () => {
    const document = applyTable(aDocument(), small, { kind: "new_account" });
    expect(document.accounts).toHaveLength(2);
    expect(document.accounts[1]?.holdings[0]).toEqual({ asset: "btc", quantity: "2" });
    expect(document.accounts[0]).toEqual(aDocument().accounts[0]);
  });

  it("without prices: known ones stay, unknown ones are asked for", () => {
    const preview = table("Symbol,Quantity,Price\nBTC,2,\nSOL,3,\n");
    const document = applyTable(aDocument(), preview, { kind: "account", account: "main" });
    expect(document.assets.map(({ symbol, price }) => [symbol, price])).toEqual([
      ["BTC", "100"],
      ["ETH", "10"],
      ["SOL", ""],
    ]);
  });

  it("with a ticker that is also a currency's code: an asset whose price is asked for", () => {
    const document = applyTable(null, table("symbol,quantity\nBND,450\nVT,3\n"), { kind: "replace" });
    expect(document.base_currency).toBe("USD");
    expect(document.assets.map(({ symbol, price }) => [symbol, price])).toEqual([
      ["BND", ""],
      ["VT", ""],
    ]);
    expect(document.accounts[0]?.cash).toBe("0");
  });

  it("with ids that are all different", () => {
    const before = aDocument();
    const preview = table("Symbol,Quantity,Price\nbtc!,1,1\nBTC,2,2\neth?,1,1\n");
    const ids = applyTable(before, preview, { kind: "replace" }).assets.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it("prices and cash keep their currencies where the portfolio knows them", () => {
  const two = table("Symbol,Quantity,Price,Currency\nA,1,1,USD\nB,1,1,EUR\n$CASH-EUR,5,1,EUR\n");
  const known = { ...aDocument(), currencies: [{ currency: "EUR", rate: "1.1" }] };
  for (const kind of ["new_account", "replace"] as const) {
    const document = applyTable(known, two, { kind });
    expect(document.base_currency).toBe("USD");
    expect(document.currencies).toEqual(known.currencies);
    const currencies = new Map(document.assets.map(({ symbol, currency }) => [symbol, currency]));
    expect([currencies.get("A"), currencies.get("B")]).toEqual([undefined, "EUR"]);
    expect(document.accounts.at(-1)).toMatchObject({ currency: "EUR", cash: "5" });
  }
});

it("what was quoted in a currency that is gone is so no longer", () => {
  const [first, ...others] = aDocument().assets;
  if (first === undefined) throw new Error("no asset");
  const known = {
    ...aDocument(),
    currencies: [{ currency: "EUR", rate: "1.1" }],
    assets: [{ ...first, currency: "EUR" }, ...others],
  };
  const pounds = table(`Symbol,Quantity,Price,Currency\n${first.symbol},1,1,GBP\n`);
  const document = applyTable(known, pounds, { kind: "replace" });
  expect(document).not.toHaveProperty("currencies");
  expect(document.assets[0]).not.toHaveProperty("currency");
});

describe("a table is not taken", () => {
  it("with prices in two currencies, or in another than the portfolio's", () => {
    const two = table("Symbol,Quantity,Price,Currency\nA,1,1,USD\nB,1,1,EUR\n");
    const euro = table("Symbol,Quantity,Price,Currency\nA,1,1,EUR\n");
    expect(importObstacle(two, null, { kind: "replace" })).toMatch(/USD and EUR/);
    expect(importObstacle(euro, aDocument(), { kind: "account", account: "main" })).toMatch(/EUR.*USD/);
    expect(importObstacle(euro, aDocument(), { kind: "replace" })).toBeUndefined();
    expect(applyTable(aDocument(), euro, { kind: "replace" }).base_currency).toBe("EUR");
  });

  it("with a currency whose rate the portfolio does not know, or with cash that the account cannot hold", () => {
    const two = table("Symbol,Quantity,Price,Currency\nA,1,1,USD\nB,1,1,EUR\n$CASH-EUR,5,1,EUR\n");
    const known = { ...aDocument(), currencies: [{ currency: "EUR", rate: "1.1" }] };
    expect(importObstacle(two, aDocument(), { kind: "new_account" })).toMatch(/EUR is worth/);
    expect(importObstacle(two, known, { kind: "new_account" })).toBeUndefined();
    expect(importObstacle(two, known, { kind: "replace" })).toBeUndefined();
    expect(importObstacle(two, known, { kind: "account", account: "main" })).toMatch(/cash in EUR, but .* is in USD/);
  });

  it("with nothing in it", () => {
    expect(importObstacle(table("nothing of use"), null, { kind: "replace" })).toBeDefined();
  });
});
