/** Documents with random rules, from a seed: shares in steps of 0.05, so that conflicts are far from any tolerance. */
import type { BallastDocument, Classification, ClassReference, Prior, Rule } from "../../../wasm/planner/planner.js";
import { generator } from "../../bench/generator.mjs";

export type RuleDocument = BallastDocument & {
  classifications: Classification[];
  policy: { prior: Prior; rules: Rule[]; largest?: number; most_per_asset?: string };
};

const PRIORS = [
  "market_cap",
  "square_root_market_cap",
  "equal",
  "current",
  "inverse_volatility",
  "given",
] as const satisfies readonly Prior["kind"][];

export function randomDocument(seed: number): RuleDocument {
  const random = generator(seed);
  const between = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const oneIn = (count: number): boolean => between(1, count) === 1;
  const pick = <T>(list: readonly T[]): T => {
    const item = list[between(0, list.length - 1)];
    if (item === undefined) throw new Error("nothing to choose from");
    return item;
  };
  const share = (twentieths: number): string => (twentieths / 20).toFixed(2);

  const assets = Array.from({ length: between(2, 9) }, (_, i) => ({
    id: `a${i}`,
    symbol: `A${i}`,
    price: oneIn(12) ? "0" : "1",
    ...(oneIn(8) ? {} : { market_cap: String(between(0, 1000)) }),
    ...(oneIn(8) ? {} : { annual_volatility: share(between(1, 30)) }),
  }));
  const positions = [...assets.map(({ id }) => id), null];

  const members = (classes: readonly string[], divided: boolean): { class: string; share: string }[] => {
    const out: { class: string; share: string }[] = [];
    let left = 20;
    for (let parts = divided ? between(1, 3) : 1; parts > 0 && left > 0; --parts) {
      const id = pick(classes);
      if (out.some((member) => member.class === id)) continue;
      const taken = divided ? between(1, left) : left;
      out.push({ class: id, share: share(taken) });
      left -= taken;
    }
    return out;
  };

  const classification = (d: number): Classification => {
    const ids = Array.from({ length: between(2, 5) }, (_, c) => String.fromCharCode(97 + c));
    const tiers = oneIn(5);
    const nested = !tiers && oneIn(3);
    const divided = oneIn(3);
    const classes: Classification["classes"] = [];
    for (const [c, id] of ids.entries()) {
      const above = nested && c > 0 && oneIn(2) ? pick(classes) : undefined;
      const entry = { id, name: id.toUpperCase(), ...(tiers ? { at_least: String(c * 250) } : {}) };
      if (above === undefined) classes.push(entry);
      else (above.classes ??= []).push(entry);
    }
    return {
      id: `d${d}`,
      name: `D${d}`,
      ...(tiers ? { kind: "market_cap" } : {}),
      classes,
      members: assets
        .filter(() => !oneIn(tiers ? 2 : 8))
        .flatMap(({ id }) => members(ids, divided).map((member) => ({ asset: id, ...member }))),
      ...(oneIn(2) ? { cash_members: members(ids, divided) } : {}),
    };
  };
  const classifications = Array.from({ length: between(2, 4) }, (_, d) => classification(d));
  const paths = classifications.flatMap(({ id, classes }) => pathsOf(id, classes, []));

  const rule = (): Rule[] => {
    const path = pick(paths);
    const asset = oneIn(4) ? pick(positions) : undefined;
    const subject = asset === undefined ? path[path.length - 1] : { asset };
    if (subject === undefined) return [];
    // Of a class above it, or of one of another classification.
    const others = paths.filter(([top]) => asset !== undefined || top?.classification !== path[0]?.classification);
    const wholes = [...path.slice(0, -1), ...others.flatMap((other) => other.slice(-1))];
    const of = oneIn(6) && wholes.length > 0 ? { of: pick(wholes) } : {};
    const worthless = assets.some(({ id, price }) => id === asset && price === "0");
    const least = worthless ? 0 : between(0, oneIn(2) ? 4 : 12);
    const most = Math.min(20, least + between(0, 8));
    const way = worthless ? 2 : between(0, 3);
    const numbers = [
      { exact: share(least) },
      { least: share(least) },
      { most: share(most) },
      { least: share(least), most: share(most) },
    ][way];
    return [{ ...subject, ...numbers, ...of, ...(oneIn(6) ? { locked: true } : {}) }];
  };

  const kind = pick(PRIORS);
  const given = positions.map((asset) => ({ asset, weight: String(oneIn(5) ? 0 : between(1, 50)) }));
  return {
    format: "ballast",
    version: 1,
    base_currency: "USD",
    assets,
    accounts: [
      {
        id: "main",
        cash: String(between(0, 100)),
        holdings: assets.filter(() => oneIn(2)).map(({ id }) => ({ asset: id, quantity: String(between(0, 100)) })),
      },
    ],
    classifications,
    policy: {
      prior: kind === "given" ? { kind, weights: given } : { kind },
      rules: Array.from({ length: between(1, 8) }, rule).flat(),
      ...(oneIn(6) ? { largest: between(1, 6) } : {}),
      ...(oneIn(4) ? { most_per_asset: share(between(2, 15)) } : {}),
    },
  };
}

/** Every class with all above it, from the top. */
function pathsOf(id: string, classes: Classification["classes"], above: ClassReference[]): ClassReference[][] {
  return classes.flatMap((entry) => {
    const path = [...above, { classification: id, class: entry.id }];
    return [path, ...pathsOf(id, entry.classes ?? [], path)];
  });
}
