import { readFileSync } from "node:fs";

import { beforeAll, describe, expect, it } from "vitest";

import * as door from "../../wasm/planner/planner.mjs";
import type { BallastDocument, Planner, Reply } from "../../wasm/planner/planner.js";
import { LIMITS } from "../../wasm/planner/to-text.mjs";

const sample = readFileSync(new URL("../../public/samples/starter.ballast.json", import.meta.url), "utf8");
const document = JSON.parse(sample) as BallastDocument;

let planner: Planner;

beforeAll(async () => {
  planner = await door.createPlanner();
});

function errors(reply: Reply<unknown>): string[] {
  return reply.ok ? [] : reply.errors.map(({ code, source }) => `${source} ${code}`);
}

describe("the door on the real core", () => {
  it("exports what planner.d.ts declares, and nothing else", () => {
    const declared = readFileSync(new URL("../../wasm/planner/planner.d.ts", import.meta.url), "utf8");
    const functions = [...declared.matchAll(/^export (?:declare )?function (\w+)/gm)].map(([, name]) => name);
    expect(Object.keys(door).sort()).toEqual(functions.sort());
    const body = /export interface Planner \{([^}]*)\}/.exec(declared)?.[1] ?? "";
    const methods = [...body.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name);
    expect(Object.keys(planner).sort()).toEqual(methods.sort());
  });

  it("describes itself, with the limits that this door checks", () => {
    const reply = planner.describe();
    expect(reply).toMatchObject({
      ok: true,
      value: {
        name: "ballast",
        document_version: 1,
        limits: { document_bytes: LIMITS.document, request_bytes: LIMITS.request },
      },
    });
    const codes = reply.ok ? reply.value.error_codes.map(({ code }) => code) : [];
    expect(codes).toEqual([...new Set(codes)]);
    // Those that the door itself gives in the core's name.
    expect(codes).toContain("text/too_long");
    expect(codes).toContain("text/not_json");
  });

  it("plans the sample portfolio, to the cent", () => {
    expect(planner.validate(sample)).toMatchObject({ ok: true, value: { valid: true } });
    expect(planner.summarize(sample)).toMatchObject({ ok: true, value: { total_value: "130000" } });
    const reply = planner.plan(document, { directions: "both" });
    if (!reply.ok) throw new Error(JSON.stringify(reply.errors));
    expect(reply.value.trades.length).toBeGreaterThan(2);
    const cents = (text: string): bigint => BigInt(Math.round(Number(text) * 100));
    for (const row of reply.value.accounts) {
      const after =
        cents(row.cash_before) +
        cents(row.deposits) +
        cents(row.sells) -
        cents(row.buys) -
        cents(row.fees) -
        cents(row.withdrawals);
      expect(after).toBe(cents(row.cash_after));
    }
    expect(Number(reply.value.drift.after.misplaced_share)).toBeLessThan(0.01);
  });

  it("gives the same reply for text and for data, with and without a request", () => {
    expect(planner.plan(document)).toEqual(planner.plan(sample, "{}"));
    expect(planner.plan(document, {})).toEqual(planner.plan(sample));
  });

  it("answers a document of exactly as many bytes as are read, and refuses one more", () => {
    const spaces = " ".repeat(LIMITS.document - new TextEncoder().encode(sample).length);
    const name = "x".repeat(LIMITS.document - 2);
    const started = performance.now();
    expect(planner.validate(sample + spaces).ok).toBe(true);
    expect(planner.plan(spaces + sample).ok).toBe(true);
    expect(errors(planner.validate(`"${name}"`))).toEqual(["document document/wrong_type"]);
    expect(errors(planner.validate(`${sample}${spaces} `))).toEqual(["document text/too_long"]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("refuses what is too long before it is copied", () => {
    const started = performance.now();
    expect(planner.validate(" ".repeat(LIMITS.document + 1))).toEqual({
      ok: false,
      errors: [
        {
          code: "text/too_long",
          source: "document",
          pointer: "",
          parameters: { bytes: String(LIMITS.document + 1), limit: String(LIMITS.document) },
          message: `This text has ${LIMITS.document + 1} bytes; at most ${LIMITS.document} are read.`,
        },
      ],
    });
    expect(performance.now() - started).toBeLessThan(1000);
    // Bytes, not characters.
    expect(errors(planner.plan(sample, `"${"é".repeat(LIMITS.request / 2)}"`))).toEqual(["request text/too_long"]);
    expect(errors(planner.plan("x".repeat(LIMITS.document + 1), "x".repeat(LIMITS.request + 1)))).toEqual([
      "document text/too_long",
      "request text/too_long",
    ]);
  });

  it("lets through what just fits, and the core agrees on the limit", () => {
    expect(errors(planner.validate(" ".repeat(LIMITS.document)))).toEqual(["document text/not_json"]);
    const padded = sample + " ".repeat(LIMITS.document - new TextEncoder().encode(sample).length);
    expect(planner.validate(padded)).toMatchObject({ ok: true });
  });

  it("is not broken by half characters", () => {
    for (const text of ['{"format":"ballast\ud800"}', '"\udc00', "\ud800", '{"\ud83d":1}', '"\ud83d\ude00\ud83d"']) {
      const reply = planner.validate(text);
      expect(reply.ok).toBe(false);
      expect(errors(reply)).not.toContain("engine engine/trap");
    }
    expect(planner.validate({ ...document, title: "\ud83d\ude00" })).toMatchObject({ ok: true });
    expect(planner.validate({ ...document, title: "half \ud83d" }).ok).toBe(false);
    expect(planner.validate(sample)).toMatchObject({ ok: true });
  });

  it("answers for data that is no JSON", () => {
    const cyclic: Record<string, unknown> = {};
    cyclic["self"] = cyclic;
    for (const input of [cyclic, { price: 1n }, undefined, () => 1]) {
      expect(errors(planner.validate(input as never))).toEqual(["document text/not_json"]);
    }
    expect(errors(planner.plan(document, cyclic as never))).toEqual(["request text/not_json"]);
  });

  it("answers whatever text it is given, and goes on working", () => {
    const deep = "[".repeat(100_000);
    const texts = [
      "",
      "null",
      "[]",
      "{",
      '{"a":1}x',
      '{"format":"ballast","format":"ballast"}',
      "NaN",
      deep,
      `{"a":${deep}`,
    ];
    for (const text of [...texts, "\0", '"\0"', "\uFEFF{}", '{"__proto__":{}}', "1e999999999"]) {
      for (const command of ["validate", "summarize", "plan"] as const) {
        const reply = planner[command](text);
        expect(reply.ok, text.slice(0, 20)).toBe(false);
        expect(
          errors(reply).every((error) => error.startsWith("document ")),
          text.slice(0, 20),
        ).toBe(true);
      }
    }
    expect(planner.plan(sample)).toMatchObject({ ok: true });
  });

  it("takes the module from bytes, a compiled module or an address", async () => {
    const url = new URL("../../build/wasm/ballast.wasm", import.meta.url);
    const bytes = readFileSync(url);
    const expected = planner.plan(sample);
    for (const wasm of [bytes, await WebAssembly.compile(bytes), url, url.href]) {
      expect((await door.createPlanner({ wasm })).plan(sample)).toEqual(expected);
    }
  });
});
