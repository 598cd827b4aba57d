import { expect, it } from "vitest";

import { moveWords, switchWords } from "../../../../web/app/plan/cash-moves.js";
import { aDocument, aPlan } from "../support/documents.js";

const document = {
  ...aDocument(),
  accounts: [
    { id: "one", name: "Broker", holdings: [] },
    { id: "two", name: "Bank", holdings: [] },
  ],
};

it("what the request left open is said, and what is moved", () => {
  const plan = aPlan({
    cash_flows: [
      { account: "one", amount: "-1500" },
      { account: "two", amount: "-20.5" },
    ],
    transfers: [{ from: "one", to: "two", amount: "7" }],
  });
  const request = { cash_flows: [{ account: "one", amount: "-1500" }, { amount: "-20.5" }] };
  expect(moveWords(document, plan, request)).toEqual([
    "Withdraw 1,500.00 USD from Broker",
    "Withdraw 20.50 USD from Bank",
    "Move 7.00 USD from Broker to Bank",
  ]);
});

it("a flow of one account was asked for, and is not said again", () => {
  const cash_flows = [{ account: "one", amount: "100" }];
  expect(moveWords(document, aPlan({ cash_flows }), { cash_flows })).toEqual([]);
  expect(moveWords(document, aPlan({ cash_flows }), { cash_flows: [{ amount: "100" }] })).toEqual([
    "Deposit 100.00 USD into Broker",
  ]);
});

it("switches name accounts only where there are several", () => {
  const [asset] = document.assets;
  const id = asset?.id ?? "";
  const plan = aPlan({ switches: [{ from_account: "one", from: id, to_account: "two", to: id, value: "12.5" }] });
  const symbol = asset?.symbol ?? "";
  expect(switchWords(document, plan)).toEqual([`Switch 12.50 USD from ${symbol} (Broker) into ${symbol} (Bank)`]);
  const alone = { ...document, accounts: document.accounts.slice(0, 1) };
  expect(switchWords(alone, plan)).toEqual([`Switch 12.50 USD from ${symbol} into ${symbol}`]);
});
