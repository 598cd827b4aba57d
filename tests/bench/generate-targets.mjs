// @ts-check
/** A document whose rules fix every class of several classifications: shares that some weights really have. */
import { generator } from "./generator.mjs";

/** Weights in units of 1e-12, so that shares add up exactly. */
const WHOLE = 10n ** 12n;

/** @param {{ assets: number, classifications: number, classes: number }} size */
export function generateTargets({ assets, classifications, classes }) {
  const random = generator(1);
  const caps = Array.from({ length: assets }, () => Math.round(1e6 * Math.exp(8 * random())));
  const wanted = shares(caps.map((cap) => cap * Math.exp(random())));
  const divisions = Array.from({ length: classifications }, (_, d) => {
    const of = Array.from({ length: assets }, (_unused, i) => (i < classes ? i : Math.floor(random() * classes)));
    const sums = Array.from({ length: classes }, () => 0n);
    of.forEach((c, i) => (sums[c] = (sums[c] ?? 0n) + (wanted[i] ?? 0n)));
    return { id: `d${String(d)}`, of, sums };
  });
  return {
    format: "ballast",
    version: 1,
    base_currency: "USD",
    assets: caps.map((cap, i) => ({
      id: `a${String(i)}`,
      symbol: `A${String(i)}`,
      price: "1",
      market_cap: String(cap),
    })),
    accounts: [{ id: "main", cash: "1000000", holdings: [] }],
    classifications: divisions.map(({ id, of }) => ({
      id,
      name: id,
      classes: Array.from({ length: classes }, (_, c) => ({ id: `c${String(c)}`, name: `C${String(c)}` })),
      members: of.map((c, i) => ({ asset: `a${String(i)}`, class: `c${String(c)}` })),
    })),
    policy: {
      prior: { kind: "market_cap" },
      rules: divisions.flatMap(({ id, sums }) =>
        sums.map((sum, c) => ({ classification: id, class: `c${String(c)}`, exact: decimal(sum) })),
      ),
    },
  };
}

/**
 * @param {number[]} sizes
 * @returns {bigint[]} Summing to WHOLE.
 */
function shares(sizes) {
  const sum = sizes.reduce((total, size) => total + size, 0);
  const parts = sizes.map((size) => BigInt(Math.floor((size / sum) * Number(WHOLE))));
  const left = WHOLE - parts.reduce((total, part) => total + part, 0n);
  return parts.map((part, i) => (i === 0 ? part + left : part));
}

/** @param {bigint} units */
function decimal(units) {
  const text = units.toString().padStart(13, "0");
  return `${text.slice(0, -12)}.${text.slice(-12)}`;
}
