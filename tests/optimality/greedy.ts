/**
 * What a person would do by hand: sell what has no target, then what is furthest above its target, then buy what is
 * furthest below, in whole steps and fees paid, each where it may be done, and only where that brings the whole nearer.
 */
import type { Market, Pair } from "./market.js";
import { type Order, type Outcome, outcomeOf } from "./outcome.js";

/** The best of the plans on the way that keep the rules; null where none does. */
export function greedyPlan(market: Market): { orders: Order[]; outcome: Outcome } | null {
  const orders = new Map<Pair, Order>();
  for (const pair of market.pairs.filter(({ mustGo }) => mustGo)) orders.set(pair, { pair, steps: -pair.mostSold });
  let now = outcomeOf(market, [...orders.values()]);
  let best = now.broken === null ? { orders: [...orders.values()], outcome: now } : null;
  const consider = (pair: Pair, steps: bigint): void => {
    if (steps === 0n) return;
    const tried = outcomeOf(market, [...orders.values(), { pair, steps }]);
    const isAllowed = tried.broken === null || (steps < 0n && tried.broken === "an account is overdrawn");
    if (!isAllowed || (now.broken === null && tried.drift >= now.drift)) return;
    orders.set(pair, { pair, steps });
    now = tried;
    if (now.broken === null && (best === null || now.drift < best.outcome.drift)) {
      best = { orders: [...orders.values()], outcome: now };
    }
  };
  const byDistance = (sign: number): Pair[] =>
    market.pairs
      .filter((pair) => !orders.has(pair))
      .sort((one, other) => sign * ((now.distances[one.asset] ?? 0) - (now.distances[other.asset] ?? 0)));

  for (const pair of byDistance(-1)) {
    const wanted = stepsToTarget(market, pair, now);
    if (wanted < 0n) consider(pair, wanted < -pair.mostSold ? -pair.mostSold : wanted);
  }
  for (const pair of byDistance(1)) {
    const [asset, account] = [market.assets[pair.asset], market.accounts[pair.account]];
    const cash = now.cash[pair.account] ?? 0n;
    if (!pair.mayBuy || !asset || !account || cash <= 0n) continue;
    const paid = account.fees.of(cash / market.minor) * market.minor;
    const affordable = ((cash - paid) * 10n ** 18n) / (asset.ask * asset.step);
    const wanted = stepsToTarget(market, pair, now);
    if (wanted > 0n && affordable > 0n) consider(pair, wanted < affordable ? wanted : affordable);
  }
  return best;
}

function stepsToTarget(market: Market, { asset: i }: Pair, { distances, total }: Outcome): bigint {
  const { price = 1n, step = 1n } = market.assets[i] ?? {};
  const worth = -(distances[i] ?? 0) * total * (Number(market.total) / 1e36);
  const steps = worth / ((Number(price) / 1e18) * (Number(step) / 1e18));
  return BigInt(Math.trunc(steps));
}
