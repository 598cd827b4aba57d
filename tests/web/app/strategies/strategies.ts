import type { BallastDocument, Classification } from "../../../../wasm/planner/planner.js";
import type { Strategy } from "../../../../web/app/strategies/strategy.js";
import { aDocument } from "../support/documents.js";

export const builtIn: readonly Classification[] = [
  {
    id: "type",
    name: "Type",
    classes: [
      { id: "currency", name: "Currency", classes: [{ id: "payment", name: "Payment" }] },
      { id: "stablecoin", name: "Stablecoin", classes: [{ id: "fiat", name: "Backed by money" }] },
      { id: "utility", name: "Utility" },
      { id: "cash", name: "Cash" },
    ],
  },
  {
    id: "tier",
    name: "Tier",
    kind: "market_cap",
    classes: [
      { id: "large", name: "Large", at_least: "1000" },
      { id: "medium", name: "Medium", at_least: "100" },
      { id: "small", name: "Small", at_least: "0" },
    ],
  },
];

export function aStrategy(more: Partial<Strategy> = {}): Strategy {
  return {
    format: "ballast-strategy",
    version: 1,
    id: "test",
    name: "Test",
    for: "Tests.",
    source: null,
    weaknesses: ["It is a test."],
    classifications: ["type"],
    policy: {
      prior: { kind: "equal" },
      rules: [{ classification: "type", class: "payment", exact: "0.6" }],
    },
    ...more,
  };
}

/** As the catalogue would: Bitcoin is for payments, everything else a utility. */
export function fill(document: BallastDocument, id: string): void {
  const classification = document.classifications?.find((one) => one.id === id);
  if (classification === undefined || id !== "type") return;
  classification.members = document.assets.map(({ id: asset, symbol }) => ({
    asset,
    class: symbol === "BTC" ? "payment" : symbol === "USDC" ? "fiat" : "utility",
  }));
  classification.cash_members = [{ class: "cash" }];
}

export function withRules(more: Partial<BallastDocument> = {}): BallastDocument {
  return aDocument({ policy: aStrategy().policy, classifications: structuredClone([...builtIn]), ...more });
}
