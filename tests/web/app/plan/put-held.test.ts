import { describe, expect, it } from "vitest";

import type { Execution, HeldAfter } from "../../../../wasm/planner/planner.js";
import { putHeld } from "../../../../web/app/plan/put-held.js";
import { aDocument } from "../support/documents.js";

const nothingElse = { locked_quantity: "0", locks: [], lots: [] };

function heldAfter(holdings: HeldAfter["accounts"][number]["holdings"]): HeldAfter {
  return { accounts: [{ account: "main", cash: "104", holdings }] };
}

describe("what is held after trades", () => {
  const sold: Execution = {
    trades: [{ account: "main", asset: "btc", side: "sell", quantity: "1", price: "100", fee: "1" }],
  };

  it("is written where a trade changed it; lots and locks that are gone are left out", () => {
    const document = aDocument();
    const [account] = document.accounts;
    const [btc, eth] = account?.holdings ?? [];
    if (account === undefined || btc === undefined || eth === undefined) throw new Error("nothing held");
    btc.lots = [{ acquired: "2020-01-01", quantity: "1", unit_cost: "1" }];
    eth.quantity = "2.0";
    putHeld(
      document,
      heldAfter([
        { ...nothingElse, asset: "btc", quantity: "0" },
        { ...nothingElse, asset: "eth", quantity: "2" },
      ]),
      sold,
    );
    expect(account.cash).toBe("104");
    expect(account.holdings).toEqual([
      { asset: "btc", quantity: "0" },
      // Nobody traded it: it stays as it was typed.
      { asset: "eth", quantity: "2.0" },
    ]);
  });

  it("has a holding more where something was bought anew", () => {
    const document = aDocument();
    const lots = [{ acquired: "2026-01-01", quantity: "3", unit_cost: "7" }];
    const bought: Execution = {
      trades: [{ account: "main", asset: "sol", side: "buy", quantity: "3", price: "7" }],
    };
    putHeld(document, heldAfter([{ ...nothingElse, asset: "sol", quantity: "3", lots }]), bought);
    expect(document.accounts[0]?.holdings.at(-1)).toEqual({ asset: "sol", quantity: "3", lots });
  });

  it("leaves an account alone in which nothing was done", () => {
    const document = aDocument();
    putHeld(document, heldAfter([]), {});
    expect(document).toEqual(aDocument());
    putHeld(document, heldAfter([]), { cash_flows: [{ account: "main", amount: "99" }] });
    expect(document.accounts[0]?.cash).toBe("104");
  });
});
