import type { BallastDocument, Problem, Reply, Summary } from "../../../wasm/planner/planner.js";
import { isRulePolicy } from "../../shared/policy-kind.js";
import type { Engine } from "../../shared/engine/types.js";
import type { Workspace } from "../../shared/storage/types.js";
import { noFigures, type Figures } from "./app-state.js";
import { engineRequest } from "./engine-request.js";
import { noValues, valuesOf, withoutRefusedRows, type HoldingValues } from "./holding-values.js";
import { viewOf, wholeOf, withoutGroups } from "./view.js";

/** Long enough to be worth starting afresh, short enough that nobody waits for an answer that is no longer asked for. */
const ABORT_AFTER_MS = 400;

/** Targets: those of the whole portfolio, and those that groups of accounts have of their own. */
const IN_POLICY = /^\/(?:groups\/\d+\/)?policy(?:\/|$)/;
/** What else only they need. */
const OF_TARGETS = /^\/(?:classifications|assets\/\d+\/(?:market_cap|annual_volatility)$)/;

/**
 * Asks the engine, one workspace at a time and always the newest: what changed while it was busy is asked next, what
 * was overtaken is never shown.
 */
export class Calculation {
  #wanted: { workspace: Workspace; withPlan: boolean } | null = null;
  #running = false;
  #figures: Figures = noFigures;
  #abort: AbortController | null = null;
  #startedAt = 0;

  constructor(
    private readonly engine: Engine,
    private readonly publish: (figures: Figures) => void,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  ask(workspace: Workspace, withPlan: boolean): void {
    this.#wanted = { workspace, withPlan };
    if (!this.#running) void this.#run();
    else if (this.clock() - this.#startedAt > ABORT_AFTER_MS) this.#abort?.abort();
  }

  forget(): void {
    this.#wanted = null;
    this.#abort?.abort();
    this.#figures = noFigures;
    this.publish(noFigures);
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#wanted !== null) {
      const { workspace, withPlan } = this.#wanted;
      this.#wanted = null;
      this.#startedAt = this.clock();
      const figures = await this.#calculate(workspace, withPlan).catch((error: unknown) => this.#failed(error));
      // Overtaken, or forgotten meanwhile: nobody waits for these.
      if (figures === null || this.#wanted !== null) continue;
      this.#figures = figures;
      this.publish(figures);
    }
    this.#running = false;
  }

  async #calculate(workspace: Workspace, withPlan: boolean): Promise<Figures | null> {
    const document = wholeOf(workspace.document);
    const view = viewOf(workspace.document);
    const reply = await this.engine.summarize(document);
    const problems = reply.ok ? [] : reply.errors;
    const failure = problems.find((problem) => problem.source === "engine") ?? null;
    if (failure !== null) return { ...this.#figures, of: workspace, problems: [], plan: null, failure };
    if (this.#wanted !== null) return null;

    const whole = reply.ok ? reply.value : await this.#withoutPolicy(document, problems);
    const values = whole === null ? await this.#valuesOfTheRest(document, problems) : valuesOf(whole);
    const seen = !reply.ok || view === document ? reply : await this.engine.summarize(view);
    const summary = seen.ok ? seen.value : null;
    const now = view === document ? whole : (summary ?? (await this.#withoutPolicy(view, problems)));
    const resolution = summary !== null && isRulePolicy(view.policy) ? await this.engine.resolve(view) : null;
    let plan: Figures["plan"] = null;
    if (withPlan && summary !== null && this.#wanted === null && !amountMissing(workspace)) {
      this.#abort = new AbortController();
      plan = await this.engine.plan(view, engineRequest(workspace), this.#abort.signal);
      this.#abort = null;
    }
    const planFailure = failureIn(plan);
    return {
      of: workspace,
      problems,
      summary,
      now,
      whole,
      resolution: resolution?.ok === true ? resolution.value : null,
      values,
      plan,
      failure: planFailure ?? failureIn(resolution) ?? null,
    };
  }

  /** Mistakes in the targets, or in what they follow from, need not take away what the holdings are worth. */
  async #withoutPolicy(document: BallastDocument, problems: readonly Problem[]): Promise<Summary | null> {
    const others = problems.filter(({ pointer }) => !IN_POLICY.test(pointer));
    const inPolicy = others.length === 0;
    if (!others.every(({ pointer }) => OF_TARGETS.test(pointer))) return null;
    const without = { ...withoutGroups(document), policy: { targets: [] } };
    const reply = await this.engine.summarize(inPolicy ? without : withoutClasses(without));
    return reply.ok ? reply.value : null;
  }

  /** Nor a mistake in one row what the others are worth. */
  async #valuesOfTheRest(document: BallastDocument, problems: readonly Problem[]): Promise<HoldingValues> {
    const reply = await this.engine.summarize(withoutRefusedRows(document, problems));
    return reply.ok ? valuesOf(reply.value) : noValues;
  }

  #failed(error: unknown): Figures | null {
    this.#abort = null;
    if (error instanceof DOMException && error.name === "AbortError") return null;
    const failure: Problem = {
      code: "engine/unreachable",
      source: "engine",
      pointer: "",
      parameters: {},
      message: error instanceof Error ? error.message : String(error),
    };
    return { ...this.#figures, plan: null, failure };
  }
}

function failureIn(reply: Reply<unknown> | null): Problem | undefined {
  return reply?.ok === false ? reply.errors.find((problem) => problem.source === "engine") : undefined;
}

function withoutClasses({ classifications: _, assets, ...rest }: BallastDocument): BallastDocument {
  return { ...rest, assets: assets.map(({ market_cap: _cap, annual_volatility: _volatility, ...asset }) => asset) };
}

/** A deposit or withdrawal without an amount is not a mistake: it is not yet said. */
export function amountMissing({ request }: Workspace): boolean {
  return (request.cash_flows ?? []).some(({ amount }) => amount === "" || amount === "-");
}
