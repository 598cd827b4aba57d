import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { BallastDocument, CurvePoint, Plan, PlanRequest } from "../../../wasm/planner/planner.js";
import type { Engine } from "../../shared/engine/types.js";
import { ViewElement } from "../parts/view-element.js";
import { sentence } from "../parts/sentence.js";
import { engineRequest } from "../state/engine-request.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { tables } from "../styles/tables.js";
import { curveChart } from "./curve-chart.js";
import { curveStyles } from "./curve-styles.js";
import { curveTable } from "./curve-table.js";

interface Curve {
  readonly points: readonly CurvePoint[];
  readonly currency: Plan["base_currency"];
  readonly taxed: boolean;
}

/** What was asked about: it stays true however many trades are allowed. */
interface Asked {
  readonly document: BallastDocument;
  readonly request: string;
}

/** What every further trade brings, asked for by a person: it takes many plans to tell. */
export class TradeCurve extends ViewElement {
  static override styles = [base, controls, layout, tables, curveStyles];
  static override properties = {
    ...ViewElement.properties,
    engine: { attribute: false },
    answer: { state: true },
    waiting: { state: true },
  };
  declare engine: Pick<Engine, "plan"> | null;
  /** A curve, or why there is none. */
  declare answer: Curve | string | null;
  declare waiting: boolean;
  #asked: Asked | null = null;
  #abort: AbortController | null = null;

  constructor() {
    super();
    this.engine = null;
    this.answer = null;
    this.waiting = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const asked = this.#asked;
    if (asked === null) return;
    const { document, request } = this.state.workspace;
    if (asked.document !== document || asked.request !== withoutLimit(request)) this.#forget();
  }

  override render(): TemplateResult {
    const { answer } = this;
    return html`<section class="panel" aria-label="What each trade buys" aria-busy=${this.waiting ? "true" : "false"}>
      <header class="panel-head">
        <h2>Trade by trade</h2>
        ${
          typeof answer === "object" && answer !== null
            ? nothing
            : html`<button
                class="button small no-print"
                type="button"
                ?disabled=${this.waiting || this.engine === null}
                @click=${() => void this.#ask()}
              >
                ${this.waiting ? "Calculating…" : "What does each trade buy?"}
              </button>`
        }
      </header>
      <div role="status">${typeof answer === "string" ? html`<p class="words">${sentence(answer)}</p>` : nothing}</div>
      ${typeof answer === "object" && answer !== null ? this.#curve(answer) : nothing}
    </section>`;
  }

  #curve({ points, currency, taxed }: Curve): TemplateResult {
    return html`<div data-testid="trade-curve">
      <p class="words soft small">
        What stays in the wrong place with so many trades. With fewer of them another choice may come a little closer.
      </p>
      ${curveChart(points)}
      ${curveTable(points, currency, taxed, {
        most: this.state.workspace.request.most_trades,
        use: (trades) =>
          this.changeRequest("Change the most trades", (draft) => {
            draft.most_trades = trades;
          }),
      })}
    </div>`;
  }

  async #ask(): Promise<void> {
    const { engine } = this;
    if (engine === null) return;
    const { workspace } = this.state;
    const request: PlanRequest = { ...engineRequest(workspace), curve: true };
    delete request.most_trades;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#asked = { document: workspace.document, request: withoutLimit(workspace.request) };
    this.waiting = true;
    const answer = await engine.plan(this.document, request, signal).then(
      (reply) =>
        reply.ok
          ? {
              points: [...(reply.value.curve ?? [])].reverse(),
              currency: reply.value.base_currency,
              taxed: (reply.value.realised?.tax_rules ?? []).length > 0,
            }
          : (reply.errors[0]?.message ?? ""),
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (signal.aborted) return;
    this.#abort = null;
    this.waiting = false;
    this.answer = answer;
  }

  #forget(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#asked = null;
    this.waiting = false;
    this.answer = null;
  }
}

function withoutLimit(request: PlanRequest): string {
  return JSON.stringify({ ...request, most_trades: null });
}

customElements.define("ballast-trade-curve", TradeCurve);
