/** A document and a request as what may be traded where: docs/format and docs/math/rebalance.md, read anew. */
import type { BallastDocument, Holding, PlanRequest } from "../../wasm/planner/planner.js";
import { ceilDivide, halfEvenDivide, ONE, units } from "./decimals.js";
import { Fees } from "./fees.js";

export type WeightDocument = BallastDocument & { policy: { targets: { asset: string; weight: string }[] } };

export interface TradedAsset {
  id: string;
  /** Units of 1e-18, all of them. */
  price: bigint;
  bid: bigint;
  ask: bigint;
  step: bigint;
  /** In all accounts. */
  quantity: bigint;
}

export interface TradedAccount {
  id: string;
  /** Units of 1e-18, after deposits and withdrawals; below 0 where it has to sell. */
  cash: bigint;
  fees: Fees;
  /** The least value of a trade, in minor units. */
  least: bigint;
}

/** One asset in one account. */
export interface Pair {
  account: number;
  asset: number;
  mayBuy: boolean;
  /** Whole steps that may be sold. */
  mostSold: bigint;
  /** The fewest whole steps that are traded. */
  fewest: bigint;
  /** It has no target, and selling all that may be sold is worth its fee. */
  mustGo: boolean;
}

export interface Market {
  /** One minor unit, in units of 1e-18. */
  minor: bigint;
  assets: TradedAsset[];
  accounts: TradedAccount[];
  pairs: Pair[];
  /** Assets, then cash; units of 1e-18. */
  targets: bigint[];
  divisors: bigint[];
  /** Before trades, in units of 1e-36. */
  total: bigint;
}

export function readMarket(document: WeightDocument, request: PlanRequest): Market {
  const { base_currency: currency } = document;
  const minor = 10n ** BigInt(18 - (typeof currency === "string" ? 2 : currency.minor_unit_digits));
  const targets = readTargets(document);
  const smallest = targets.reduce((least, target) => (target > 0n && target < least ? target : least), ONE);
  const assets = document.assets.map(({ id, price, spread = "0", quantity_step = "0.00000001" }, i) => {
    const middle = units(price);
    const half = halfEvenDivide(halfEvenDivide(middle * units(spread), ONE), 2n);
    const quantity = document.accounts.reduce((sum, account) => sum + units(held(account, i)?.quantity ?? "0"), 0n);
    const step = units(quantity_step);
    return { id, price: middle, bid: middle - half, ask: middle + half, step: step === 0n ? 1n : step, quantity };
  });
  const accounts = document.accounts.map(({ id, cash = "0", fees = {}, minimum_trade_value = "0" }) => {
    const flow = request.cash_flows?.find(({ account }) => account === id)?.amount ?? "0";
    const least = [minimum_trade_value, request.minimum_trade_value ?? "0"].map((text) =>
      ceilDivide(units(text), minor),
    );
    const [own = 0n, asked = 0n] = least;
    return { id, cash: units(cash) + units(flow), fees: new Fees(fees, minor), least: own > asked ? own : asked };
  });
  const cash = accounts.reduce((sum, account) => sum + account.cash, 0n);
  const market: Market = {
    minor,
    assets,
    accounts,
    pairs: [],
    targets,
    divisors: targets.map((target) => (target > 0n ? target : smallest)),
    total: assets.reduce((sum, { quantity, price }) => sum + quantity * price, cash * ONE),
  };
  for (const account of accounts.keys()) {
    for (const asset of assets.keys()) {
      const pair = readPair(document, request, market, account, asset);
      if (pair.mayBuy || pair.mostSold > 0n) market.pairs.push(pair);
    }
  }
  return market;

  function held({ holdings }: { holdings: Holding[] }, i: number): Holding | undefined {
    return holdings.find(({ asset }) => asset === document.assets[i]?.id);
  }
}

/** What a trade is settled at, in minor units. */
export function valueOf(market: Market, asset: number, side: "buy" | "sell", quantity: bigint): bigint {
  const { bid = 0n, ask = 0n } = market.assets[asset] ?? {};
  return halfEvenDivide(quantity * (side === "buy" ? ask : bid), market.minor * ONE);
}

export function isWorthTrading({ fees, least }: TradedAccount, value: bigint): boolean {
  return value >= least && value > fees.of(value);
}

function readTargets({ assets, policy }: WeightDocument): bigint[] {
  const weights = assets.map(({ id }) => units(policy.targets.find(({ asset }) => asset === id)?.weight ?? "0"));
  return [...weights, ONE - weights.reduce((sum, weight) => sum + weight, 0n)];
}

function readPair(document: WeightDocument, request: PlanRequest, market: Market, a: number, i: number): Pair {
  const [account, asset, traded] = [document.accounts[a], document.assets[i], market.assets[i]];
  const venue = market.accounts[a];
  if (!account || !asset || !traded || !venue) throw new Error("no such pair");
  const holding = account.holdings.find((row) => row.asset === asset.id);
  const listed = document.accounts.some(({ holdings }) => holdings.some((row) => row.asset === asset.id));
  const wanted = (market.targets[i] ?? 0n) > 0n;
  const mayBuy =
    wanted &&
    traded.price > 0n &&
    request.directions !== "sell_only" &&
    asset.may_buy !== false &&
    (holding === undefined ? !listed : holding.may_buy !== false);
  const sells =
    traded.price > 0n && request.directions !== "buy_only" && asset.may_sell !== false && holding?.may_sell !== false;
  const mostSold =
    sells && holding !== undefined ? (units(holding.quantity) - locked(holding, request)) / traded.step : 0n;
  const fewest = ceilDivide(units(holding?.minimum_quantity ?? "0"), traded.step);
  const all = valueOf(market, i, "sell", mostSold * traded.step);
  const mustGo = !wanted && mostSold > 0n && mostSold >= fewest && isWorthTrading(venue, all);
  return { account: a, asset: i, mayBuy, mostSold, fewest, mustGo };
}

function locked({ locked_quantity = "0", locks = [] }: Holding, { date }: PlanRequest): bigint {
  const waiting = locks.filter(({ until }) => date === undefined || date < until);
  return waiting.reduce((sum, { quantity }) => sum + units(quantity), units(locked_quantity));
}
