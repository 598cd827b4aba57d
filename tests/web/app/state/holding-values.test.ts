import { describe, expect, it } from "vitest";

import type { Problem } from "../../../../wasm/planner/planner.js";
import { withoutRefusedRows } from "../../../../web/app/state/holding-values.js";
import { aDocument } from "../support/documents.js";

function rowsLeft(...pointers: string[]): string[] {
  const problems = pointers.map((pointer): Problem => {
    return { code: "number/malformed", source: "document", pointer, parameters: {}, message: "" };
  });
  const { assets, accounts } = withoutRefusedRows(aDocument(), problems);
  return [
    ...assets.map(({ id, price }) => `${id} at ${price}`),
    ...accounts.flatMap(({ id, holdings }) => holdings.map(({ asset, quantity }) => `${id}: ${quantity} ${asset}`)),
  ];
}

describe("what is left to be valued", () => {
  it("is all but the row of a wrong quantity", () => {
    expect(rowsLeft("/accounts/0/holdings/0/quantity")).toEqual(["btc at 100", "eth at 10", "main: 2 eth"]);
  });

  it("is all but the rows of an asset with a wrong price", () => {
    expect(rowsLeft("/assets/1/price")).toEqual(["btc at 100", "main: 1 btc"]);
  });

  it("is everything where the mistake has no part in values", () => {
    const elsewhere = ["/assets/0/symbol", "/accounts/0/holdings/1/locked_quantity", "/accounts/0/cash", "/title"];
    expect(rowsLeft(...elsewhere, "/base_currency", "/policy/targets/0/weight")).toEqual(rowsLeft());
    expect(rowsLeft()).toHaveLength(4);
  });

  it("is nothing but prices and quantities, with no target or fee to object to", () => {
    const document = withoutRefusedRows(aDocument({ base_currency: "???" }), []);
    expect(document.base_currency).toBe("USD");
    expect(document.policy).toEqual({ targets: [] });
    expect(document.accounts[0]).toEqual({ id: "main", holdings: aDocument().accounts[0]?.holdings });
  });
});
