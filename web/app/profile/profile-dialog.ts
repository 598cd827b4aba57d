import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Description, Profile, ProfileConstants, Problem } from "../../../wasm/planner/planner.js";
import type { Engine } from "../../shared/engine/types.js";
import type { Workspace } from "../../shared/storage/types.js";
import type { CellSurroundings } from "../parts/cell.js";
import { CellTyping } from "../parts/cell-typing.js";
import { EditEvent, GoToEvent, SayEvent } from "../parts/events.js";
import { viewNote } from "../parts/view-note.js";
import { icon } from "../parts/icons.js";
import { ProblemIndex } from "../parts/problems.js";
import { sentence } from "../parts/sentence.js";
import { loadStrategyParts, type StrategyParts } from "../strategies/strategy-parts.js";
import { inView } from "../state/view.js";
import { base } from "../styles/base.js";
import { charts } from "../styles/charts.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { tables } from "../styles/tables.js";
import { count } from "../text/words.js";
import { changedConstants, inPlainWords } from "./constants.js";
import { mixState, type MixState } from "./mix-sum.js";
import { mixTable } from "./mix-table.js";
import { constantsForm, numberField, questionFields, type Answers } from "./profile-form.js";
import { profileBars, profileWords } from "./profile-result.js";
import { profileStyles } from "./profile-styles.js";
import { mixParts, takeMix, type Mix, type MixPart } from "./take-mix.js";

type ProfileEngine = Pick<Engine, "profile" | "validate">;

/** Questions, what follows from the answers with all steps shown, and three ways on: take it, change it, or leave it. */
export class ProfileDialog extends LitElement {
  static override styles = [base, controls, layout, tables, charts, profileStyles];
  static override properties = {
    workspace: { attribute: false },
    engine: { attribute: false },
    description: { attribute: false },
    answers: { state: true },
    horizon: { state: true },
    constants: { state: true },
    profile: { state: true },
    mix: { state: true },
    mixIs: { state: true },
    problems: { state: true },
    trouble: { state: true },
  };
  declare workspace: Workspace | null;
  declare engine: ProfileEngine | null;
  declare description: Description | null;
  declare answers: Answers;
  declare horizon: string;
  declare constants: Partial<ProfileConstants>;
  declare profile: Profile | null;
  /** While it is being changed; null: as calculated. */
  declare mix: Mix | null;
  declare mixIs: MixState | null;
  declare problems: readonly Problem[];
  declare trouble: string;
  readonly #typing = new CellTyping(this);
  /** Only the newest question's answer counts. */
  #asked = 0;
  #mixAsked = 0;

  constructor() {
    super();
    this.workspace = null;
    this.engine = null;
    this.description = null;
    this.answers = {};
    this.horizon = "";
    this.constants = {};
    this.profile = null;
    this.mix = null;
    this.mixIs = null;
    this.problems = [];
    this.trouble = "";
  }

  async open(): Promise<void> {
    this.trouble = "";
    await this.updateComplete;
    this.#dialog?.showModal();
  }

  override render(): TemplateResult {
    const { description } = this;
    return html`<dialog aria-labelledby="title" data-testid="profile-dialog">
      <div class="dialog">
        <h2 id="title">Risk profile</h2>
        <p class="soft">
          A score and a mix, calculated from your answers by a published formula. It is not advice, and it knows nothing
          of you but these answers; they are kept nowhere.
        </p>
        ${viewNote(this.workspace?.document)}
        ${description === null ? html`<p role="status">The questions are being loaded…</p>` : this.#form(description)}
        ${this.trouble === "" ? nothing : html`<p class="note bad" role="alert">${icon("warn")} <span>${sentence(this.trouble)}</span></p>`}
        ${this.#result()}
        <div class="actions">
          <button class="button" type="button" @click=${this.#close}>
            ${this.profile === null ? "Close" : "Close and ignore"}
          </button>
          <button
            class="button"
            type="button"
            ?disabled=${this.profile === null}
            @click=${this.mix === null ? this.#changeFirst : this.#asCalculated}
          >
            ${this.mix === null ? "Change it first" : "As calculated"}
          </button>
          <button
            class="button primary"
            type="button"
            data-testid="profile-take"
            ?disabled=${!this.#takeable}
            @click=${() => void this.#take()}
          >
            Take the mix
          </button>
        </div>
      </div>
    </dialog>`;
  }

  #form({ questionnaire, profile_constants: usual }: Description): TemplateResult {
    const around = this.#around(new ProblemIndex(this.problems));
    const constants = { ...usual, ...this.constants };
    const changed = Object.keys(changedConstants(this.constants, usual)).length > 0;
    return html`${questionFields(questionnaire, this.answers, (question, place) => {
        this.answers = { ...this.answers, [question]: place };
        void this.#ask();
      })}
      <section class="questions horizon" aria-label="Horizon">
        <h3>Horizon</h3>
        ${numberField(
          {
            pointer: "/horizon_years",
            label: "Years until the money is needed",
            kind: "number",
            stored: this.horizon,
            testId: "profile-horizon",
            set: (value) => {
              this.horizon = value;
              void this.#ask();
            },
          },
          "years",
          around,
        )}
      </section>
      ${constantsForm(
        constants,
        around,
        (key, value) => this.#setConstants({ ...this.constants, [key]: value }),
        changed ? () => this.#setConstants({}) : null,
      )}`;
  }

  #result(): TemplateResult {
    const { profile } = this;
    if (profile === null) {
      const open = this.#open;
      return html`<p class="soft small" role="status" data-testid="profile-open">
        ${open === 0 ? "The result follows once every entry can be used." : `${count(open, "answer")} to go.`}
      </p>`;
    }
    const { mix, mixIs } = this;
    const wrong = mixIs?.kind === "wrong" ? mixIs.parts : new Map<MixPart, Problem>();
    const index = new ProblemIndex([...wrong].map(([part, problem]) => ({ ...problem, pointer: `/mix/${part}` })));
    return html`<section class="result" aria-label="What follows from the answers">
      <h3>Calculated from your answers</h3>
      <p class="unseen" role="status">${profileWords(profile)}</p>
      ${profileBars(profile)}
      <h3>The mix</h3>
      ${mixTable(mix ?? profile.mix, mix === null ? null : { state: mixIs, set: this.#setMix }, this.#around(index))}
      <p class="soft small">
        Taking it puts four rules in place of your targets: a classification “Risk profile” with these four classes, by
        market cap, stablecoins and cash being the reserve. Assets without a market cap are in none of them and get no
        target. ${this.#withoutCap()} Everything can be changed afterwards, and undo brings the old targets back.
      </p>
    </section>`;
  }

  #withoutCap(): string {
    const assets = this.workspace?.document.assets ?? [];
    const without = assets.filter(({ market_cap: cap = "" }) => cap === "").length;
    if (without === 0) return "";
    return `Of your ${count(assets.length, "asset")}, ${String(without)} ${without === 1 ? "has" : "have"} none.`;
  }

  #around(problems: ProblemIndex): CellSurroundings {
    return { typing: this.#typing, problems };
  }

  /** What has not been answered yet. */
  get #open(): number {
    const { description, answers, horizon } = this;
    const questions = description?.questionnaire.filter(({ id }) => answers[id] === undefined).length ?? 0;
    return questions + (horizon === "" ? 1 : 0);
  }

  get #takeable(): boolean {
    return this.workspace !== null && this.profile !== null && (this.mix === null || this.mixIs?.kind === "whole");
  }

  async #ask(): Promise<void> {
    const { engine, description } = this;
    if (engine === null || description === null) return;
    this.#asked += 1;
    if (this.#open > 0) return this.#forget();
    const asked = this.#asked;
    const constants = changedConstants(this.constants, description.profile_constants);
    const reply = await engine.profile({
      answers: description.questionnaire.map(({ id }) => ({ question: id, answer: this.answers[id] ?? 0 })),
      horizon_years: this.horizon,
      ...(Object.keys(constants).length === 0 ? {} : { constants }),
    });
    if (asked !== this.#asked) return;
    this.#forget();
    this.problems = reply.ok ? [] : reply.errors.map(inPlainWords);
    this.trouble = this.problems.find(({ source }) => source === "engine")?.message ?? "";
    this.profile = reply.ok ? reply.value : null;
  }

  /** Also what was changed by hand: it belonged to other answers. */
  #forget(): void {
    this.problems = [];
    this.profile = null;
    this.mix = null;
    this.mixIs = null;
  }

  #setConstants(constants: Partial<ProfileConstants>): void {
    this.constants = constants;
    void this.#ask();
  }

  #changeFirst = (): void => {
    if (this.profile === null) return;
    this.mix = { ...this.profile.mix };
    this.mixIs = { kind: "whole" };
    void this.#focusMix();
  };

  #asCalculated = (): void => {
    this.mix = null;
    this.mixIs = null;
  };

  async #focusMix(): Promise<void> {
    await this.updateComplete;
    const [first] = mixParts;
    this.renderRoot.querySelector<HTMLElement>(`[data-pointer="/mix/${first}"]`)?.focus();
  }

  #setMix = (part: MixPart, value: string): void => {
    if (this.mix === null) return;
    this.mix = { ...this.mix, [part]: value };
    void this.#checkMix(this.mix);
  };

  async #checkMix(mix: Mix): Promise<void> {
    if (this.engine === null) return;
    this.#mixAsked += 1;
    const asked = this.#mixAsked;
    this.mixIs = null;
    const state = await mixState(mix, this.engine);
    if (asked === this.#mixAsked && this.mix === mix) this.mixIs = state;
  }

  async #take(): Promise<void> {
    const { profile } = this;
    if (profile === null || !this.#takeable) return;
    const mix = this.mix ?? profile.mix;
    let parts: StrategyParts;
    try {
      parts = await loadStrategyParts();
    } catch {
      this.trouble = "A part of this page could not be loaded. Reload the page and try again; nothing is lost.";
      return;
    }
    this.#close();
    this.dispatchEvent(
      new EditEvent({
        label: "Take the mix of the risk profile",
        change: ({ document }) => inView((draft) => takeMix(draft, mix, parts.builtIn, parts.fill))(document),
      }),
    );
    this.dispatchEvent(new SayEvent("The targets now follow the mix.", true));
    this.dispatchEvent(new GoToEvent("targets"));
  }

  #close = (): void => {
    this.#dialog?.close();
  };

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector("dialog");
  }
}

customElements.define("ballast-risk-profile", ProfileDialog);
