import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Plan, Problem, Trade } from "../../../wasm/planner/planner.js";
import type { Engine } from "../../shared/engine/types.js";
import { toCsv } from "../../shared/export/to-csv.js";
import { accountName, symbolOf } from "../parts/asset-lookup.js";
import { copyText, download, fileName } from "../parts/download.js";
import { GoToEvent, KeepPlanEvent } from "../parts/events.js";
import { sentence } from "../parts/sentence.js";
import { icon } from "../parts/icons.js";
import { classLevelStyles } from "../compare/class-level-styles.js";
import { mendFirst } from "../parts/mend-first.js";
import { nothingYet } from "../parts/nothing-yet.js";
import { noticeNote } from "../parts/notice-note.js";
import { ProblemIndex } from "../parts/problems.js";
import { ViewElement } from "../parts/view-element.js";
import { engineRequest } from "../state/engine-request.js";
import { amountMissing } from "../state/calculation.js";
import { base } from "../styles/base.js";
import { charts } from "../styles/charts.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { tables } from "../styles/tables.js";
import { isZero, showShare } from "../text/figures.js";
import { classChanges } from "./class-changes.js";
import { doneTrades, withToggled } from "./done-trades.js";
import "./done-form.js";
import { comparisonStyles } from "./comparison-styles.js";
import { planComparison } from "./plan-comparison.js";
import { planJson, tradeRows } from "./plan-files.js";
import { planOptions } from "./plan-options.js";
import { movesPanels } from "./cash-moves.js";
import { infeasibleNote, remainders, weightsPanel } from "./plan-result.js";
import { planNarrowStyles } from "./plan-narrow-styles.js";
import { planStyles } from "./plan-styles.js";
import { costText, planText, proofText, timeText } from "./plan-text.js";
import { taxPanel } from "./tax-panel.js";
import { flowsStyles } from "./flows-styles.js";
import { taxStyles } from "./tax-styles.js";
import "./trade-curve.js";
import { tradeTables } from "./trade-tables.js";

/** The engine makes no plan toward targets that nobody set. */
const CONFLICT = "policy/rules_conflict";

/** The trades that lead from what is held to what is wanted. */
export class PlanScreen extends ViewElement {
  static override styles = [
    base,
    controls,
    layout,
    tables,
    charts,
    planStyles,
    taxStyles,
    flowsStyles,
    comparisonStyles,
    planNarrowStyles,
    classLevelStyles,
  ];
  static override properties = {
    ...ViewElement.properties,
    engine: { attribute: false },
    allLevels: { state: true },
  };
  declare engine: Engine | null;
  /** Of the tables by class. */
  declare allLevels: boolean;

  #requestProblems = new ProblemIndex([]);

  constructor() {
    super();
    this.engine = null;
    this.allLevels = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { plan } = this.state.figures;
    this.#requestProblems = new ProblemIndex(plan?.ok === false ? plan.errors : []);
  }

  override render(): TemplateResult {
    const { figures, workspace } = this.state;
    const documentProblems = figures.problems;
    return html`<div class="screen">
      <div class="head">
        <div>
          <h1 tabindex="-1">Plan</h1>
          <p class="lede no-print">The trades that lead to your targets, calculated to the last unit and cent.</p>
          <p class="print-only">
            ${this.document.title ?? "Portfolio"}, ${new Date().toLocaleDateString("en", { dateStyle: "long" })}
          </p>
        </div>
      </div>
      ${planOptions({
        document: this.document,
        request: this.request,
        currency: this.currency.code,
        typing: this.typing,
        problems: this.#requestProblems,
        change: (label, edit, cell) => this.changeRequest(label, edit, cell),
      })}
      <div class="result">
        ${
          documentProblems.length > 0
            ? mendFirst(this.whole, documentProblems)
            : amountMissing(workspace)
              ? html`<p class="note" role="status">
                  ${icon("info")} <span>Enter the amount, and the trades appear here.</span>
                </p>`
              : this.#result()
        }
      </div>
    </div>`;
  }

  #result(): TemplateResult | typeof nothing {
    const { plan } = this.state.figures;
    if (plan === null) return nothing;
    if (!plan.ok && plan.errors.some(({ code }) => code === CONFLICT)) {
      return this.document.assets.length === 0
        ? nothingYet("There are no assets yet", "Add what you hold, or want to hold, first.")
        : this.#conflictNote(plan.errors);
    }
    if (!plan.ok) {
      return html`<p class="note warn" role="status">
        ${icon("warn")} <span>The trades are calculated once what you ask for is complete. ${this.#unplaced()}</span>
      </p>`;
    }
    const { value, ms } = plan;
    if (value.status === "infeasible") return infeasibleNote(value);
    if (isZero(value.totals.value_before) && isZero(value.totals.deposits)) {
      return nothingYet(
        "There is nothing to trade with yet",
        "Enter what you hold, or cash, first; or choose to invest a deposit.",
      );
    }
    const done = doneTrades(this.state.workspace.ticked, value);
    return html`${noticeNote(value.notices)} ${this.#headline(value, done.size, ms)} ${this.#comparison(value)}
    ${movesPanels(this.document, value, this.request)}
    ${tradeTables(
      this.document,
      value,
      {
        has: (trade) => done.has(trade),
        toggle: (trade) => this.#toggle(value, trade),
      },
      (account) => this.#csvOf(value, account),
    )}
    ${
      done.size === 0
        ? nothing
        : html`<ballast-done-form
            .state=${this.state}
            .engine=${this.engine}
            .plan=${value}
            .done=${done}
          ></ballast-done-form>`
    }
    ${taxPanel(this.document, value)}
    ${
      value.trades.length === 0 && this.request.most_trades === undefined
        ? nothing
        : html`<ballast-trade-curve .state=${this.state} .engine=${this.engine}></ballast-trade-curve>`
    }
    ${weightsPanel(this.document, value)}
    ${classChanges(this.document, value, { all: this.allLevels, set: (all) => (this.allLevels = all) })}
    ${remainders(this.document, value)}`;
  }

  #comparison(plan: Plan): TemplateResult | typeof nothing {
    const { figures, kept, workspace } = this.state;
    return planComparison(
      kept,
      { workspace: figures.of ?? workspace, plan },
      {
        keep: () => this.dispatchEvent(new KeepPlanEvent(true)),
        drop: () => this.dispatchEvent(new KeepPlanEvent(false)),
        useKept: () =>
          this.changeWorkspace("Ask for the kept plan", (draft) => {
            if (kept !== null) draft.request = structuredClone(kept.workspace.request);
          }),
      },
    );
  }

  /** What stands in the way are the targets, not what is asked for here. */
  #conflictNote(errors: readonly Problem[]): TemplateResult {
    return html`<div class="note warn" role="status" data-testid="rules-conflict">
      ${icon("warn")}
      <div>
        ${errors.map(({ message }) => html`<p>${sentence(message)}</p>`)}
        <p>
          <button class="button small" type="button" @click=${() => this.dispatchEvent(new GoToEvent("targets"))}>
            Change the rules
          </button>
        </p>
      </div>
    </div>`;
  }

  /** Problems of the request that no field shows. */
  #unplaced(): TemplateResult {
    const { plan } = this.state.figures;
    const shown = ["/cash_flows/0/amount", "/minimum_trade_value", "/most_trades", "/gain_budget"];
    const others = plan?.ok === false ? plan.errors.filter(({ pointer }) => !shown.includes(pointer)) : [];
    return html`${others.map(({ message }) => html`${sentence(message)} `)}`;
  }

  #headline(plan: Plan, done: number, ms: number | undefined): TemplateResult {
    const { before, after } = plan.drift;
    const count = plan.trades.length;
    return html`<section class="panel headline" aria-label="Summary of the plan">
      <div>
        <div role="status">
          <p class="count" data-testid="trade-count">
            ${count === 0 ? "No trades" : count === 1 ? "1 trade" : `${count} trades`}${
              done === 0 ? nothing : html`<span class="soft">, ${done === count ? "all" : done} done</span>`
            }
          </p>
          <p data-testid="plan-drift">
            In the wrong place: <span class="figure">${showShare(before.misplaced_share)}</span> before,
            <b class="figure">${showShare(after.misplaced_share)}</b> after.
          </p>
          <p class="proof ${plan.status === "optimal" ? "" : "gap"}" data-testid="proof">
            ${icon(plan.status === "optimal" ? "check" : "info", 16)} ${proofText(plan, this.request)}
          </p>
          ${
            plan.costs === undefined
              ? nothing
              : html`<p data-testid="cost-proof">${costText(plan.costs, plan, this.request)}</p>`
          }
        </div>
        ${ms === undefined ? nothing : html`<p class="soft small no-print" data-testid="time">${timeText(ms)}</p>`}
      </div>
      <div class="buttons no-print" role="group" aria-label="Take the plan with you">
        <button class="button small" type="button" @click=${() => void this.#copy(plan)}>
          ${icon("copy", 16)} Copy as text
        </button>
        <button class="button small" type="button" @click=${() => this.#csv(plan)}>${icon("download", 16)} CSV</button>
        <button class="button small" type="button" @click=${() => this.#json(plan)}>
          ${icon("download", 16)} JSON
        </button>
        <button class="button small" type="button" @click=${() => globalThis.print()}>
          ${icon("print", 16)} Print
        </button>
      </div>
    </section>`;
  }

  async #copy(plan: Plan): Promise<void> {
    const copied = await copyText(planText(this.document, this.request, plan));
    this.say(copied ? "Copied the plan as text." : "The browser did not let the page copy. Download it instead.");
  }

  #csv(plan: Plan): void {
    const text = toCsv(tradeRows(this.document, plan), { byteOrderMark: true });
    download(fileName(this.document.title, "trades", "csv"), "text/csv", text);
  }

  #csvOf(plan: Plan, account: string): void {
    const text = toCsv(tradeRows(this.document, plan, account), { byteOrderMark: true });
    download(fileName(accountName(this.document, account), "trades", "csv"), "text/csv", text);
  }

  #json(plan: Plan): void {
    const text = planJson(this.document, engineRequest(this.state.workspace), plan);
    download(fileName(this.document.title, "plan", "json"), "application/json", text);
  }

  #toggle(plan: Plan, trade: Trade): void {
    const { ticked: before } = this.state.workspace;
    const ticked = withToggled(before, plan, trade);
    const what = `${trade.side === "sell" ? "selling" : "buying"} ${symbolOf(this.document, trade.asset)}`;
    const label = doneTrades(before, plan).has(trade) ? `Untick ${what}` : `Tick off ${what}`;
    this.changeWorkspace(label, (draft) => {
      if (ticked === undefined) delete draft.ticked;
      else draft.ticked = ticked;
    });
  }
}

customElements.define("ballast-plan", PlanScreen);
