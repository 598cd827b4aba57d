// @ts-check
/**
 * npm run bench -- [NAME] [--json]
 *
 * Times the module under Node, from document text to reply text, after warm-up: the median of at least 15 runs. NAME:
 * only the rows whose name has it. --json: [{"name", "engine", "ms", …}].
 */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";

import { generateLots, TODAY } from "./generate-lots.mjs";
import { generatePortfolio } from "./generate-portfolio.mjs";
import { generateTargets } from "./generate-targets.mjs";
import { separableRows } from "./separable/row.mjs";

const WARM_UPS = 5;
const RUNS = 15;
const AT_LEAST_MS = 1000;

const build = new URL("../../build/wasm/", import.meta.url);

/** @typedef {{ validate(document: string): string, summarize(document: string): string, plan(document: string, request: string): string, resolve(document: string): string }} Core */

const sparse = () => JSON.stringify(generatePortfolio({ assets: 1000, accounts: 20, held: 100 }));
const dense = () => JSON.stringify(generatePortfolio({ assets: 1000, accounts: 20, held: 1000 }));
const targets = () => JSON.stringify(generateTargets({ assets: 1000, classifications: 5, classes: 100 }));
const taxed = (/** @type {{ assets: number, accounts: number, lots: number }} */ size) => () =>
  JSON.stringify(generateLots(size));
const dated = JSON.stringify({ date: TODAY });
const budgeted = JSON.stringify({ date: TODAY, gain_budget: "20000" });
const manyLots = taxed({ assets: 1000, accounts: 1, lots: 100_000 });
const sample = () => readFile(new URL("../../public/samples/starter.ballast.json", import.meta.url), "utf8");
const banded = JSON.stringify({ trigger: "outside_bands", destination: "band_edge", minimum_trade_value: "25" });

/** @type {{ name: string, what: string, document: () => string | Promise<string>, run: (core: Core, document: string) => string }[]} */
const ROWS = [
  {
    name: "plan_1000x20",
    what: "full plan, 1,000 assets in 20 accounts that hold 100 each",
    document: sparse,
    run: (core, document) => core.plan(document, "{}"),
  },
  {
    name: "plan_1000x20_bands",
    what: "the same, only what is outside its band, to the edge, trades of at least 25",
    document: sparse,
    run: (core, document) => core.plan(document, banded),
  },
  {
    name: "plan_1000x20_dense",
    what: "full plan, every account holds all 1,000 assets",
    document: dense,
    run: (core, document) => core.plan(document, "{}"),
  },
  {
    name: "validate_1000x20",
    what: "reading and checking the document only",
    document: sparse,
    run: (core, document) => core.validate(document),
  },
  {
    name: "summarize_1000x20",
    what: "reading, valuing and weighing only",
    document: sparse,
    run: (core, document) => core.summarize(document),
  },
  {
    name: "targets_1000x5x100",
    what: "targets from rules: 1,000 assets, an exact share for each of 100 classes in 5 classifications",
    document: targets,
    run: (core, document) => core.resolve(document),
  },
  {
    name: "plan_exact_30x3",
    what: "full plan, 30 assets in 3 accounts with 200 lots, fees, minimums and whole shares",
    document: taxed({ assets: 30, accounts: 3, lots: 200 }),
    run: (core, document) => core.plan(document, dated),
  },
  {
    name: "plan_500x5000lots",
    what: "full plan, 500 assets in 3 accounts with 5,000 lots, fees, minimums and whole shares",
    document: taxed({ assets: 500, accounts: 3, lots: 5000 }),
    run: (core, document) => core.plan(document, dated),
  },
  {
    name: "plan_500x5000lots_budget",
    what: "the same within a budget for gains",
    document: taxed({ assets: 500, accounts: 3, lots: 5000 }),
    run: (core, document) => core.plan(document, budgeted),
  },
  {
    name: "plan_100k_lots_budget",
    what: "1,000 assets in one account with 100,000 lots, within a budget for gains",
    document: manyLots,
    run: (core, document) => core.plan(document, budgeted),
  },
  {
    name: "validate_100k_lots",
    what: "reading and checking that document only",
    document: manyLots,
    run: (core, document) => core.validate(document),
  },
  {
    name: "plan_sample",
    what: "full plan of the sample portfolio",
    document: sample,
    run: (core, document) => core.plan(document, "{}"),
  },
];

const { values, positionals } = parseArgs({ options: { json: { type: "boolean" } }, allowPositionals: true });
const SEPARABLE = "separable_100k_lots";
const names = [...ROWS.map(({ name }) => name), SEPARABLE];
const named = names.filter((name) => positionals.length === 0 || positionals.includes(name));
const wanted = new Set(
  named.length > 0 ? named : names.filter((name) => positionals.some((part) => name.includes(part))),
);
if (wanted.size === 0) {
  console.error(`No such row. There are: ${names.join(", ")}`);
  process.exit(2);
}

const { default: createModule } = await import(new URL("ballast.mjs", build).href);
/** @type {Core} */
const core = await createModule();

const results = [];
for (const { name, what, document, run } of ROWS.filter((row) => wanted.has(row.name))) {
  const text = await document();
  const reply = JSON.parse(run(core, text));
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.errors.slice(0, 3))}`);
  results.push({
    name,
    engine: "wasm-node",
    ...time(() => run(core, text)),
    document_bytes: Buffer.byteLength(text),
    ...(reply.value.trades === undefined ? {} : proofOf(reply.value)),
    what,
  });
}

if (wanted.has(SEPARABLE)) results.push(...(await separableRows(time)));

if (values.json) {
  console.log(JSON.stringify(results, null, 2));
} else {
  for (const { name, ms, fastest_ms, runs, what, ...more } of results) {
    const gap =
      "gap_of_drift" in more && typeof more.gap_of_drift === "number"
        ? `, gap ${(100 * more.gap_of_drift).toPrecision(2)} % of the drift before`
        : "";
    const times = `${ms.toFixed(2).padStart(9)} ms  (fastest ${fastest_ms.toFixed(2)}, ${runs} runs)`;
    console.log(`${name.padEnd(24)} ${times}  ${what}${gap}`);
  }
}

/** @param {() => void} run */
function time(run) {
  for (let i = 1; i < WARM_UPS; i += 1) run();
  /** @type {number[]} */
  const times = [];
  const started = performance.now();
  while (times.length < RUNS || performance.now() - started < AT_LEAST_MS) {
    const before = performance.now();
    run();
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  return { ms: round(times[Math.floor(times.length / 2)] ?? 0), fastest_ms: round(times[0] ?? 0), runs: times.length };
}

/** How far from optimal it may be, as a share of the drift that was to be mended. @param {any} plan */
function proofOf({ trades, status, gap, drift }) {
  const before = Number(drift.before.chi_square);
  return { trades: trades.length, status, gap_of_drift: before > 0 ? Number(gap) / before : 0 };
}

/** @param {number} ms */
function round(ms) {
  return Math.round(ms * 1000) / 1000;
}
