import { describe, expect, it } from "vitest";

import type { Analysis, AnalysisRequest, BallastDocument, Reply } from "../../../../wasm/planner/planner.js";
import { AnalysisRun, type AnalysisOutcome } from "../../../../web/app/analysis/analysis-run.js";
import { aDocument } from "../support/documents.js";

const composition = { effective_assets: "1", largest: null, classifications: [], cross_tables: [], parts: [] };
const analysis: Analysis = { current: composition, target: composition, after: null, findings: [] };

class FakeEngine {
  asked: { document: BallastDocument; request: AnalysisRequest; answer: (reply: Reply<Analysis>) => void }[] = [];
  aborted = 0;

  analyze(
    document: BallastDocument | string,
    request: AnalysisRequest,
    signal?: AbortSignal,
  ): Promise<Reply<Analysis>> {
    return new Promise((answer, reject) => {
      this.asked.push({ document: document as BallastDocument, request, answer });
      signal?.addEventListener("abort", () => {
        this.aborted += 1;
        reject(new DOMException("", "AbortError"));
      });
    });
  }
}

const settled = () => new Promise((done) => setTimeout(done));

function start() {
  const engine = new FakeEngine();
  const seen: AnalysisOutcome[] = [];
  const run = new AnalysisRun((outcome) => seen.push(outcome));
  return { engine, seen, run };
}

const wish = (title: string) => ({ document: aDocument({ title }), pairs: [], divided: null, plan: null });

describe("asking for an analysis", () => {
  it("asks once for the pairs, the parts and, only where it is looked at, the plan", async () => {
    const { engine, seen, run } = start();
    const pairs = [{ rows: "a", columns: "b" }];
    run.ask({ ...wish("one"), pairs, divided: "a", plan: { trigger: "always" } }, engine);
    expect(engine.asked[0]?.request).toEqual({ cross_tables: pairs, parts: ["a"], plan: { trigger: "always" } });
    engine.asked[0]?.answer({ ok: true, value: { ...analysis, after: composition } });
    await settled();
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ analysis: { after: composition }, trouble: null });

    run.ask(wish("two"), engine);
    engine.asked[1]?.answer({ ok: true, value: analysis });
    await settled();
    expect(engine.asked[1]?.request).toEqual({});
    expect(seen[1]).toMatchObject({ analysis, trouble: null });
  });

  it("says that a plan cannot be met, and still shows what is held and meant", async () => {
    const { engine, seen, run } = start();
    run.ask({ ...wish("one"), plan: {} }, engine);
    engine.asked[0]?.answer({ ok: true, value: analysis });
    await settled();
    expect(seen[0]).toMatchObject({ analysis, trouble: "The plan cannot be met as it is asked for." });
  });

  it("asks the newest next, and never shows what was overtaken", async () => {
    const { engine, seen, run } = start();
    for (const title of ["one", "two", "three"]) run.ask(wish(title), engine);
    expect(engine.asked).toHaveLength(1);
    engine.asked[0]?.answer({ ok: true, value: analysis });
    await settled();
    expect(engine.asked.map(({ document }) => document.title)).toEqual(["one", "three"]);
    engine.asked[1]?.answer({ ok: true, value: analysis });
    await settled();
    expect(seen.map((outcome) => outcome.wish.document.title)).toEqual(["three"]);
  });

  it("says why there is none", async () => {
    const { engine, seen, run } = start();
    run.ask(wish("one"), engine);
    const problem = {
      code: "x",
      source: "document",
      pointer: "",
      parameters: {},
      message: "From the engine.",
    } as const;
    engine.asked[0]?.answer({ ok: false, errors: [problem] });
    await settled();
    expect(seen[0]).toMatchObject({ analysis: null, trouble: "From the engine." });
  });

  it("stops when nobody looks any more, and can begin again", async () => {
    const { engine, seen, run } = start();
    run.ask(wish("one"), engine);
    run.stop();
    await settled();
    expect(engine.aborted).toBe(1);
    run.ask(wish("two"), engine);
    engine.asked[1]?.answer({ ok: true, value: analysis });
    await settled();
    expect(seen.map((outcome) => outcome.wish.document.title)).toEqual(["two"]);
  });
});
