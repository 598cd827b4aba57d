// @ts-check
/**
 * The separable core alone, beside the same optimum by halving in plain JavaScript: in one run, on the same numbers, and
 * only if both find the same drift.
 */
import { generateLots, TODAY } from "../generate-lots.mjs";
import { solveByHalving } from "./by-halving.mjs";

const LOTS = 100_000;
const SAME = 1e-9; // of the drift
/** Of what gains come to without a budget. */
const BUDGET_SHARE = 0.3;

/** @typedef {import("./by-halving.mjs").Asset} Asset */

/** @param {(run: () => void) => { ms: number, fastest_ms: number, runs: number }} time */
export async function separableRows(time) {
  const document = generateLots({ assets: 1000, accounts: 1, lots: LOTS });
  for (const asset of document.assets) delete asset.spread;
  const priceOf = new Map(document.assets.map(({ id, price }) => [id, Number(price)]));
  for (const account of document.accounts) {
    Object.assign(account, { fees: {}, tax_rules: "flat" });
    for (const { asset, lots } of account.holdings) for (const lot of lots) withGain(lot, priceOf.get(asset) ?? 0);
  }
  const text = JSON.stringify({ ...document, tax_rules: [{ id: "flat", lots: "hifo", periods: [{ rate: "0.25" }] }] });

  const { default: createModule } = await import(
    new URL("../../../build/wasm/bench/separable.mjs", import.meta.url).href
  );
  const core = await createModule();
  const separable = new core.Separable(text, JSON.stringify({ date: TODAY }));
  const { assets, cash } = numbersOf(separable, document);
  const budget = BUDGET_SHARE * solveByHalving(assets, cash, Infinity).gains;

  const drift = separable.solve(budget);
  const other = solveByHalving(assets, cash, budget);
  const off = Math.abs(drift - other.drift) / other.drift;
  if (!(off < SAME)) throw new Error(`separable: drift ${drift}, by halving ${other.drift}: off by ${off}`);

  const what = `1,000 assets with ${LOTS.toLocaleString("en")} lots in one account, within a budget for gains: the optimum alone`;
  return [
    { name: "separable_100k_lots", engine: "wasm-node", ...time(() => separable.solve(budget)), what },
    {
      name: "separable_100k_lots",
      engine: "plain-js",
      ...time(() => solveByHalving(assets, cash, budget)),
      what: `the same by halving in plain JavaScript; both find the drift ${drift.toPrecision(6)}, to ${off.toPrecision(1)} of it`,
    },
  ];
}

/**
 * Every lot has a gain: only then is the whole convex, and has one optimum that both have to find.
 * @param {{ unit_cost: string }} lot
 * @param {number} price
 */
function withGain(lot, price) {
  lot.unit_cost = (Number(lot.unit_cost) * (1 / 1.3)).toFixed(2);
  if (Number(lot.unit_cost) > price) lot.unit_cost = String(price);
}

/**
 * @param {any} separable
 * @param {ReturnType<typeof generateLots>} document
 */
function numbersOf(separable, document) {
  const list = (/** @type {string} */ name) => {
    const vector = separable[name]();
    return Array.from({ length: vector.size() }, (_, at) => Number(vector.get(at)));
  };
  const [values, goals, divisors] = [list("values"), list("goals"), list("divisors")];
  const total = separable.total();
  const holdings = new Map(document.accounts[0]?.holdings.map((holding) => [holding.asset, holding]));
  /** @type {Asset[]} */
  const assets = document.assets.map(({ id, price }, at) => ({
    value: values[at] ?? 0,
    goal: goals[at] ?? 0,
    divisor: divisors[at] ?? 1,
    lots: lotsOf(holdings.get(id)?.lots ?? [], Number(price), values[at] ?? 0, total),
  }));
  const last = goals.length - 1;
  return { assets, cash: { cash: separable.cash(), goal: goals[last] ?? 0, divisor: divisors[last] ?? 1 } };
}

/**
 * Those that cost most first, then what has no lot, all of which is gain.
 * @param {{ quantity: string, unit_cost: string }[]} lots
 * @param {number} price
 * @param {number} value
 * @param {number} total
 */
function lotsOf(lots, price, value, total) {
  let rest = value;
  const sorted = lots.toSorted((a, b) => Number(b.unit_cost) - Number(a.unit_cost));
  const out = sorted.map(({ quantity, unit_cost }) => {
    const width = Math.min(rest, (Number(quantity) * price) / total);
    rest -= width;
    return { width, gain: (price - Number(unit_cost)) / price };
  });
  return [...out, { width: rest, gain: 1 }];
}
