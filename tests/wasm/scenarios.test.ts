import { existsSync, readdirSync, readFileSync } from "node:fs";

import { beforeAll, describe, expect, it } from "vitest";

import { createPlanner } from "../../wasm/planner/planner.mjs";
import type { Planner, Problem, Reply } from "../../wasm/planner/planner.js";

interface Scenario {
  name: string;
  command: "describe" | "validate" | "summarize" | "plan" | "resolve" | "analyze" | "carry_out" | "profile";
  document?: unknown;
  /** Where the text itself is what is wrong. */
  document_text?: string;
  request?: unknown;
  request_text?: string;
  reply: Reply<unknown>;
}

/** What a file under tests/errors/ holds instead of a reply. */
type Refusal = Omit<Scenario, "reply"> & { errors: Problem[] };

const tests = new URL("../", import.meta.url);

function filesIn(folder: string): [string, Scenario][] {
  const url = new URL(`${folder}/`, tests);
  if (!existsSync(url)) return [];
  return readdirSync(url, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => {
      const file = JSON.parse(readFileSync(new URL(name, url), "utf8")) as Scenario | Refusal;
      return [`${folder}/${name}`, "errors" in file ? { ...file, reply: { ok: false, errors: file.errors } } : file];
    });
}

function run(planner: Planner, scenario: Scenario): Reply<unknown> {
  const document = scenario.document_text ?? JSON.stringify(scenario.document);
  const request = scenario.request_text ?? JSON.stringify(scenario.request ?? {});
  switch (scenario.command) {
    case "describe":
      return planner.describe();
    case "validate":
      return planner.validate(document);
    case "summarize":
      return planner.summarize(document);
    case "plan":
      return planner.plan(document, request);
    case "resolve":
      return planner.resolve(document);
    case "analyze":
      return planner.analyze(document, request);
    case "carry_out":
      return planner.carryOut(document, request);
    case "profile":
      return planner.profile(request);
  }
}

describe("scenarios, as WebAssembly: byte for byte what the native core answers", () => {
  const scenarios = [...filesIn("scenarios"), ...filesIn("errors")];
  let planner: Planner;

  beforeAll(async () => {
    planner = await createPlanner();
  });

  it("there are some", () => {
    expect(scenarios.length).toBeGreaterThan(0);
  });

  it.each(scenarios)("%s", (_, scenario) => {
    // As text: the order of fields and every digit count.
    expect(JSON.stringify(run(planner, scenario), null, 1)).toBe(JSON.stringify(scenario.reply, null, 1));
  });

  it("every error code has its file", () => {
    const described = planner.describe();
    const codes = described.ok ? described.value.error_codes.map(({ code }) => code) : [];
    // An internal failure or a plan that fails its own check cannot be asked for; a text of 16 MiB is made in
    // planner.test.ts, lists that are too long in the C++ runner (which also runs as WebAssembly), and a text that is
    // not UTF-8 is no JavaScript string.
    const unreachable = [
      "engine/verification_failed",
      "engine/internal",
      "text/too_long",
      "text/not_utf8",
      "document/too_many",
    ];
    const covered = new Set(
      filesIn("errors").flatMap(([, { reply }]) => (reply.ok ? [] : reply.errors.map(({ code }) => code))),
    );
    expect(codes.filter((code) => !covered.has(code) && !unreachable.includes(code))).toEqual([]);
  });
});
