import { expect, it } from "vitest";
import * as edits from "../../../../web/app/holdings/tax/tax-edits.js";
import { aDocument } from "../support/documents.js";

it("accounts are no longer taxed by rules that are removed", () => {
  const document = aDocument();
  const [start] = edits.starts;
  const [account] = document.accounts;
  if (start === undefined || account === undefined) throw new Error("nothing to begin with");
  edits.addRules(document, start);
  edits.addRules(document, start);
  const [first, second] = document.tax_rules ?? [];
  expect(first?.id).not.toBe(second?.id);
  edits.chooseRules(account, first?.id ?? "");
  edits.removeRules(document, first?.id ?? "");
  expect(account).not.toHaveProperty("tax_rules");
  expect(document.tax_rules).toEqual([second]);
});

it("the first lot begins with all that is held, the next with nothing", () => {
  const holding = { asset: "a", quantity: "3" };
  edits.addLot(holding);
  edits.addLot(holding);
  expect(holding).toHaveProperty("lots.0.quantity", "3");
  expect(holding).toHaveProperty("lots.1.quantity", "");
});

it("pasted rows of day, quantity and cost become lots and keep the id that was there", () => {
  const holding = { asset: "a", quantity: "3", lots: [{ id: "x", acquired: "", quantity: "", unit_cost: "" }] };
  edits.pasteLots(holding, 0, "2024-01-05\t1.5\t1 000.25\r\n2024-02-06\t1\tabc\n");
  expect(holding.lots).toEqual([
    { id: "x", acquired: "2024-01-05", quantity: "1.5", unit_cost: "1000.25" },
    { acquired: "2024-02-06", quantity: "1", unit_cost: "abc" },
  ]);
});
