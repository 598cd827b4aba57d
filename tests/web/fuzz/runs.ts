/** How many cases a fuzz test tries: few enough for every day, or FUZZ_RUNS. FUZZ_SEED and FUZZ_PATH try a failure again. */
import type { Parameters } from "fast-check";

export function runs(everyDay: number): Pick<Parameters<unknown>, "numRuns" | "seed" | "path" | "endOnFailure"> {
  const { FUZZ_RUNS, FUZZ_SEED, FUZZ_PATH } = process.env;
  return {
    numRuns: FUZZ_RUNS === undefined ? everyDay : Number(FUZZ_RUNS),
    ...(FUZZ_SEED === undefined ? {} : { seed: Number(FUZZ_SEED) }),
    ...(FUZZ_PATH === undefined ? {} : { path: FUZZ_PATH, endOnFailure: true }),
  };
}

/** A minute for every ten thousand cases, so that a long run is not cut off. */
export function timeFor(everyDay: number): number {
  return 30_000 + (runs(everyDay).numRuns ?? 0) * 60;
}

/** What all objects inherit: whoever writes there has polluted everything. */
export function inherited(): string {
  return [Object.prototype, Array.prototype, Function.prototype, String.prototype]
    .map((prototype) => Reflect.ownKeys(prototype).map(String).join())
    .join("\n");
}
