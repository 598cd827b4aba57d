/**
 * Random use of the page: whatever a person does, what is shown is what is stored, nothing is lost by undo and redo,
 * and "Saved" is said only when it is so. The same things each day; FUZZ_SEED, FUZZ_PAGE_SECONDS, FUZZ_PATH and
 * FUZZ_REPLAY (as a failure prints them) try others, longer, or one again.
 */
import fc from "fast-check";
import { expect, it } from "vitest";

import { begin, use, type Real } from "./random-use/commands.js";
import { Model } from "./random-use/model.js";
import { visit } from "./support/visit.js";

const { FUZZ_PAGE_SECONDS = "30", FUZZ_SEED = "20261122", FUZZ_PATH, FUZZ_REPLAY } = process.env;
const seconds = Number(FUZZ_PAGE_SECONDS);

it("random use keeps the screen and the storage together", { timeout: seconds * 2_000 + 120_000 }, async () => {
  const commands = fc.commands(use, {
    maxCommands: 30,
    size: "max",
    ...(FUZZ_REPLAY === undefined ? {} : { replayPath: FUZZ_REPLAY }),
  });
  const end = Date.now() + seconds * 1_000;
  let walks = 0;
  let steps = 0;
  await fc.assert(
    fc.asyncProperty(commands, async (doings) => {
      // Ends what is generated beyond the time, and the search for a shorter walk that fails too.
      if (Date.now() > end) return;
      const visited = await visit();
      try {
        const model = new Model();
        await begin(model, visited);
        const real: Real = { visit: visited, done: () => (steps += 1) };
        await fc.asyncModelRun(() => ({ model, real }), doings);
        walks += 1;
      } finally {
        await visited.end();
      }
    }),
    {
      seed: Number(FUZZ_SEED),
      // No walk takes less than a second.
      numRuns: Math.ceil(seconds),
      ...(FUZZ_PATH === undefined ? {} : { path: FUZZ_PATH, endOnFailure: true }),
    },
  );
  console.log(`random use with FUZZ_SEED=${FUZZ_SEED}: ${walks} walks, ${steps} steps`);
  expect(steps).toBeGreaterThan(walks);
});
