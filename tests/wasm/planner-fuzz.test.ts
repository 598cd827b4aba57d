/** Any value that JavaScript has, handed to the planner: it answers, and never throws. */
import { readFileSync } from "node:fs";

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { createPlanner } from "../../wasm/planner/planner.mjs";
import type { Planner, Reply } from "../../wasm/planner/planner.js";
import { nearTo } from "../web/fuzz/mutated.js";
import { inherited, runs, timeFor } from "../web/fuzz/runs.js";

const sample = readFileSync(new URL("../../public/samples/starter.ballast.json", import.meta.url), "utf8");

let planner: Planner;
let before: string;

beforeAll(async () => {
  planner = await createPlanner();
  before = inherited();
});

function thrower(thrown: unknown): object {
  return {
    get assets(): unknown {
      throw thrown;
    },
  };
}

function cyclic(): object {
  const value: Record<string, unknown> = {};
  value["assets"] = [value];
  return value;
}

class OddError extends Error {
  override get message(): string {
    throw new Error("no message");
  }
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** What no generator makes. */
const odd: [string, () => unknown][] = [
  ["a member that throws an error", () => thrower(new Error("no"))],
  ["a member that throws nothing", () => thrower(undefined)],
  ["a member that throws what is no text", () => thrower(Object.create(null))],
  ["a member that throws a symbol", () => thrower(Symbol("x"))],
  ["a member that throws an error without words", () => thrower(Object.assign(new Error(), { message: 5 }))],
  ["a member that throws an error that throws", () => thrower(new OddError())],
  ["a circle", cyclic],
  ["a proxy that is gone", revoked],
  ["a function", () => () => 1],
  ["a symbol", () => Symbol("x")],
  ["a big number", () => 1n],
  ["a typed array", () => new Uint8Array(10)],
  ["a text that is an object", () => Object(sample) as unknown],
  ["what asks the planner while it is written", () => ({ toJSON: () => planner.plan(sample) })],
];

function check(reply: Reply<unknown>): void {
  expect(inherited()).toBe(before);
  if (reply.ok) return;
  expect(reply.errors.length).toBeGreaterThan(0);
  for (const { code, source, pointer, message } of reply.errors) {
    expect(code).toMatch(/^[a-z]+\/[a-z_]+$/);
    expect(source).not.toBe("engine");
    expect(pointer).toMatch(/^(\/|$)/);
    expect(typeof message).toBe("string");
  }
}

function askAll(document: unknown, request: unknown): void {
  const asked = { document, request } as { document: string; request: string };
  check(planner.validate(asked.document));
  check(planner.summarize(asked.document));
  check(planner.resolve(asked.document));
  check(planner.plan(asked.document, asked.request));
  check(planner.analyze(asked.document, asked.request));
  check(planner.carryOut(asked.document, asked.request));
  check(planner.profile(asked.request));
}

describe("the planner, given anything", () => {
  it.each(odd)("answers %s", (_, make) => {
    askAll(make(), {});
    askAll(sample, make());
  });

  it("answers any value", { timeout: timeFor(500) }, () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withNullPrototype: true,
      withBoxedValues: true,
      withObjectString: true,
    });
    const value = fc.oneof(anything, fc.string({ unit: "binary" }), fc.constant(sample));
    fc.assert(
      fc.property(value, anything, (document, request) => {
        askAll(document, request);
      }),
      runs(500),
    );
  });

  it("answers what is nearly a document, as text and as data alike", { timeout: timeFor(400) }, () => {
    fc.assert(
      fc.property(nearTo(JSON.parse(sample)), (text) => {
        const fromText = planner.summarize(text);
        check(fromText);
        let data: unknown;
        try {
          data = JSON.parse(text);
        } catch {
          return;
        }
        // A text inside a text is a text to be read.
        if (typeof data !== "string") expect(planner.summarize(data as string)).toEqual(fromText);
      }),
      runs(400),
    );
  });
});
