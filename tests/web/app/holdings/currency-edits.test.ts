import { expect, it } from "vitest";
import * as edits from "../../../../web/app/holdings/currencies/currency-edits.js";
import { holdingAt } from "../../../../web/app/holdings/edits.js";
import { aDocument } from "../support/documents.js";

it("the base currency comes first and needs no saying", () => {
  const document = aDocument();
  edits.addCurrency(document, "EUR");
  expect(edits.codesOf(document)).toEqual(["USD", "EUR"]);
  const [account] = document.accounts;
  if (account === undefined) throw new Error("no account");
  edits.setCurrency(document, account, "EUR");
  expect(account.currency).toBe("EUR");
  expect(edits.isUsed(document, "EUR")).toBe(true);
  edits.setCurrency(document, account, "USD");
  expect(account).not.toHaveProperty("currency");
  expect(edits.isUsed(document, "EUR")).toBe(false);
});

it("the last currency that goes takes the list with it", () => {
  const document = aDocument();
  edits.addCurrency(document, "EUR");
  edits.removeCurrency(document, 0);
  expect(document).not.toHaveProperty("currencies");
});

it("a rate that is typed is no longer the one of that date", () => {
  const foreign = { currency: "EUR", rate: "1.1", rate_date: "2026-11-01" };
  edits.setRate(foreign, "1.2");
  expect(foreign).toEqual({ currency: "EUR", rate: "1.2" });
});

it("what is new in an account is quoted in its currency", () => {
  const document = aDocument();
  edits.addCurrency(document, "EUR");
  const [account] = document.accounts;
  if (account === undefined) throw new Error("no account");
  account.currency = "EUR";
  const holding = holdingAt(document, 0, account.holdings.length);
  expect(document.assets.find(({ id }) => id === holding?.asset)?.currency).toBe("EUR");
});
