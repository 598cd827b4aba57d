// @ts-check
/** A portfolio of any size, the same for the same seed: prices over six orders of magnitude, fees, steps and bands. */

import { generator } from "./generator.mjs";

/**
 * @param {object} size
 * @param {number} size.assets
 * @param {number} size.accounts
 * @param {number} size.held How many assets each account holds.
 * @param {number} [size.seed]
 */
export function generatePortfolio({ assets: assetCount, accounts: accountCount, held, seed = 1 }) {
  const random = generator(seed);
  const whole = (/** @type {number} */ below) => Math.floor(random() * below);

  const assets = Array.from({ length: assetCount }, (_, index) => ({
    id: `asset-${index}`,
    symbol: `A${index}`,
    name: `Generated asset ${index}`,
    price: (10 ** (random() * 6 - 1)).toFixed(4),
    quantity_step: /** @type {string} */ (["0.00000001", "1", "0.001", "0"][index % 4]),
    ...(index % 50 === 7 ? { may_sell: false } : {}),
    ...(index % 50 === 13 ? { may_buy: false } : {}),
  }));

  const stride = Math.max(1, Math.floor(assetCount / accountCount));
  const accounts = Array.from({ length: accountCount }, (_, index) => ({
    id: `account-${index}`,
    name: `Generated account ${index}`,
    cash: (1000 + whole(100_000) / 100).toFixed(2),
    fees:
      index % 3 === 0 ? {} : index % 3 === 1 ? { proportional: "0.0025" } : { proportional: "0.001", fixed: "0.50" },
    holdings: Array.from({ length: held }, (_, nth) => {
      const asset = assets[(index * stride + nth) % assetCount];
      if (asset === undefined) throw new RangeError("no such asset");
      const value = 100 + whole(1_000_000) / 100;
      const quantity =
        asset.quantity_step === "1" ? Math.ceil(value / Number(asset.price)) : value / Number(asset.price);
      return { asset: asset.id, quantity: quantity.toFixed(asset.quantity_step === "1" ? 0 : 6) };
    }),
  }));

  // Weights in millionths of 1, 2 % of it cash, so that they sum exactly.
  const shares = assets.map(() => 1 + whole(100));
  const sum = shares.reduce((total, share) => total + share, 0);
  const millionths = shares.map((share) => Math.floor((share * 980_000) / sum));
  const cash = 1_000_000 - millionths.reduce((total, share) => total + share, 0);
  const decimal = (/** @type {number} */ share) => (share / 1_000_000).toFixed(6);
  return {
    format: "ballast",
    version: 1,
    title: `Generated: ${assetCount} assets in ${accountCount} accounts`,
    base_currency: "USD",
    assets,
    accounts,
    policy: {
      targets: assets.map(({ id }, index) => ({
        asset: id,
        weight: decimal(millionths[index] ?? 0),
        ...(index % 5 === 0 ? { band: { kind: "relative", width: "0.2" } } : {}),
      })),
      cash_weight: decimal(cash),
      band: { kind: "five_twenty_five" },
    },
  };
}
