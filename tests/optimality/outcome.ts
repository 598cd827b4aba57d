/** What a list of trades leads to, in exact numbers, and the first rule that it breaks. */
import { ONE, ratio } from "./decimals.js";
import { isWorthTrading, type Market, type Pair, valueOf } from "./market.js";

/** Whole steps: above 0 bought, below 0 sold. */
export interface Order {
  pair: Pair;
  steps: bigint;
}

export interface Outcome {
  broken: string | null;
  drift: number;
  misplaced: number;
  /** Spreads and fees before they are rounded, in the base currency. */
  costs: number;
  /** Per account, in units of 1e-18. */
  cash: bigint[];
  /** Assets, then cash: weight - target. */
  distances: number[];
  /** Of the total before trades. */
  total: number;
}

export function outcomeOf(market: Market, orders: readonly Order[]): Outcome {
  const { assets, accounts, minor } = market;
  const quantities = assets.map(({ quantity }) => quantity);
  const cash = accounts.map((account) => account.cash);
  let broken: string | null = null;
  let costs = 0;
  for (const { pair, steps } of orders) {
    const [asset, account] = [assets[pair.asset], accounts[pair.account]];
    if (!asset || !account) throw new Error("no such pair");
    const side = steps > 0n ? "buy" : "sell";
    const size = steps > 0n ? steps : -steps;
    const value = valueOf(market, pair.asset, side, size * asset.step);
    const paid = account.fees.of(value) * minor;
    quantities[pair.asset] = (quantities[pair.asset] ?? 0n) + steps * asset.step;
    cash[pair.account] = (cash[pair.account] ?? 0n) - (steps > 0n ? value : -value) * minor - paid;
    costs += (account.fees.unrounded(value) * Number(minor)) / 1e18;
    costs += (Number(size * asset.step) / 1e18) * (Number(asset.ask - asset.bid) / 2e18);
    const where = `${asset.id} in ${account.id}`;
    if (steps === 0n) broken ??= `nothing of ${where} is traded`;
    if (steps > 0n && !pair.mayBuy) broken ??= `${where} may not be bought`;
    if (-steps > pair.mostSold) broken ??= `more of ${where} is sold than may be`;
    if (size < pair.fewest) broken ??= `too small a quantity of ${where}`;
    if (!isWorthTrading(account, value)) broken ??= `the trade of ${where} is not worth it`;
  }
  if (new Set(orders.map(({ pair }) => pair)).size < orders.length) broken ??= "two trades of one asset in one account";
  for (const pair of market.pairs.filter(({ mustGo }) => mustGo)) {
    const sold = orders.find((order) => order.pair === pair)?.steps ?? 0n;
    if (sold !== -pair.mostSold) broken ??= `${assets[pair.asset]?.id} has no target and stays`;
  }
  if (cash.some((left) => left < 0n)) broken ??= "an account is overdrawn";

  const values = quantities.map((quantity, i) => quantity * (assets[i]?.price ?? 0n));
  values.push(cash.reduce((sum, left) => sum + left, 0n) * ONE);
  const total = values.reduce((sum, value) => sum + value, 0n);
  if (total <= 0n) return { broken: broken ?? "nothing is left", ...nothing, costs, cash };
  const off = values.map((value, i) => value * ONE - (market.targets[i] ?? 0n) * total);
  const squares = off.map((distance, i) =>
    ratio(distance * distance, (market.divisors[i] ?? 1n) * total * total * ONE),
  );
  const distances = off.map((distance) => ratio(distance, total * ONE));
  return {
    broken,
    drift: squares.reduce((sum, square) => sum + square, 0),
    misplaced: distances.reduce((sum, distance) => sum + Math.abs(distance), 0) / 2,
    costs,
    cash,
    distances,
    total: ratio(total, market.total),
  };
}

const nothing = { drift: Infinity, misplaced: Infinity, distances: [], total: 0 };
