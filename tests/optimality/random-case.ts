/** Documents and requests from a seed, with every term of trades that the formats know. */
import type { Account, Asset, FeeSchedule, Holding, PlanRequest } from "../../wasm/planner/planner.js";
import { generator } from "../bench/generator.mjs";
import type { WeightDocument } from "./market.js";

export interface Case {
  seed: number;
  document: WeightDocument;
  request: PlanRequest;
}

export interface Shape {
  mostAssets: number;
  mostAccounts: number;
  /** none: whole steps worth whole minor units; rates: only in proportion; all. */
  costs: "none" | "rates" | "all";
  steps: "coarse" | "fine" | "mixed";
  /** Exactly so many assets and accounts. */
  isFull?: boolean;
}

const DAYS = ["2026-01-01", "2026-06-15", "2026-06-16", "2028-02-29"];

export function randomCase(seed: number, shape: Shape): Case {
  const random = generator(seed * 7919 + 17);
  const between = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const oneIn = (count: number): boolean => between(1, count) === 1;
  const decimal = (size: number, digits: number): string => (size / 10 ** digits).toFixed(digits);

  const steps = { coarse: ["1", "1", "2", "10", "0.5"], fine: ["0.00000001", "0.000001", "0"], mixed: [] }[shape.steps];
  const kinds = steps.length > 0 ? steps : ["1", "1", "0.1", "0.001", "0.00000001", "0", "5"];
  const asset = (_: unknown, i: number): Asset => {
    const quantity_step = kinds[between(0, kinds.length - 1)] ?? "1";
    // Without costs, trades of whole steps are worth whole cents, so that the total stays what it is.
    const price = decimal(oneIn(3) ? between(2000, 90000) : between(100, 9000), 2);
    return {
      id: `a${i}`,
      symbol: `A${i}`,
      price: shape.costs === "none" && quantity_step === "0.5" ? String(between(1, 400)) : price,
      quantity_step,
      ...(shape.costs === "all" && oneIn(3) && { spread: decimal(between(1, 200), 4) }),
      ...(oneIn(9) && { may_buy: false }),
      ...(oneIn(9) && { may_sell: false }),
    };
  };
  const count = (most: number): number => (shape.isFull === true ? most : between(1, most));
  const assets = Array.from({ length: count(shape.mostAssets) }, asset);

  const schedule = (): FeeSchedule => {
    const fees: FeeSchedule = oneIn(4) ? {} : { proportional: decimal(between(0, 60), 4) };
    if (shape.costs === "rates") return fees;
    if (oneIn(3)) fees.fixed = decimal(between(1, 700), 2);
    if (oneIn(4)) fees.minimum = decimal(between(1, 500), 2);
    if (oneIn(4)) fees.maximum = decimal(Number(fees.minimum ?? "0") * 100 + between(100, 4000), 2);
    if (!oneIn(3)) return fees;
    let from = 0;
    fees.tiers = Array.from({ length: between(1, 3) }, () => ({
      from: String((from += between(50, 4000))),
      proportional: decimal(between(0, 60), 4),
      fixed: decimal(between(0, 300), 2),
    }));
    return fees;
  };

  const holding = ({ id, price, quantity_step = "1" }: Asset): Holding => {
    const worth = oneIn(4) ? 0 : between(0, 6000);
    const isWhole = Number(quantity_step) >= 0.001 && !oneIn(10);
    const held = worth / Number(price);
    const quantity = isWhole
      ? (Math.round(held / Number(quantity_step)) * Number(quantity_step)).toFixed(4)
      : held.toFixed(8);
    const quarter = (Math.floor(Number(quantity) * 2500) / 1e4).toFixed(4);
    const out: Holding = { asset: id, quantity };
    if (oneIn(8)) out.locked_quantity = quarter;
    if (Number(quarter) > 0 && oneIn(10)) out.locks = [{ quantity: quarter, until: DAYS[between(0, 3)] ?? "" }];
    if (oneIn(12)) out.may_buy = false;
    if (oneIn(12)) out.may_sell = false;
    if (shape.costs === "all" && oneIn(10)) out.minimum_quantity = String(between(1, 4));
    return out;
  };
  const account = (_: unknown, a: number): Account => ({
    id: `c${a}`,
    cash: decimal(oneIn(3) ? 0 : between(0, 500_000), 2),
    ...(shape.costs !== "none" && oneIn(2) && { fees: schedule() }),
    ...(shape.costs === "all" && oneIn(5) && { minimum_trade_value: String(between(1, 300)) }),
    holdings: assets.filter(() => !oneIn(4)).map(holding),
  });
  const accounts = Array.from({ length: count(shape.mostAccounts) }, account);

  const parts = [...assets, null].map(() => (oneIn(6) ? 0 : between(1, 20)));
  const whole = parts.reduce((sum, part) => sum + part, 0) || 1;
  const grain = oneIn(2) ? 100 : 10_000;
  const targets = assets.map(({ id }, i) => ({
    asset: id,
    weight: decimal(Math.floor((grain * (parts[i] ?? 0)) / whole) * (10_000 / grain), 4),
  }));

  const request: PlanRequest = {};
  if (oneIn(4)) request.directions = oneIn(2) ? "buy_only" : "sell_only";
  if (shape.costs === "all" && oneIn(5)) request.minimum_trade_value = String(between(1, 400));
  if (oneIn(2)) request.date = "2026-06-15";
  const flows = accounts.flatMap(({ id, cash = "0" }) => {
    if (!oneIn(4)) return [];
    const size = oneIn(2) ? between(1, 400_000) : -between(1, Math.max(2, Math.round(Number(cash) * 150)));
    return [{ account: id, amount: decimal(size, 2) }];
  });
  if (flows.length > 0) request.cash_flows = flows;
  const document: WeightDocument = {
    format: "ballast",
    version: 1,
    base_currency: "USD",
    assets,
    accounts,
    policy: { targets },
  };
  return { seed, document, request };
}
