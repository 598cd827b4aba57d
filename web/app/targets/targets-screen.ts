import { html, nothing, type TemplateResult } from "lit";
import type { Band, RulePolicy, WeightPolicy, WeightRow } from "../../../wasm/planner/planner.js";
import { isRulePolicy } from "../../shared/policy-kind.js";
import { GoToEvent, OpenDialogEvent, type DialogName } from "../parts/events.js";
import { FootHeight } from "../parts/foot-height.js";
import { icon } from "../parts/icons.js";
import { mendFirst } from "../parts/mend-first.js";
import { nothingYet } from "../parts/nothing-yet.js";
import type { Figures } from "../state/app-state.js";
import { problemsElsewhere } from "../state/view.js";
import { ViewElement } from "../parts/view-element.js";
import { unplacedNote } from "../parts/unplaced-problems.js";
import { base } from "../styles/base.js";
import { charts } from "../styles/charts.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { segmented } from "../styles/segmented.js";
import { tables } from "../styles/tables.js";
import { bandField } from "./band-field.js";
import * as edits from "./edits.js";
import { rulesContext } from "./rules-context.js";
import { rulesStyles } from "./rules-styles.js";
import { rulesView } from "./rules-view.js";
import type { TargetContext } from "./target-row.js";
import { targetsStyles } from "./targets-styles.js";
import { waySwitch } from "./way-switch.js";
import { toRules, toWeights } from "./ways.js";
import { weightsSum, weightsView } from "./weights-view.js";

const bandWords: Record<Band["kind"], string> = {
  none: "Every difference from a target counts.",
  absolute: "An asset is outside its band when it is this many percentage points from its target.",
  relative: "An asset is outside its band when it is this share of its target away from it.",
  five_twenty_five: "Outside from 5 points off, or from a quarter of the target where that is less.",
};

/** What the person wants to hold: as weights, or by rules. */
export class TargetsScreen extends ViewElement {
  static override styles = [base, controls, layout, tables, charts, segmented, targetsStyles, rulesStyles];
  static override properties = { bandsShown: { state: true }, unfolded: { state: true } };
  /** Null: shown where a band is there. */
  declare bandsShown: boolean | null;
  declare unfolded: ReadonlySet<string>;

  constructor() {
    super();
    this.bandsShown = null;
    this.unfolded = new Set();
    new FootHeight(this, () => this.renderRoot.querySelector(".verdict"));
  }

  override render(): TemplateResult {
    const { document } = this;
    const { policy } = document;
    const byRules = isRulePolicy(policy);
    const isEmpty = document.assets.length === 0;
    // Nothing is calculated while targets of other accounts have mistakes.
    const elsewhere = problemsElsewhere(this.whole, this.state.figures.problems);
    return html`<div class="screen">
      <div class="head">
        <div>
          <h1 tabindex="-1">Targets</h1>
          <p class="lede">
            ${
              byRules
                ? "Say what classes and assets should weigh. The targets are calculated: as near to the starting point as the rules allow."
                : "What each asset should weigh in the whole. What you leave over stays in cash."
            }
          </p>
        </div>
        <div class="buttons no-print" role="group" aria-label="Quick starts">
          ${byRules ? nothing : this.#quickStarts(policy)} ${this.#dialogButton("strategies", "Strategies")}
          ${this.#dialogButton("risk-profile", "Risk profile")}
          <button class="button" type="button" @click=${() => this.dispatchEvent(new GoToEvent("classifications"))}>
            Classifications
          </button>
        </div>
      </div>
      ${waySwitch(byRules ? "rules" : "weights", this.#switch)}
      ${byRules ? nothing : weightsSum(document, policy, this.#figures)} ${unplacedNote(this.problemsInView, "targets")}
      ${elsewhere.length === 0 ? nothing : mendFirst(this.whole, elsewhere)}
      ${
        isEmpty
          ? nothingYet("There are no assets yet", "Add what you hold, or want to hold, first.")
          : byRules
            ? this.#rules(policy)
            : weightsView(this.#weights(policy))
      }
      ${this.#bandForAll()}
      <div class="next no-print">
        <span></span>
        <button class="button primary" type="button" @click=${() => this.dispatchEvent(new GoToEvent("compare"))}>
          See how far off ${icon("arrow")}
        </button>
      </div>
    </div>`;
  }

  /** With the problems where this screen shows them. */
  get #figures(): Figures {
    return { ...this.state.figures, problems: this.problemsInView };
  }

  #quickStarts({ targets }: WeightPolicy): TemplateResult {
    const { now } = this.state.figures;
    const isEmpty = this.document.assets.length === 0;
    return html`<button class="button" type="button" ?disabled=${now === null || isEmpty} @click=${this.#useCurrent}>
        Current weights
      </button>
      <button class="button" type="button" ?disabled=${isEmpty} @click=${this.#useEqual}>Equal weights</button>
      <button class="button quiet" type="button" ?disabled=${targets.length === 0} @click=${this.#clear}>
        Clear
      </button>`;
  }

  #dialogButton(dialog: DialogName, words: string): TemplateResult {
    return html`<button class="button" type="button" @click=${() => this.dispatchEvent(new OpenDialogEvent(dialog))}>
      ${words}
    </button>`;
  }

  #weights(policy: WeightPolicy): TargetContext {
    const { summary, now } = this.state.figures;
    return {
      document: this.document,
      policy,
      rows: new Map<string | null, WeightRow>((summary ?? now)?.weights.map((row) => [row.asset, row])),
      hasTargets: summary !== null,
      typing: this.typing,
      problems: this.problems,
      change: (label, edit, cell) => this.change(label, edit, cell),
    };
  }

  #rules(policy: RulePolicy): TemplateResult {
    const figures = this.#figures;
    const hasBands = policy.class_bands !== undefined || policy.asset_bands !== undefined;
    const context = rulesContext(
      {
        document: this.document,
        policy,
        typing: this.typing,
        problems: this.problems,
        showBands: this.bandsShown ?? hasBands,
        unfolded: this.unfolded,
        fold: (id) => {
          const rest = new Set(this.unfolded);
          if (!rest.delete(id)) rest.add(id);
          this.unfolded = rest;
        },
        change: (label, edit, cell) => this.change(label, edit, cell),
        focus: (pointer) => void this.focusPlace(pointer),
      },
      figures,
    );
    return rulesView(context, figures, (shown) => (this.bandsShown = shown));
  }

  #bandForAll(): TemplateResult {
    const overall = this.document.policy.band ?? { kind: "none" };
    return html`<section class="panel overall" aria-label="Band for all">
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
        { typing: this.typing, problems: this.problems },
      )}
      <p class="soft small">${bandWords[overall.kind]}</p>
    </section>`;
  }

  #switch = (way: "weights" | "rules"): void => {
    if (way === "rules") {
      this.change("Set targets by rules", toRules);
      this.say("Targets now follow rules. What was there is their starting point.", true);
      return;
    }
    const resolved = this.state.figures.resolution?.targets;
    this.change("Set targets as weights", (draft) => toWeights(draft, resolved));
    this.say(
      resolved === undefined
        ? "The rules could not be resolved, so the weights start empty."
        : "The calculated targets are now weights.",
      true,
    );
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
    this.change("Clear the targets", edits.clearTargets);
    this.say("Cleared the targets.", true);
  };
}

customElements.define("ballast-targets", TargetsScreen);
