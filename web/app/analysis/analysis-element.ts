import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import type { Analysis, Classification, Composition } from "../../../wasm/planner/planner.js";
import type { Engine } from "../../shared/engine/types.js";
import { ViewElement } from "../parts/view-element.js";
import { sentence } from "../parts/sentence.js";
import { amountMissing } from "../state/calculation.js";
import { engineRequest } from "../state/engine-request.js";
import { base } from "../styles/base.js";
import { charts } from "../styles/charts.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { tables } from "../styles/tables.js";
import { allocationTree } from "./allocation-tree.js";
import { AnalysisRun, type AnalysisOutcome, type AnalysisWish } from "./analysis-run.js";
import { analysisStyles } from "./analysis-styles.js";
import { findClassification } from "./class-lookup.js";
import { classWeights } from "./composition-lookup.js";
import { compositionTable, findingsList } from "./composition-table.js";
import { crossPair, type CrossPair } from "./cross-pair.js";
import { heatMap } from "./heat-map.js";
import { treemap } from "./treemap.js";
import { treemapTable } from "./treemap-table.js";
import { stateNames, type WeightState } from "./weight-states.js";

/** What weights are made of: nested, crossed, how concentrated, and what stands out. It asks the engine itself. */
export class AnalysisElement extends ViewElement {
  static override styles = [base, controls, layout, tables, charts, analysisStyles];
  static override properties = {
    ...ViewElement.properties,
    engine: { attribute: false },
    weights: { state: true },
    divided: { state: true },
    pair: { state: true },
    outcome: { state: true },
    asTable: { state: true },
  };
  declare engine: Pick<Engine, "analyze"> | null;
  declare weights: WeightState;
  /** The classification of the treemap, as chosen. */
  declare divided: string;
  declare pair: Partial<CrossPair>;
  declare outcome: AnalysisOutcome | null;
  /** The treemap's rows are made only when somebody opens them: there may be thousands. */
  declare asTable: boolean;
  readonly #run = new AnalysisRun((outcome) => (this.outcome = outcome));
  #askedFor: readonly unknown[] = [];

  constructor() {
    super();
    this.engine = null;
    this.weights = "current";
    this.divided = "";
    this.pair = {};
    this.outcome = null;
    this.asTable = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#run.stop();
    this.#askedFor = [];
  }

  protected override updated(_changed: PropertyValues): void {
    const { engine, document } = this;
    const { figures, workspace } = this.state;
    if (engine === null || figures.summary === null) return;
    const pair = this.#pair;
    const divided = this.#divided?.id ?? null;
    const plan = this.weights === "after" && !amountMissing(workspace) ? workspace.request : null;
    const askedFor = [engine, document, pair?.rows, pair?.columns, divided, plan];
    if (askedFor.every((one, at) => one === this.#askedFor[at])) return;
    this.#askedFor = askedFor;
    const dated = plan === null ? null : engineRequest(workspace);
    this.#run.ask({ document, pairs: pair === null ? [] : [pair], divided, plan: dated }, engine);
  }

  override render(): TemplateResult | typeof nothing {
    const { summary } = this.state.figures;
    if (summary === null) return nothing;
    return html`<section class="analysis" aria-label="Analysis" data-testid="analysis">
      <div class="choices no-print">
        <fieldset>
          <legend>Weights to look at</legend>
          <div class="segments">
            ${(["current", "target", "after"] as const).map((state) => this.#stateChoice(state))}
          </div>
        </fieldset>
      </div>
      ${this.#trouble()} ${this.#nested()} ${this.#crossed()} ${this.#figures()}
    </section>`;
  }

  #stateChoice(state: WeightState): TemplateResult {
    return html`<label class="check">
      <input
        type="radio"
        name="weights"
        value=${state}
        .checked=${this.weights === state}
        ?disabled=${state === "after" && amountMissing(this.state.workspace)}
        @change=${() => (this.weights = state)}
      />
      <span>${stateNames[state]}</span>
    </label>`;
  }

  #trouble(): TemplateResult | typeof nothing {
    const { outcome } = this;
    if (outcome?.trouble == null || (outcome.analysis !== null && !this.#isAfter)) return nothing;
    return html`<p class="note warn" role="status">${sentence(outcome.trouble)}</p>`;
  }

  #nested(): TemplateResult | typeof nothing {
    const chosen = this.#divided;
    if (chosen === undefined) return nothing;
    return html`<section class="panel" aria-label="Classes and what lies in them">
      <header class="panel-head">
        <h2>Classes and what lies in them <small class="soft">${stateNames[this.weights]}</small></h2>
        ${this.#choice("Divide by", chosen.id, (id) => (this.divided = id))}
      </header>
      <div class="body flush">
        ${this.#answered((wish, composition) => {
          // What was answered, which is what was chosen but for the moment that the engine takes.
          const classification = findClassification(wish.document.classifications, wish.divided ?? "");
          if (classification === undefined) return nothing;
          return guard([composition, classification, this.weights, this.asTable], () => {
            const nodes = allocationTree(wish.document, classification, composition);
            const label = `${stateNames[this.weights]}, by ${classification.name}`;
            return html`<div>${treemap(nodes, label)}</div>
              <details ?open=${this.asTable} @toggle=${this.#toggled}>
                <summary>The same as a table</summary>
                ${this.asTable ? treemapTable(wish.document, nodes, label) : nothing}
              </details>`;
          });
        })}
      </div>
    </section>`;
  }

  #crossed(): TemplateResult | typeof nothing {
    const pair = this.#pair;
    if (pair === null) return nothing;
    return html`<section class="panel" aria-label="Two classifications crossed">
      <header class="panel-head">
        <h2>Two classifications crossed <small class="soft">${stateNames[this.weights]}</small></h2>
        <div class="choices">
          ${this.#choice("Rows", pair.rows, (id) => (this.pair = { rows: id, columns: id === pair.columns ? pair.rows : pair.columns }))}
          ${this.#choice("Columns", pair.columns, (id) => (this.pair = { rows: id === pair.rows ? pair.columns : pair.rows, columns: id }))}
        </div>
      </header>
      <div class="body flush">
        <p class="soft small">
          The share of the whole that lies in both classes; the darker, the more. Classes of which there is nothing are
          left out.
        </p>
        ${this.#answered((wish, composition) => {
          const [table] = composition.cross_tables;
          if (table === undefined) return nothing;
          return guard([composition, this.weights], () => {
            const rows = findClassification(wish.document.classifications, table.rows);
            const columns = findClassification(wish.document.classifications, table.columns);
            const label = `${stateNames[this.weights]}, ${rows?.name ?? ""} by ${columns?.name ?? ""}`;
            const rowWeights = classWeights(composition, table.rows);
            const columnWeights = classWeights(composition, table.columns);
            return heatMap(table, { rows, columns, rowWeights, columnWeights }, label);
          });
        })}
      </div>
    </section>`;
  }

  /** What the engine said of the weights in view. */
  #answered(draw: (wish: AnalysisWish, composition: Composition) => unknown): unknown {
    const { outcome } = this;
    const composition = outcome?.analysis?.[this.weights] ?? null;
    if (outcome !== null && composition !== null) return draw(outcome.wish, composition);
    if (outcome?.trouble != null) return html`<p class="soft">–</p>`;
    return html`<p class="soft" role="status">${this.#isAfter ? "The plan is being calculated…" : "…"}</p>`;
  }

  #figures(): TemplateResult | typeof nothing {
    const analysis: Analysis | null = this.outcome?.analysis ?? null;
    if (analysis === null) return nothing;
    return html`<section class="panel" aria-label="What stands out">
        <header class="panel-head">
          <h2>What stands out <small class="soft">${stateNames[this.weights]}</small></h2>
        </header>
        <div class="body">
          <p class="soft small">Facts with a figure; what to make of them is yours.</p>
          ${findingsList(analysis, this.weights)}
        </div>
      </section>
      <section class="panel" aria-label="Concentration and coverage">
        <header class="panel-head"><h2>Concentration and coverage</h2></header>
        <div class="body flush">
          <details>
            <summary>How this is measured</summary>
            <p class="small soft">
              The effective number is 1 divided by the sum of the squared weights: as many equal parts would be as
              concentrated. Unclassified is what no class has; it counts as one class of its own.
            </p>
          </details>
          ${compositionTable(this.document, analysis)}
        </div>
      </section>`;
  }

  #choice(label: string, chosen: string, choose: (id: string) => void): TemplateResult {
    return html`<label class="field">
      <span>${label}</span>
      <select
        class="input"
        aria-label=${label}
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        ${(this.document.classifications ?? []).map(
          ({ id, name }: Classification) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  #toggled = (event: Event): void => {
    this.asTable = (event.target as HTMLDetailsElement).open;
  };

  get #isAfter(): boolean {
    return this.weights === "after";
  }

  /** The classification of the treemap: as chosen, as far as it is still there. */
  get #divided(): Classification | undefined {
    const all = this.document.classifications ?? [];
    return findClassification(all, this.divided) ?? findClassification(all, "type") ?? all[0];
  }

  get #pair(): CrossPair | null {
    return crossPair(this.document.classifications, this.pair);
  }
}

customElements.define("ballast-analysis", AnalysisElement);
