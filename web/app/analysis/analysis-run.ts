import type { Analysis, AnalysisRequest, BallastDocument, PlanRequest } from "../../../wasm/planner/planner.js";
import type { Engine } from "../../shared/engine/types.js";

export interface AnalysisWish {
  readonly document: BallastDocument;
  readonly pairs: NonNullable<AnalysisRequest["cross_tables"]>;
  /** The classification whose parts are drawn; null where there is none. */
  readonly divided: string | null;
  /** Null: what the plan leads to is not asked for. */
  readonly plan: PlanRequest | null;
}

export interface AnalysisOutcome {
  readonly wish: AnalysisWish;
  readonly analysis: Analysis | null;
  /** Why there is no analysis, or no plan. */
  readonly trouble: string | null;
}

type AnalysisEngine = Pick<Engine, "analyze">;

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
  const { document, pairs, divided, plan } = wish;
  const asked: AnalysisRequest = {
    ...(pairs.length === 0 ? {} : { cross_tables: pairs }),
    ...(divided === null ? {} : { parts: [divided] }),
    ...(plan === null ? {} : { plan }),
  };
  const reply = await engine.analyze(document, asked, signal);
  if (!reply.ok) return { wish, analysis: null, trouble: reply.errors[0]?.message ?? "" };
  const isMissing = plan !== null && reply.value.after === null;
  return { wish, analysis: reply.value, trouble: isMissing ? "The plan cannot be met as it is asked for." : null };
}

function failed(wish: AnalysisWish, error: unknown): AnalysisOutcome | null {
  if (error instanceof DOMException && error.name === "AbortError") return null;
  return { wish, analysis: null, trouble: error instanceof Error ? error.message : String(error) };
}
