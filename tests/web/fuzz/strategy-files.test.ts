/** Files of strategies, nearly right: read without a fault, and every problem has its place in the file. */
import { readdirSync, readFileSync } from "node:fs";

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { createPlanner } from "../../../wasm/planner/planner.mjs";
import type { Planner } from "../../../wasm/planner/planner.js";
import type { Engine } from "../../../web/shared/engine/types.js";
import { readStrategy } from "../../../web/app/strategies/read-strategy.js";
import { aDocument } from "../app/support/documents.js";
import { aStrategy, builtIn } from "../app/strategies/strategies.js";
import { nearTo } from "./mutated.js";
import { inherited, runs, timeFor } from "./runs.js";

const folder = new URL("../../../public/strategies/", import.meta.url);
const shipped = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as unknown);
const own = aStrategy({ own_classifications: [{ id: "own", name: "Own", classes: [{ id: "x", name: "X" }] }] });

let planner: Planner;

beforeAll(async () => {
  planner = await createPlanner();
});

describe("files of strategies", () => {
  it("are read without a fault, whatever is in them", { timeout: timeFor(1000) }, async () => {
    const before = inherited();
    const engine: Pick<Engine, "validate"> = { validate: (document) => Promise.resolve(planner.validate(document)) };
    await fc.assert(
      fc.asyncProperty(nearTo(aStrategy(), own, ...shipped), fc.boolean(), async (text, withDocument) => {
        const read = await readStrategy(text, engine, builtIn, withDocument ? aDocument() : null);
        expect(inherited()).toBe(before);
        expect(read.strategy === null).toBe(read.problems.length > 0);
        for (const { pointer, message } of read.problems) {
          expect(pointer).toMatch(/^(\/|$)/);
          expect(message).not.toBe("");
          // The engine itself is never at fault.
          expect(message).not.toMatch(/internal fault/);
        }
      }),
      runs(1000),
    );
  });
});
