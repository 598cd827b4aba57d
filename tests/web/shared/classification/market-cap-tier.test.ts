import { beforeAll, describe, expect, it } from "vitest";

import { createPlanner, type BallastDocument, type Planner } from "../../../../wasm/planner/planner.mjs";
import { tierOf } from "../../../../web/shared/classification/market-cap-tier.js";

const classes = [
  { id: "medium", name: "Medium", at_least: "1000000000" },
  { id: "large", name: "Large", at_least: "10000000000" },
  { id: "small", name: "Small", at_least: "0.5" },
];

describe("the tier of a market cap", () => {
  let planner: Planner;
  beforeAll(async () => void (planner = await createPlanner()));

  it.each(["0", "0.4", "0.5", "999999999.99", "1000000000", "9999999999.999999", "10000000000", "3000000000000"])(
    "of %s is the core's",
    (market_cap) => {
      const document: BallastDocument = {
        format: "ballast",
        version: 1,
        base_currency: "USD",
        assets: [{ id: "a", symbol: "A", price: "1", market_cap }],
        accounts: [{ id: "main", holdings: [{ asset: "a", quantity: "1" }] }],
        policy: { targets: [] },
        classifications: [{ id: "tier", name: "Tier", kind: "market_cap", classes }],
      };
      const reply = planner.analyze(document, { parts: ["tier"] });
      const part = reply.ok ? reply.value.current.parts[0]?.parts[0] : undefined;
      expect(part).toBeDefined();
      expect(tierOf({ classes }, market_cap)?.id ?? null).toBe(part?.class);
    },
  );

  it("of what is not a number, while it is typed, is none", () => {
    expect(tierOf({ classes }, "12.")).toBeUndefined();
    expect(tierOf({ classes: [{ id: "a", name: "A", at_least: "" }] }, "12")).toBeUndefined();
  });
});
