import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Conflict } from "../../wasm/planner/planner.js";
import { sentence } from "../app/parts/sentence.js";
import type { StrategyProblem } from "../app/strategies/read-strategy.js";
import { loadStrategyParts, type StrategyParts } from "../app/strategies/strategy-parts.js";
import type { Strategy } from "../app/strategies/strategy.js";
import { encodeStrategy } from "../shared/share/encode-strategy.js";
import type { FrameMessage } from "../widget/messages.js";
import { loadCore, type Core } from "./core.js";
import { blankRow, documentOf, figuresNeeded, firstEntries, requestOf, type Entries, type Row } from "./entries.js";
import { entryForm } from "./entry-form.js";
import { findStrategy } from "./find-strategy.js";
import { noProblems, placeProblems, type PlacedProblems } from "./place-problems.js";
import { conflictNote, results, type Calculated } from "./results.js";
import { strategyView } from "./strategy-view.js";

const NO_CORE = "The calculation could not be loaded. Check the connection and try again.";

/** The whole planner of a frame: a strategy, what a visitor types, and what follows from both. Nothing is kept. */
export class EmbeddedPlanner extends LitElement {
  static override properties = {
    parts: { state: true },
    strategy: { state: true },
    problems: { state: true },
    entries: { state: true },
    core: { state: true },
    placed: { state: true },
    conflict: { state: true },
    calculated: { state: true },
    trouble: { state: true },
  };
  declare parts: StrategyParts | null;
  declare strategy: Strategy | null;
  declare problems: readonly StrategyProblem[];
  declare entries: Entries | null;
  declare core: Core | null;
  declare placed: PlacedProblems;
  declare conflict: Conflict | null;
  declare calculated: Calculated | null;
  declare trouble: string;
  /** To the page around, if it listens. */
  tell: (message: FrameMessage) => void = () => undefined;
  /** After each drawing. */
  drawn: () => void = () => undefined;
  #wanted: string | null = null;

  constructor() {
    super();
    this.parts = null;
    this.strategy = null;
    this.problems = [];
    this.entries = null;
    this.core = null;
    this.placed = noProblems;
    this.conflict = null;
    this.calculated = null;
    this.trouble = "";
  }

  /** There is a planner to see, or why there is none. */
  get settled(): boolean {
    return this.strategy !== null || this.problems.length > 0 || this.trouble !== "";
  }

  /** The whole document is this element's, and so is its style sheet. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** English is the one language so far; another locale is answered in it. */
  async show(wanted: string, _locale: string): Promise<void> {
    // Colours may change while somebody types; what they typed stays.
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    try {
      this.parts ??= await loadStrategyParts();
      const { library, builtIn } = this.parts;
      const found = await findStrategy(wanted, library, builtIn, () => this.#validator());
      if (wanted !== this.#wanted) return;
      this.#take(found.strategy, found.problems);
    } catch {
      this.#wanted = null;
      this.trouble = NO_CORE;
      this.tell({ kind: "problem", code: "engine" });
    }
  }

  override render(): TemplateResult {
    const { strategy, parts, entries } = this;
    return html`<main @focusin=${this.#prepare}>
      ${strategy === null || parts === null || entries === null ? this.#unusable() : this.#planner(strategy, parts, entries)}
      ${this.trouble === "" ? nothing : html`<p class="note bad" role="alert">${this.trouble}</p>`}
      <footer class="soft small">
        Calculated, not advice. What you type stays in this frame: it is neither stored nor sent, and the page around it
        cannot read it. <b>Ballast</b>
      </footer>
    </main>`;
  }

  protected override updated(changed: PropertyValues): void {
    this.drawn();
    if (changed.has("calculated") && this.calculated !== null) {
      this.querySelector<HTMLElement>("#results-title")?.focus({ preventScroll: true });
    } else if (changed.has("placed")) this.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }

  #unusable(): TemplateResult {
    if (this.problems.length === 0) return html`<p class="soft" role="status">Loading the planner…</p>`;
    return html`<div class="note bad" role="alert" data-testid="strategy-problems">
      <h1>This page's strategy cannot be used</h1>
      <ul>
        ${this.problems
          .slice(0, 12)
          .map(
            ({ pointer, message }) =>
              html`<li>
                ${pointer === "" ? nothing : html`<code><bdi>${pointer}</bdi></code> `}${sentence(message)}
              </li>`,
          )}
      </ul>
    </div>`;
  }

  #planner(strategy: Strategy, parts: StrategyParts, entries: Entries): TemplateResult {
    const { core } = this;
    return html`${strategyView(strategy, parts.builtIn)}
      <section aria-labelledby="entries-title" @keydown=${this.#keyDown}>
        <h2 id="entries-title">Your figures</h2>
        ${entryForm({
          entries,
          needed: figuresNeeded(strategy, parts.builtIn),
          problems: this.placed,
          currencies: core?.description.currencies.map(({ code }) => code) ?? [entries.currency],
          document: core === null ? null : documentOf(entries, strategy, parts, core.description),
          change: (change) => this.#change({ ...entries, ...change }),
          changeRow: (row, change) =>
            this.#change({ ...entries, rows: entries.rows.map((one) => (one === row ? { ...row, ...change } : one)) }),
          addRow: () => this.#addRow(entries),
          removeRow: (row) => this.#removeRow(entries, row),
        })}
        ${this.placed.rest.map((text) => html`<p class="note bad" role="alert">${sentence(text)}</p>`)}
        ${this.conflict === null ? nothing : conflictNote(this.conflict)}
        <button type="button" class="button primary" data-testid="calculate" @click=${this.#calculate}>
          Calculate trades
        </button>
      </section>
      ${this.calculated === null ? nothing : results(this.calculated)}`;
  }

  #take(strategy: Strategy | null, problems: readonly StrategyProblem[]): void {
    this.strategy = strategy;
    this.problems = problems;
    this.trouble = "";
    this.#change(strategy === null ? null : firstEntries(strategy));
    const encoded = strategy === null ? null : encodeStrategy(strategy);
    if (encoded?.ok === true) this.tell({ kind: "strategy", fragment: encoded.fragment });
    else if (strategy === null) this.tell({ kind: "problem", code: "strategy" });
  }

  /** Figures that no longer belong to what is typed are not shown. */
  #change(entries: Entries | null): void {
    this.entries = entries;
    this.placed = noProblems;
    this.conflict = null;
    this.calculated = null;
  }

  #addRow(entries: Entries): void {
    const row = blankRow();
    this.#change({ ...entries, rows: [...entries.rows, row] });
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`#f-${String(row.key)}-symbol`)?.focus());
  }

  #removeRow(entries: Entries, row: Row): void {
    const rows = entries.rows.filter((one) => one !== row);
    this.#change({ ...entries, rows: rows.length > 0 ? rows : [blankRow()] });
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(".row input")?.focus());
  }

  /** Whoever puts the cursor into a field will want the figures. */
  #prepare = (): void => {
    void this.#load().catch(() => undefined);
  };

  async #load(): Promise<Core> {
    return (this.core ??= await loadCore());
  }

  async #validator() {
    const { planner } = await this.#load();
    return {
      validate: (document: Parameters<typeof planner.validate>[0]) => Promise.resolve(planner.validate(document)),
    };
  }

  #keyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) void this.#calculate();
  };

  #calculate = async (): Promise<void> => {
    const { strategy, parts } = this;
    this.trouble = "";
    let core: Core;
    try {
      core = await this.#load();
    } catch {
      this.trouble = NO_CORE;
      this.tell({ kind: "problem", code: "engine" });
      return;
    }
    // What was typed while the core was loading counts too.
    const { entries } = this;
    if (strategy === null || parts === null || entries === null || strategy !== this.strategy) return;
    const document = documentOf(entries, strategy, parts, core.description);
    const plan = core.planner.plan(document, requestOf(entries));
    const summary = core.planner.summarize(document);
    if (plan.ok && summary.ok) {
      this.#change(entries);
      const withQuantities = entries.way === "quantities";
      this.calculated = { document, summary: summary.value, plan: plan.value, withQuantities };
      return;
    }
    const errors = plan.ok ? (summary.ok ? [] : summary.errors) : plan.errors;
    const resolution = errors.some(({ code }) => code === "policy/rules_conflict")
      ? core.planner.resolve(document)
      : null;
    this.#change(entries);
    this.conflict = resolution?.ok === true ? resolution.value.conflict : null;
    this.placed = placeProblems(this.conflict === null ? errors : [], entries);
  };
}

customElements.define("ballast-embedded-planner", EmbeddedPlanner);
