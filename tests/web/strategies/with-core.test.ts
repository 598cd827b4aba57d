/** The strategies with the real core: what follows from them for a portfolio that has what they need. */
import { produce } from "immer";
import { beforeAll, describe, expect, it } from "vitest";

import type { BallastDocument, Planner, Resolution } from "../../../wasm/planner/planner.js";
import { createPlanner } from "../../../wasm/planner/planner.mjs";
import { applyStrategy } from "../../../web/app/strategies/apply-strategy.js";
import { takeMix } from "../../../web/app/profile/take-mix.js";
import { loadStrategyParts } from "../../../web/app/strategies/strategy-parts.js";
import { readStrategy } from "../../../web/app/strategies/read-strategy.js";
import { strategyOf } from "../../../web/app/strategies/save-strategy.js";
import { compareDecimals } from "../../../web/shared/decimal-text.js";

const parts = await loadStrategyParts();
let planner: Planner;

beforeAll(async () => {
  planner = await createPlanner();
});

/** Round figures; what they are called is what the catalogue knows them by. */
const caps: readonly (readonly [string, string])[] = [
  ...([
    "BTC:2000",
    "ETH:400",
    "USDT:150",
    "XRP:120",
    "SOL:80",
    "USDC:60",
    "DOGE:25",
    "ADA:20",
    "TRX:25",
    "LINK:9",
  ] as const),
  ...(["AVAX:8", "XMR:5", "UNI:5", "LTC:6", "AAVE:3", "ATOM:2", "FIL:1.5", "GRT:0.8", "CRV:0.6", "BAT:0.2"] as const),
  ...(["COMP:0.4", "ZRX:0.1"] as const),
].map((text) => {
  const [symbol = "", billions = ""] = text.split(":");
  return [symbol, String(Math.round(Number(billions) * 1e9))] as const;
});

function broad(): BallastDocument {
  return {
    format: "ballast",
    version: 1,
    base_currency: "USD",
    assets: [
      ...caps.map(([symbol, market_cap]) => ({ id: symbol.toLowerCase(), symbol, price: "10", market_cap })),
      { id: "vt", symbol: "VT", name: "World stocks fund", price: "10" },
      { id: "bnd", symbol: "BND", name: "Bonds fund", price: "10" },
    ],
    accounts: [
      {
        id: "main",
        cash: "100",
        holdings: [...caps.map(([symbol]) => symbol.toLowerCase()), "vt", "bnd"].map((asset) => ({
          asset,
          quantity: "10",
        })),
      },
    ],
    policy: { targets: [] },
  };
}

function resolved(document: BallastDocument): Resolution {
  const reply = planner.resolve(document);
  if (!reply.ok) throw new Error(JSON.stringify(reply.errors));
  return reply.value;
}

describe.each(parts.library.map((strategy) => [strategy.id, strategy] as const))("%s", (_, strategy) => {
  it("resolves to targets that keep its rules", () => {
    const document = produce(broad(), (draft) => applyStrategy(draft, strategy, parts.builtIn, parts.fill));
    const resolution = resolved(document);
    expect(resolution.conflict).toBeNull();
    expect(resolution.status).toBe("resolved");
    const targets = resolution.targets.filter(({ weight }) => compareDecimals(weight, "0") > 0);
    expect(targets.length).toBeGreaterThan(1);
    if (strategy.policy.largest !== undefined) expect(targets.length).toBeLessThanOrEqual(strategy.policy.largest);
    const plan = planner.plan(document, {});
    expect(plan.ok && plan.value.status).not.toBe("infeasible");
    expect(plan.ok).toBe(true);
  });

  it("can be saved from the document and read again", async () => {
    const document = produce(broad(), (draft) => applyStrategy(draft, strategy, parts.builtIn, parts.fill));
    const saved = strategyOf(
      document,
      parts.builtIn.map(({ id }) => id),
    );
    const engine = { validate: (checked: BallastDocument | string) => Promise.resolve(planner.validate(checked)) };
    const read = await readStrategy(JSON.stringify(saved), engine, parts.builtIn, null);
    expect(read.problems).toEqual([]);
    expect(read.strategy?.policy).toEqual(strategy.policy);
  });
});

describe("the mix of a risk profile", () => {
  it("resolves to its shares, with stablecoins and cash in the reserve only", () => {
    const mix = { reserve: "0.3", large: "0.5", medium: "0.15", small: "0.05" };
    const document = produce(broad(), (draft) => takeMix(draft, mix, parts.builtIn, parts.fill));
    const resolution = resolved(document);
    expect(resolution.status).toBe("resolved");
    for (const [at, share] of Object.values(mix).entries()) {
      expect(Math.abs(Number(resolution.rules[at]?.share) - Number(share))).toBeLessThan(1e-10);
    }
    const stable = document.classifications?.[0]?.members?.map(({ asset }) => asset);
    expect(stable).toEqual(["usdt", "usdc"]);
  });

  it("follows from the questionnaire's answers", () => {
    const description = planner.describe();
    if (!description.ok) throw new Error("no description");
    const { questionnaire } = description.value;
    const answers = questionnaire.map(({ id, answers: choices }) => ({ question: id, answer: choices.length - 1 }));
    const reply = planner.profile({ answers, horizon_years: "20" });
    if (!reply.ok) throw new Error(JSON.stringify(reply.errors));
    const document = produce(broad(), (draft) => takeMix(draft, reply.value.mix, parts.builtIn, parts.fill));
    expect(resolved(document).status).toBe("resolved");
  });
});

describe("the sample", () => {
  it("with market caps keeps the rules of all three together, and has something to trade", async () => {
    const { default: sample } = await import("../../../public/samples/starter.ballast.json");
    const withCaps = structuredClone(sample) as unknown as BallastDocument;
    const sampleCaps: Record<string, string> = { btc: "2000000000000", eth: "400000000000", sol: "80000000000" };
    for (const asset of withCaps.assets) {
      const cap = sampleCaps[asset.id];
      if (cap !== undefined) asset.market_cap = cap;
    }
    const strategy = parts.library.find(({ id }) => id === "all-three-together");
    if (strategy === undefined) throw new Error("not in the library");
    const document = produce(withCaps, (draft) => applyStrategy(draft, strategy, parts.builtIn, parts.fill));
    expect(resolved(document).status).toBe("resolved");
    const plan = planner.plan(document, {});
    expect(plan.ok && plan.value.trades.length).toBeGreaterThan(0);
  });
});
