import type { Analysis, AnalysisRequest, BallastDocument, Plan, PlanRequest } from "../../../wasm/planner/planner.js";
import type { Engine } from "../../shared/engine/types.js";

export interface AnalysisWish {
  readonly document: BallastDocument;
  readonly pairs: NonNullable<AnalysisRequest["cross_tables"]>;
  /** Null: what the plan leads to is not asked for. */
  readonly plan: PlanRequest | null;
}

export interface AnalysisOutcome {
  readonly wish: AnalysisWish;
  readonly analysis: Analysis | null;
  /** Its weights, for the treemap. */
  readonly plan: Plan | null;
  /** Why there is no analysis, or no plan. */
  readonly trouble: string | null;
}

type AnalysisEngine = Pick<Engine, "analyze" | "plan">;

/**
 * Asks the engine for one analysis at a time and always the newest, like the session's figures: what changed while it was
 * busy is asked next, what was overtaken is not shown.
 */
export class AnalysisRun {
  #wanted: { wish: AnalysisWish; engine: AnalysisEngine } | null = null;
  #running = false;
  #abort: AbortController | null = null;

  constructor(private readonly publish: (outcome: AnalysisOutcome) => void) {}

  ask(wish: AnalysisWish, engine: AnalysisEngine): void {
    this.#wanted = { wish, engine };
    if (!this.#running) void this.#run();
  }

  /** Nobody looks any more: a long calculation must not keep the engine from what comes next. */
  stop(): void {
    this.#wanted = null;
    this.#abort?.abort();
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#wanted !== null) {
      const { wish, engine } = this.#wanted;
      this.#wanted = null;
      this.#abort = new AbortController();
      const outcome = await answer(wish, engine, this.#abort.signal).catch((error: unknown) => failed(wish, error));
      const { aborted } = this.#abort.signal;
      this.#abort = null;
      if (!aborted && this.#wanted === null && outcome !== null) this.publish(outcome);
    }
    this.#running = false;
  }
}

async function answer(wish: AnalysisWish, engine: AnalysisEngine, signal: AbortSignal): Promise<AnalysisOutcome> {
  const { document, pairs, plan: request } = wish;
  const asked: AnalysisRequest = {
    ...(pairs.length === 0 ? {} : { cross_tables: pairs }),
    ...(request === null ? {} : { plan: request }),
  };
  const reply = await engine.analyze(document, asked, signal);
  if (!reply.ok) return { wish, analysis: null, plan: null, trouble: reply.errors[0]?.message ?? "" };
  if (request === null || reply.value.after === null) {
    const trouble = request === null ? null : "The plan cannot be met as it is asked for.";
    return { wish, analysis: reply.value, plan: null, trouble };
  }
  const plan = await engine.plan(document, request, signal);
  return {
    wish,
    analysis: reply.value,
    plan: plan.ok ? plan.value : null,
    trouble: plan.ok ? null : (plan.errors[0]?.message ?? ""),
  };
}

function failed(wish: AnalysisWish, error: unknown): AnalysisOutcome | null {
  if (error instanceof DOMException && error.name === "AbortError") return null;
  return { wish, analysis: null, plan: null, trouble: error instanceof Error ? error.message : String(error) };
}
