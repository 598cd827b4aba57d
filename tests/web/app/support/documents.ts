import type { BallastDocument, Plan, Summary } from "../../../../wasm/planner/planner.js";
import type { Workspace } from "../../../../web/shared/storage/types.js";

export function aDocument(more: Partial<BallastDocument> = {}): BallastDocument {
  return {
    format: "ballast",
    version: 1,
    title: "Test",
    base_currency: "USD",
    assets: [
      { id: "btc", symbol: "BTC", name: "Bitcoin", price: "100" },
      { id: "eth", symbol: "ETH", price: "10" },
    ],
    accounts: [
      {
        id: "main",
        name: "Main",
        cash: "5",
        holdings: [
          { asset: "btc", quantity: "1" },
          { asset: "eth", quantity: "2" },
        ],
      },
    ],
    policy: { targets: [{ asset: "btc", weight: "0.5" }] },
    ...more,
  };
}

export function aWorkspace(more: Partial<BallastDocument> = {}): Workspace {
  return { document: aDocument(more), request: { directions: "both", trigger: "always" } };
}

/** What each holding of the account "main" is worth. */
export function aSummary(values: Record<string, string>): Summary {
  return {
    base_currency: { code: "USD", minor_unit_digits: 2 },
    total_value: "0",
    weights: [],
    targets: { kind: "given" },
    classes: [],
    drift: { misplaced_share: "0", chi_square: "0" },
    balancing_deposit: null,
    accounts: [
      {
        account: "main",
        cash: "0",
        value: "0",
        holdings: Object.entries(values).map(([asset, value]) => ({ asset, value })),
      },
    ],
    notices: [],
  };
}

export function aPlan(more: Partial<Plan> = {}): Plan {
  const drift = { misplaced_share: "0.124", chi_square: "0.1" };
  return {
    base_currency: { code: "USD", minor_unit_digits: 2 },
    status: "optimal",
    objective: "0",
    lower_bound: "0",
    cost_limit: "0",
    gap: "0",
    infeasible: [],
    cash_flows: [],
    transfers: [],
    trades: [
      {
        account: "main",
        side: "sell",
        asset: "btc",
        quantity: "0.12345678",
        price: "61250.5",
        value: "7561.78",
        fee: "7.56",
        reason: { code: "trade/sell_above_target", parameters: {}, text: "=BTC is above its target." },
      },
    ],
    skipped: [],
    accounts: [
      {
        account: "main",
        cash_before: "5",
        deposits: "0",
        withdrawals: "0",
        received: "0",
        sent: "0",
        sells: "7561.78",
        buys: "0",
        fees: "7.56",
        cash_after: "7559.22",
      },
    ],
    totals: {
      value_before: "0",
      deposits: "0",
      withdrawals: "0",
      received: "0",
      sent: "0",
      fees: "7.56",
      sells: "7561.78",
      buys: "0",
      cash_before: "5",
      cash_after: "7559.22",
      value_after: "0",
    },
    weights: [],
    classes: [],
    drift: { before: drift, after: { misplaced_share: "0.0004", chi_square: "0" } },
    left_over: [],
    notices: [],
    ...more,
  };
}
