import { produce } from "immer";
import { describe, expect, it } from "vitest";

import type { BallastDocument } from "../../../../wasm/planner/planner.js";
import { takeMix, type Mix } from "../../../../web/app/profile/take-mix.js";
import { aDocument } from "../support/documents.js";
import { aStrategy, builtIn, fill } from "../strategies/strategies.js";

const mix: Mix = { reserve: "0.3", large: "0.5", medium: "0.15", small: "0.05" };
const coins = [
  { id: "btc", symbol: "BTC", price: "1" },
  { id: "usdc", symbol: "USDC", price: "1" },
];

function taken(document: BallastDocument): BallastDocument {
  return produce(document, (draft) => takeMix(draft, mix, builtIn, fill));
}

describe("taking a mix", () => {
  const after = taken(aDocument({ assets: coins }));

  it("makes four exact rules about one classification, so that a stablecoin counts once", () => {
    expect(after.policy).toEqual({
      prior: { kind: "market_cap" },
      rules: [
        { classification: "risk_mix", class: "reserve", exact: "0.3" },
        { classification: "risk_mix", class: "large", exact: "0.5" },
        { classification: "risk_mix", class: "medium", exact: "0.15" },
        { classification: "risk_mix", class: "small", exact: "0.05" },
      ],
    });
    expect(after.classifications).toHaveLength(1);
    expect(after.classifications?.[0]).toMatchObject({
      id: "risk_mix",
      kind: "market_cap",
      members: [{ asset: "usdc", class: "reserve" }],
      cash_members: [{ class: "reserve" }],
    });
  });

  it("takes the thresholds of the tiers, and gives the reserve one that nothing reaches", () => {
    expect(after.classifications?.[0]?.classes.map(({ id, at_least }) => [id, at_least])).toEqual([
      ["reserve", "100000000000000000000"],
      ["large", "1000"],
      ["medium", "100"],
      ["small", "0"],
    ]);
  });

  it("goes by the person's own classes and thresholds where there are any", () => {
    const own = taken(
      aDocument({
        assets: coins,
        classifications: [
          {
            id: "type",
            name: "Type",
            classes: [{ id: "stablecoin", name: "S", classes: [{ id: "mine", name: "M" }] }],
            members: [{ asset: "btc", class: "mine", share: "0.4" }],
          },
          { id: "tier", name: "Tier", kind: "market_cap", classes: [{ id: "large", name: "L", at_least: "7" }] },
        ],
      }),
    ).classifications?.at(-1);
    expect(own?.members).toEqual([{ asset: "btc", class: "reserve", share: "0.4" }]);
    expect(own?.classes.find(({ id }) => id === "large")?.at_least).toBe("7");
  });

  it("keeps the prior of earlier rules and all bands, and replaces an earlier mix", () => {
    const policy = { ...aStrategy().policy, band: { kind: "five_twenty_five" } } as const;
    const once = taken(aDocument({ assets: coins, policy: { ...policy, rules: [] } }));
    expect(once.policy).toMatchObject({ prior: { kind: "equal" }, band: { kind: "five_twenty_five" } });
    expect(taken(once)).toEqual(once);
  });

  it("does not leave behind what it only looked at", () => {
    expect(after.classifications?.map(({ id }) => id)).toEqual(["risk_mix"]);
  });
});
