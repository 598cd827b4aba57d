/** Random documents with rules through the planner, judged by HiGHS and by exact sums. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Conflict, Planner, Resolution } from "../../wasm/planner/planner.js";
import { createPlanner } from "../../wasm/planner/planner.mjs";
import { createJudge } from "./targets/judge.js";
import { beyondTheLargest, meaningOf, ONE, units } from "./targets/meaning.js";
import { randomDocument, type RuleDocument } from "./targets/random-document.js";

const DOCUMENTS = 600;
/** 1e-10 of the whole, in units of 1e-54: a share of a share of a weight. */
const KEPT = 10n ** 44n;
/** 1e-9, in units of 1e-18. */
const SAME = 10n ** 9n;

let planner: Planner;
let judge: Awaited<ReturnType<typeof createJudge>>;
/** Resolved once, looked at from several sides. */
const cases: { seed: number; document: RuleDocument; resolution: Resolution }[] = [];

beforeAll(async () => {
  planner = await createPlanner();
  judge = await createJudge();
  for (let seed = 1; seed <= DOCUMENTS; ++seed) {
    const document = randomDocument(seed);
    cases.push({ seed, document, resolution: resolve(document) });
  }
});
afterAll(() => {
  judge.dispose();
});

function resolve(document: RuleDocument): Resolution {
  const reply = planner.resolve(document);
  if (!reply.ok) throw new Error(JSON.stringify(reply.errors));
  return reply.value;
}

function pointers({ policy }: RuleDocument): string[] {
  return [
    ...policy.rules.map((_, r) => `/policy/rules/${r}`),
    ...(policy.largest === undefined ? [] : ["/policy/largest"]),
    ...(policy.most_per_asset === undefined ? [] : ["/policy/most_per_asset"]),
  ];
}

function withoutRule(document: RuleDocument, pointer: string): RuleDocument {
  const copy = structuredClone(document);
  if (pointer === "/policy/largest") delete copy.policy.largest;
  else if (pointer === "/policy/most_per_asset") delete copy.policy.most_per_asset;
  else copy.policy.rules.splice(Number(pointer.split("/")[3]), 1);
  return copy;
}

/** The document with the values at the pointers set, as a person would who takes the relaxation. */
function relaxed(document: RuleDocument, { relaxation }: Conflict): RuleDocument {
  const copy = structuredClone(document);
  for (const { pointer, from, to } of relaxation) {
    const path = pointer.split("/").slice(1);
    const last = path.pop() ?? "";
    let at = copy as unknown as Record<string, unknown>;
    for (const key of path) at = at[key] as Record<string, unknown>;
    expect(units(String(at[last]))).toBe(units(from));
    at[last] = to;
  }
  return copy;
}

/** What is wrong with targets for a document, by exact look-through. */
function faults(document: RuleDocument, { targets }: Resolution): string[] {
  const weights = targets.map(({ weight }) => units(weight));
  const out: string[] = [];
  if (weights.reduce((sum, weight) => sum + weight, 0n) !== ONE) out.push("do not sum to 1");
  if (weights.some((weight) => weight < 0n)) out.push("a negative weight");
  for (const [r, rule] of document.policy.rules.entries()) {
    const { subject, whole, least, most } = meaningOf(document, rule);
    const sum = (shares: bigint[]): bigint => shares.reduce((all, share, i) => all + share * (weights[i] ?? 0n), 0n);
    const all = whole === null ? ONE * ONE : sum(whole);
    if (sum(subject) < least * all - KEPT || sum(subject) > most * all + KEPT) out.push(`break rule ${r}`);
  }
  const cap = units(document.policy.most_per_asset ?? "1") + SAME / 10n;
  const leftOut = beyondTheLargest(document);
  for (const [i, { price }] of document.assets.entries()) {
    const weight = weights[i] ?? 0n;
    if (weight > cap) out.push(`asset ${i} is above the cap`);
    if (weight > 0n && (Number(price) === 0 || leftOut[i] === true)) out.push(`asset ${i} has a weight`);
  }
  return out;
}

function farthest(one: Resolution, other: Resolution): bigint {
  const distances = one.targets.map(({ weight }, i) => {
    const difference = units(weight) - units(other.targets[i]?.weight ?? "0");
    return difference < 0n ? -difference : difference;
  });
  return distances.reduce((most, distance) => (distance > most ? distance : most), 0n);
}

describe("random rules", () => {
  it("are resolved exactly where a linear solver says that they can be kept", () => {
    const wrong = cases.filter(({ document, resolution }) => {
      expect(["resolved", "infeasible"]).toContain(resolution.status);
      expect(resolution.conflict === null).toBe(resolution.status === "resolved");
      return judge.canBeKept(document, pointers(document)) !== (resolution.status === "resolved");
    });
    expect(wrong.map(({ seed }) => seed)).toEqual([]);
    const resolved = cases.filter(({ resolution }) => resolution.status === "resolved").length;
    expect(resolved).toBeGreaterThan(DOCUMENTS / 5);
    expect(resolved).toBeLessThan((DOCUMENTS * 4) / 5);
  });

  it("are kept by targets that sum to exactly 1", () => {
    const wrong = cases.flatMap(({ seed, document, resolution }) =>
      resolution.status === "resolved"
        ? faults(document, resolution).map((fault) => `seed ${seed}: targets ${fault}`)
        : [],
    );
    expect(wrong).toEqual([]);
  });

  it("change nothing where they are said not to bind", () => {
    const wrong: string[] = [];
    for (const { seed, document, resolution } of cases) {
      if (resolution.status !== "resolved") continue;
      expect(resolution.rules.map(({ pointer }) => pointer)).toEqual(pointers(document));
      for (const { pointer, binding } of resolution.rules) {
        if (binding) continue;
        const other = resolve(withoutRule(document, pointer));
        if (other.status !== "resolved" || farthest(other, resolution) > SAME) wrong.push(`seed ${seed}: ${pointer}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("that conflict do so, and no rule of a conflict is there for nothing", () => {
    const wrong: string[] = [];
    for (const { seed, document, resolution } of cases) {
      if (resolution.conflict === null) continue;
      const rules = resolution.conflict.rules.map(({ pointer }) => pointer);
      if (judge.canBeKept(document, rules)) wrong.push(`seed ${seed}: no conflict`);
      for (const left of rules) {
        const others = rules.filter((pointer) => pointer !== left);
        if (!judge.canBeKept(document, others)) wrong.push(`seed ${seed}: ${left} is there for nothing`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("are relaxed by as little as a linear solver finds, and can then be kept", () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const { seed, document, resolution } of cases) {
      if (resolution.conflict === null) continue;
      const taken = relaxed(document, resolution.conflict);
      const after = resolve(taken);
      if (after.status !== "resolved") wrong.push(`seed ${seed}: still ${after.status}`);
      if (farthest(after, resolution) > 0n) wrong.push(`seed ${seed}: shows other targets`);
      wrong.push(...faults(taken, resolution).map((fault) => `seed ${seed}: relaxed targets ${fault}`));
      if (document.policy.rules.some(({ of }) => of !== undefined)) continue;
      ++compared;
      let size = 0;
      let rounding = 1e-9;
      for (const { pointer, from, to } of resolution.conflict.relaxation) {
        const cost = document.policy.rules[Number(pointer.split("/")[3])]?.locked === true ? 10_000 : 1;
        size += cost * Math.abs(Number(units(to) - units(from)) / 1e18);
        rounding += cost * 1e-11; // of new numbers
      }
      const least = judge.leastChange(document);
      if (Math.abs(size - least) > rounding) wrong.push(`seed ${seed}: ${size}, not ${least}`);
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(DOCUMENTS / 10);
  });
});
