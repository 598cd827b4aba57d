import { describe, expect, it } from "vitest";

import type { BallastDocument, Problem, Reply, Validation } from "../../../../wasm/planner/planner.js";
import { readStrategy } from "../../../../web/app/strategies/read-strategy.js";
import { aDocument } from "../support/documents.js";
import { aStrategy, builtIn } from "./strategies.js";

class FakeEngine {
  seen: BallastDocument | null = null;
  constructor(private readonly errors: Partial<Problem>[] = []) {}

  validate(document: BallastDocument | string): Promise<Reply<Validation>> {
    this.seen = document as BallastDocument;
    const errors = this.errors.map((error) => ({
      code: "document/unknown_value",
      source: "document" as const,
      pointer: "",
      parameters: {},
      message: "From the engine.",
      ...error,
    }));
    return Promise.resolve(
      errors.length > 0 ? { ok: false, errors } : { ok: true, value: { valid: true, notices: [] } },
    );
  }
}

function read(data: unknown, engine = new FakeEngine()) {
  return readStrategy(typeof data === "string" ? data : JSON.stringify(data), engine, builtIn, aDocument());
}

describe("a strategy file", () => {
  it("is read, whatever mark stands before it", async () => {
    expect(await read(`\uFEFF${JSON.stringify(aStrategy())}`)).toEqual({ strategy: aStrategy(), problems: [] });
  });

  it("has its rules judged by the engine, with the classes they speak of and the assets there are", async () => {
    const engine = new FakeEngine();
    const own = { id: "own", name: "Own", classes: [{ id: "x", name: "X" }] };
    await read(aStrategy({ own_classifications: [own] }), engine);
    expect(engine.seen?.classifications).toEqual([builtIn[0], own]);
    expect(engine.seen?.assets).toEqual(aDocument().assets);
    expect(engine.seen?.policy).toEqual(aStrategy().policy);
  });

  it("tells the engine's problems at their place in the file, and not those of the portfolio", async () => {
    const engine = new FakeEngine([
      { pointer: "/policy/rules/0/exact" },
      { pointer: "/classifications/1/classes/0/name" },
      { pointer: "/assets/0/price" },
    ]);
    const own = { id: "own", name: "Own", classes: [] };
    const { strategy, problems } = await read(aStrategy({ own_classifications: [own] }), engine);
    expect(strategy).toBeNull();
    expect(problems.map(({ pointer }) => pointer)).toEqual([
      "/policy/rules/0/exact",
      "/own_classifications/0/classes/0/name",
    ]);
  });

  it("tells everything that is wrong at once", async () => {
    const { strategy, problems } = await read({
      ...aStrategy(),
      name: " ",
      source: 5,
      weaknesses: [],
      classifications: ["type", "colour"],
      own_classifications: [null],
      policy: { targets: [] },
      advice: "buy",
    });
    expect(strategy).toBeNull();
    expect(problems.map(({ pointer }) => pointer)).toEqual([
      "/advice",
      "/name",
      "/source",
      "/weaknesses",
      "/classifications/1",
      "/own_classifications",
      "/policy",
    ]);
  });

  it.each([
    ["nonsense", "not JSON"],
    [[], "not a Ballast strategy"],
    [aDocument(), "not a Ballast strategy"],
    [{ ...aStrategy(), version: 2 }, "version 1 only"],
  ])("refuses %j", async (data, words) => {
    const { strategy, problems } = await read(data);
    expect(strategy).toBeNull();
    expect(problems[0]?.message).toContain(words);
  });
});
