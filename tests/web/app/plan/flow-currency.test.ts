import { expect, it } from "vitest";
import { flowCurrency, mayBeAnywhere, movableGroups } from "../../../../web/app/plan/flow-currency.js";
import { aDocument } from "../support/documents.js";

const document = {
  ...aDocument(),
  currencies: [{ currency: "EUR", rate: "1.1" }],
  accounts: [
    { id: "one", currency: "EUR", holdings: [] },
    { id: "two", holdings: [] },
    { id: "three", currency: "EUR", holdings: [] },
  ],
};

it("money moves between accounts of one currency, where there are two", () => {
  expect(movableGroups(document)).toEqual([{ code: "EUR", accounts: ["one", "three"] }]);
});

it("an amount has the currency of its account, or of those among which money may move", () => {
  expect(flowCurrency(document, { cash_flows: [{ account: "three", amount: "5" }] })).toBe("EUR");
  expect(flowCurrency(document, { cash_flows: [{ amount: "5" }] })).toBe("USD");
  expect(flowCurrency(document, { cash_flows: [{ amount: "5" }], transfers_between: ["one", "three"] })).toBe("EUR");
});

it("without an account in the base currency an amount needs its account", () => {
  expect(mayBeAnywhere(document, {})).toBe(true);
  const foreign = { ...document, accounts: document.accounts.filter(({ id }) => id !== "two") };
  expect(mayBeAnywhere(foreign, {})).toBe(false);
  expect(mayBeAnywhere(foreign, { transfers_between: ["one", "three"] })).toBe(true);
});
