import { html, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import type { Band, WeightRow } from "../../../wasm/planner/planner.js";
import { GoToEvent } from "../parts/events.js";
import { icon } from "../parts/icons.js";
import { nothingYet } from "../parts/nothing-yet.js";
import { ScreenElement } from "../parts/screen-element.js";
import { unplacedNote } from "../parts/unplaced-problems.js";
import { weightStrip, type StripPart } from "../parts/weight-strip.js";
import { base } from "../styles/base.js";
import { charts } from "../styles/charts.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { tables } from "../styles/tables.js";
import { isDecimal, showShare, showShareShort } from "../text/figures.js";
import { walkCells } from "../holdings/cell-keys.js";
import { bandField } from "./band-field.js";
import * as edits from "./edits.js";
import { targetRow, targetRowInputs, type TargetContext } from "./target-row.js";
import { targetsStyles } from "./targets-styles.js";

const bandWords: Record<Band["kind"], string> = {
  none: "Every difference from a target counts.",
  absolute: "An asset is outside its band when it is this many percentage points from its target.",
  relative: "An asset is outside its band when it is this share of its target away from it.",
  five_twenty_five: "Outside from 5 points off, or from a quarter of the target where that is less.",
};

/** What the person wants to hold. */
export class TargetsScreen extends ScreenElement {
  static override styles = [base, controls, layout, tables, charts, targetsStyles];

  override render(): TemplateResult {
    const { document } = this;
    const { summary, now } = this.state.figures;
    const rows = new Map<string | null, WeightRow>((summary ?? now)?.weights.map((row) => [row.asset, row]));
    const context: TargetContext = {
      document,
      rows,
      hasTargets: summary !== null,
      typing: this.typing,
      problems: this.problems,
      change: (label, edit, cell) => this.change(label, edit, cell),
    };
    const overall = document.policy.band ?? { kind: "none" };
    return html`<div class="screen">
      <div class="head">
        <div>
          <h1 tabindex="-1">Targets</h1>
          <p class="lede">What each asset should weigh in the whole. What you leave over stays in cash.</p>
        </div>
        <div class="buttons no-print" role="group" aria-label="Quick starts">
          <button
            class="button"
            type="button"
            ?disabled=${now === null || document.assets.length === 0}
            @click=${this.#useCurrent}
          >
            Current weights
          </button>
          <button class="button" type="button" ?disabled=${document.assets.length === 0} @click=${this.#useEqual}>
            Equal weights
          </button>
          <button
            class="button quiet"
            type="button"
            ?disabled=${document.policy.targets.length === 0}
            @click=${this.#clear}
          >
            Clear
          </button>
        </div>
      </div>
      ${this.#sum()} ${unplacedNote(this.state.figures.problems, "targets")}
      ${
        document.assets.length === 0
          ? nothingYet("There are no assets yet", "Add what you hold, or want to hold, first.")
          : html`<section class="panel" aria-label="Target weights">
              <table role="table" class="cards" aria-label="Target weights" @keydown=${this.#walk}>
                <thead>
                  <tr role="row">
                    <th role="columnheader" scope="col">Asset</th>
                    <th role="columnheader" scope="col" class="end">Now</th>
                    <th role="columnheader" scope="col">Target</th>
                    <th role="columnheader" scope="col">Band</th>
                    <th role="columnheader" scope="col" class="end">Holds between</th>
                  </tr>
                </thead>
                <tbody>
                  ${document.assets.map(({ id }, place) =>
                    guard(targetRowInputs(id, context), () => targetRow(id, place, context)),
                  )}
                  ${targetRow(null, document.assets.length, context)}
                </tbody>
              </table>
            </section>`
      }
      <section class="panel overall" aria-label="Band for all">
        <h2>Band for all</h2>
        ${bandField(
          {
            called: "all assets",
            band: overall,
            pointer: "/policy/band",
            set: (band, field) =>
              this.change(
                "Change the band for all",
                (draft) => edits.setOverallBand(draft, band ?? { kind: "none" }),
                field,
              ),
          },
          context,
        )}
        <p class="soft small">${bandWords[overall.kind]}</p>
      </section>
      <div class="next no-print">
        <span></span>
        <button class="button primary" type="button" @click=${() => this.dispatchEvent(new GoToEvent("compare"))}>
          See how far off ${icon("arrow")}
        </button>
      </div>
    </div>`;
  }

  /** The sum is the engine's: with cash as the rest it is 100 %, or the engine says by how much it is not. */
  #sum(): TemplateResult {
    const { document } = this;
    const { summary } = this.state.figures;
    const wrong = this.state.figures.problems.find(({ code }) => code === "policy/targets_sum");
    const cash = summary?.weights.find(({ asset }) => asset === null)?.target;
    const parts: StripPart[] = document.policy.targets
      .filter(({ weight }) => isDecimal(weight) && !weight.startsWith("-"))
      .map(({ asset, weight }) => ({ asset, share: weight }));
    const inOrder = document.assets.flatMap(({ id }) => parts.filter(({ asset }) => asset === id));
    const cashShare = cash ?? document.policy.cash_weight;
    if (cashShare !== undefined && isDecimal(cashShare)) inOrder.push({ asset: null, share: cashShare });
    return html`<section class="panel sum" aria-label="Sum of the targets">
      <p class="sum-line ${wrong === undefined ? "" : "over"}" role="status" data-testid="target-sum">
        ${
          wrong !== undefined
            ? html`<b>${showShareShort(wrong.parameters["sum"] ?? "")}</b>
                <span>${offBy(wrong.parameters["difference"] ?? "")}</span>`
            : cash === undefined
              ? html`<b>–</b> <span class="soft">The sum is calculated once every entry is a number.</span>`
              : html`<b>${showShare("1", 0)}</b>
                  <span class="soft"
                    >${cash === "0" ? "All of it in assets, nothing kept in cash." : html`of which cash keeps ${showShareShort(cash)}`}</span
                  >`
        }
      </p>
      ${weightStrip(document, inOrder, "Targets", 28)}
    </section>`;
  }

  #walk = (event: KeyboardEvent): void => {
    if (event.key === "Enter") walkCells(event);
  };

  #useCurrent = (): void => {
    const { now } = this.state.figures;
    if (now === null) return;
    this.change("Use current weights", (draft) => edits.replaceTargets(draft, edits.currentTargets(now.weights)));
    this.say("Targets are now what you hold.", true);
  };

  #useEqual = (): void => {
    this.change("Use equal weights", (draft) => edits.replaceTargets(draft, edits.equalTargets(draft)));
    this.say("All assets have the same target.", true);
  };

  #clear = (): void => {
    this.change("Clear the targets", (draft) => {
      draft.policy.targets = [];
      edits.setCashWeight(draft, undefined);
    });
    this.say("Cleared the targets.", true);
  };
}

function offBy(difference: string): string {
  return difference.startsWith("-")
    ? `${showShareShort(difference.slice(1))} too little: raise a target, or let cash be the rest`
    : `${showShareShort(difference)} too much: lower a target`;
}

customElements.define("ballast-targets", TargetsScreen);
