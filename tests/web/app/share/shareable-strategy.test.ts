import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { BallastDocument, Policy } from "../../../../wasm/planner/planner.js";
import { inTermsOf, missingAssets } from "../../../../web/app/share/named-assets.js";
import { shareableStrategy } from "../../../../web/app/share/shareable-strategy.js";
import { decodeStrategy } from "../../../../web/shared/share/decode-strategy.js";
import { encodeStrategy } from "../../../../web/shared/share/encode-strategy.js";
import { aDocument } from "../support/documents.js";
import { aStrategy, builtIn, withRules } from "../strategies/strategies.js";

const ids = builtIn.map(({ id }) => id);

/** What stands in the link, as whoever gets it reads it. */
function sent(document: BallastDocument): string {
  const strategy = shareableStrategy(document, ids, "0.1");
  if (strategy === null) return "";
  const encoded = encodeStrategy(strategy);
  if (!encoded.ok) throw new Error(encoded.message);
  const decoded = decodeStrategy(encoded.fragment);
  if (!decoded.ok) throw new Error(decoded.message);
  return decoded.text;
}

/** Everything in these documents that is a person's own has a mark in it that occurs nowhere else. */
const secret = fc.nat(1e6).map((n) => `${String(n)}8675309`);
const privateDocument = fc
  .record({
    title: secret,
    account: secret,
    cash: secret,
    fee: secret,
    quantities: fc.array(secret, { minLength: 2, maxLength: 2 }),
    prices: fc.array(secret, { minLength: 2, maxLength: 2 }),
    caps: secret,
    byRules: fc.boolean(),
    targetsLeftOut: fc.boolean(),
  })
  .map(({ title, account, cash, fee, quantities, prices, caps, byRules, targetsLeftOut }): BallastDocument => {
    const [a = "", b = ""] = quantities;
    const policy: Policy = byRules
      ? {
          prior: { kind: "equal" },
          rules: [{ classification: "own", class: "x", exact: "0.4" }],
          asset_bands: [{ asset: `held-${a}`, band: { kind: "five_twenty_five" } }],
        }
      : {
          targets: [{ asset: "btc", weight: "0.9" }, ...(targetsLeftOut ? [] : [{ asset: `held-${a}`, weight: "0" }])],
        };
    return {
      format: "ballast",
      version: 1,
      title,
      base_currency: "USD",
      assets: [
        { id: "btc", symbol: "BTC", price: prices[0] ?? "", market_cap: caps, price_date: title },
        { id: `held-${a}`, symbol: `S${a}`, name: b, price: prices[1] ?? "", annual_volatility: caps },
      ],
      accounts: [
        {
          id: account,
          name: account,
          cash,
          fees: { fixed: fee },
          holdings: [
            { asset: "btc", quantity: a, locked_quantity: b },
            { asset: `held-${a}`, quantity: b },
          ],
        },
      ],
      classifications: [
        {
          id: "own",
          name: "Own",
          classes: [{ id: "x", name: "X" }],
          members: [{ asset: `held-${a}`, class: "x" }],
          cash_members: [{ class: "x", share: `0.${cash}` }],
        },
      ],
      policy,
    };
  });

describe("targets that are passed on", () => {
  it("have nothing of a person's holdings in them, whatever these are", () => {
    fc.assert(
      fc.property(privateDocument, (document) => {
        const text = sent(document);
        expect(text).toContain("ballast-strategy");
        expect(text).not.toContain("8675309");
        expect(text).not.toMatch(/"(quantity|price|cash|holdings|accounts|assets|title|members|market_cap|fees)"/);
      }),
    );
  });

  it("are the rules as they are, bands of assets left out", () => {
    const policy = { ...aStrategy().policy, band: { kind: "five_twenty_five" as const } };
    const strategy = shareableStrategy(withRules({ policy }), ids, null);
    expect(strategy).toMatchObject({ id: "shared-targets", classifications: ["type"], policy });
  });

  it("are weights as exact rules, with cash as the core calculated it where the document leaves it open", () => {
    const strategy = shareableStrategy(aDocument(), ids, "0.5");
    expect(strategy?.policy).toEqual({
      prior: { kind: "equal" },
      rules: [
        { asset: "btc", exact: "0.5" },
        { asset: null, exact: "0.5" },
      ],
    });
    const policy: Policy = { targets: [{ asset: "btc", weight: "0.75" }], cash_weight: "0.25" };
    expect(shareableStrategy(aDocument({ policy }), ids, "0.5")?.policy.rules[1]).toEqual({
      asset: null,
      exact: "0.25",
    });
  });

  it("call assets by their symbols, not by what a file calls them", () => {
    const document = aDocument({
      assets: [{ id: "annas-wallet", symbol: "BTC", price: "1" }],
      policy: { targets: [{ asset: "annas-wallet", weight: "1" }] },
    });
    expect(JSON.stringify(shareableStrategy(document, ids, null))).not.toContain("anna");
    expect(shareableStrategy(document, ids, null)?.policy.rules[0]).toEqual({ asset: "btc", exact: "1" });
  });

  it("are none where there are none", () => {
    expect(shareableStrategy(aDocument({ policy: { targets: [] } }), ids, "1")).toBeNull();
    expect(shareableStrategy(aDocument({ policy: { targets: [{ asset: "btc", weight: "0" }] } }), ids, "1")).toBeNull();
  });

  it("say what their author says of them, and that nothing was said", () => {
    const words = { name: " Mine ", for: "Sleep.", weakness: "" };
    expect(shareableStrategy(withRules(), ids, null, words)).toMatchObject({
      name: "Mine",
      for: "Sleep.",
      weaknesses: ["Not described by its author."],
    });
  });
});

describe("targets that are taken up", () => {
  const strategy = aStrategy({
    policy: {
      prior: {
        kind: "given",
        weights: [
          { asset: "btc", weight: "1" },
          { asset: null, weight: "1" },
        ],
      },
      rules: [{ asset: "sol", most: "0.2" }],
    },
  });

  it("find assets by id, then by symbol; what is not there is named", () => {
    const { assets } = aDocument({ assets: [{ id: "7", symbol: "BTC", price: "1" }] });
    const mine = inTermsOf(strategy, assets);
    expect(mine.policy.prior).toEqual({
      kind: "given",
      weights: [
        { asset: "7", weight: "1" },
        { asset: null, weight: "1" },
      ],
    });
    expect(missingAssets(mine, { assets })).toEqual([{ id: "sol", symbol: "SOL", price: "" }]);
  });
});
