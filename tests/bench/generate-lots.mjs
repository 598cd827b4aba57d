// @ts-check
/** A portfolio with what tax asks for: lots bought over ten years, rules for them, fees, minimums and whole shares. */

import { generator } from "./generator.mjs";

/** The day of the plan. */
export const TODAY = "2026-06-15";

const FEES = [
  { proportional: "0.0025" },
  { proportional: "0.001", minimum: "1.00", maximum: "25.00" },
  { fixed: "0.50", tiers: [{ from: "5000", fixed: "2.00" }] },
];

const RULES = [
  { id: "half-after-a-year", lots: "fifo", periods: [{ rate: "0.3" }, { after_months: 12, rate: "0.15" }] },
  { id: "free-after-a-year", lots: "lowest_tax", periods: [{ rate: "0.4" }, { after_months: 12, rate: "0" }] },
];

/**
 * @param {object} size
 * @param {number} size.assets
 * @param {number} size.accounts
 * @param {number} size.lots In all.
 * @param {number} [size.seed]
 */
export function generateLots({ assets: assetCount, accounts: accountCount, lots: lotCount, seed = 1 }) {
  const random = generator(seed);
  const whole = (/** @type {number} */ below) => Math.floor(random() * below);

  const assets = Array.from({ length: assetCount }, (_, index) => ({
    id: `asset-${index}`,
    symbol: `A${index}`,
    price: (10 ** (random() * 3 + 0.5)).toFixed(2),
    quantity_step: /** @type {string} */ (["1", "0.001", "0.00000001"][index % 3]),
    ...(index % 7 === 3 ? { spread: "0.002" } : {}),
  }));

  // One account may hold an asset or all may: each holding has its share of the lots.
  const holders = Array.from({ length: accountCount }, (_, account) =>
    assets.filter((_, index) => (index + account) % 2 === 0 || accountCount === 1),
  );
  const holdingCount = holders.reduce((sum, held) => sum + held.length, 0);
  let before = 0;
  const accounts = holders.map((held, index) => ({
    id: `account-${index}`,
    cash: (500 + whole(200_000) / 100).toFixed(2),
    fees: FEES[index % FEES.length],
    minimum_trade_value: "10",
    ...(index % 3 === 2 ? {} : { tax_rules: RULES[index % 3]?.id }),
    holdings: held.map((asset) => {
      before += 1;
      const count =
        Math.floor((before * lotCount) / holdingCount) - Math.floor(((before - 1) * lotCount) / holdingCount);
      const value = 2_000 + whole(800_000) / 100;
      const digits = asset.quantity_step === "1" ? 0 : asset.quantity_step === "0.001" ? 3 : 8;
      const each = Math.max(Number(asset.quantity_step), value / Number(asset.price) / Math.max(count, 1));
      const bought = Array.from({ length: count }, () => ({
        acquired: `${2016 + whole(10)}-${String(1 + whole(12)).padStart(2, "0")}-${String(1 + whole(28)).padStart(2, "0")}`,
        quantity: (Math.ceil(each * 10 ** digits) / 10 ** digits).toFixed(digits),
        unit_cost: (Number(asset.price) * (0.3 + random())).toFixed(2),
      }));
      const quantity = bought.reduce((sum, lot) => sum + Number(lot.quantity), 0) || Math.ceil(each);
      // A hair more than the lots, of unknown cost, where doubles would fall short of their sum.
      return { asset: asset.id, quantity: (quantity + 10 ** -digits).toFixed(digits), lots: bought };
    }),
  }));

  const shares = assets.map(() => 1 + whole(100));
  const sum = shares.reduce((total, share) => total + share, 0);
  const millionths = shares.map((share) => Math.floor((share * 980_000) / sum));
  const cash = 1_000_000 - millionths.reduce((total, share) => total + share, 0);
  return {
    format: "ballast",
    version: 1,
    title: `Generated: ${assetCount} assets and ${lotCount} lots in ${accountCount} accounts`,
    base_currency: "USD",
    assets,
    tax_rules: RULES,
    accounts,
    policy: {
      targets: assets.map(({ id }, index) => ({
        asset: id,
        weight: ((millionths[index] ?? 0) / 1_000_000).toFixed(6),
      })),
      cash_weight: (cash / 1_000_000).toFixed(6),
    },
  };
}
