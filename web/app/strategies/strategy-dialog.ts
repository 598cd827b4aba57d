import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { BallastDocument } from "../../../wasm/planner/planner.js";
import type { Engine } from "../../shared/engine/types.js";
import type { Workspace } from "../../shared/storage/types.js";
import { download, fileName } from "../parts/download.js";
import { EditEvent, GoToEvent, SayEvent } from "../parts/events.js";
import { dropped, fileButton, JSON_FILES, textOf } from "../parts/file-choice.js";
import { icon } from "../parts/icons.js";
import { shortened } from "../parts/problems.js";
import { sentence } from "../parts/sentence.js";
import { viewNote } from "../parts/view-note.js";
import { ShareEvent } from "../share/share-event.js";
import { inView, viewOf } from "../state/view.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { count } from "../text/words.js";
import { applyStrategy, missingClasses } from "./apply-strategy.js";
import { readStrategy, type StrategyProblem } from "./read-strategy.js";
import { strategyOf } from "./save-strategy.js";
import { strategyDetails } from "./strategy-details.js";
import { loadStrategyParts, type StrategyParts } from "./strategy-parts.js";
import { strategyStyles } from "./strategy-styles.js";
import type { Strategy } from "./strategy.js";

const MOST_BYTES = 4 * 1024 * 1024;
const PROBLEMS_SHOWN = 12;
const COULD_NOT_LOAD = "A part of this page could not be loaded. Reload the page and try again; nothing is lost.";

/** Named starting points for targets: what each is for, what is weak about it, and one button that uses it. */
export class StrategyDialog extends LitElement {
  static override styles = [base, controls, layout, strategyStyles];
  static override properties = {
    workspace: { attribute: false },
    engine: { attribute: false },
    parts: { state: true },
    opened: { state: true },
    chosen: { state: true },
    problems: { state: true },
    trouble: { state: true },
    file: { state: true },
  };
  /** Null: there is no portfolio yet. */
  declare workspace: Workspace | null;
  declare engine: Pick<Engine, "validate"> | null;
  declare parts: StrategyParts | null;
  /** From a file. */
  declare opened: Strategy | null;
  declare chosen: Strategy | null;
  declare problems: readonly StrategyProblem[];
  declare trouble: string;
  declare file: string;

  constructor() {
    super();
    this.workspace = null;
    this.engine = null;
    this.parts = null;
    this.#reset();
  }

  async open(): Promise<void> {
    this.#reset();
    await this.updateComplete;
    this.#dialog?.showModal();
    try {
      // Only who asks for strategies needs them and the catalogue.
      this.parts ??= await loadStrategyParts();
      this.chosen ??= this.parts.library[0] ?? null;
      await this.updateComplete;
      // What was loaded stands before what the dialog could give the focus to when it opened.
      this.renderRoot.querySelector<HTMLElement>("input[name=strategy]:checked")?.focus();
    } catch {
      this.trouble = COULD_NOT_LOAD;
    }
  }

  override render(): TemplateResult {
    const { parts, chosen } = this;
    return html`<dialog aria-labelledby="title" data-testid="strategy-dialog" @close=${() => (this.chosen = null)}>
      <div class="dialog" @dragover=${(event: Event) => event.preventDefault()} @drop=${this.#drop}>
        <h2 id="title">Strategies</h2>
        <p class="soft">
          Starting points for your targets, each with its weaknesses. Using one puts its rules in place of your targets;
          every figure in them can be changed afterwards, and undo brings the old ones back. Calculated, not advice.
        </p>
        ${viewNote(this.workspace?.document)}
        ${
          parts === null
            ? nothing
            : html`<div class="choose">
                <fieldset class="names">
                  <legend>Strategy</legend>
                  ${[...(this.opened === null ? [] : [this.opened]), ...parts.library].map((one) => this.#choice(one))}
                </fieldset>
                ${chosen === null ? nothing : strategyDetails(chosen, parts, this.#document)}
              </div>`
        }
        ${this.trouble === "" ? nothing : html`<p class="note bad" role="alert">${icon("warn")} <span>${this.trouble}</span></p>`}
        ${this.#problemNote()} ${this.#files()}
        <div class="actions">
          <button class="button" type="button" @click=${this.#close}>Cancel</button>
          <button
            class="button primary"
            type="button"
            data-testid="strategy-apply"
            ?disabled=${!this.#applicable}
            @click=${this.#apply}
          >
            Use this strategy
          </button>
        </div>
      </div>
    </dialog>`;
  }

  #choice(strategy: Strategy): TemplateResult {
    return html`<label class="check">
      <input
        type="radio"
        name="strategy"
        value=${strategy.id}
        .checked=${strategy === this.chosen}
        @change=${() => (this.chosen = strategy)}
      />
      <span><bdi>${shortened(strategy.name, 80)}</bdi>${strategy === this.opened ? " (from a file)" : ""}</span>
    </label>`;
  }

  #files(): TemplateResult {
    const { policy } = this.#document ?? {};
    const hasRules = policy !== undefined && !("targets" in policy);
    return html`<div class="buttons files">
      ${fileButton({
        words: "Open a strategy file",
        label: "Strategy file",
        testId: "strategy-file",
        accept: JSON_FILES,
        small: true,
        take: (file) => void this.#take(file),
      })}
      <button
        class="button small"
        type="button"
        ?disabled=${!hasRules || this.parts === null}
        aria-describedby=${hasRules ? nothing : "no-rules"}
        @click=${this.#save}
      >
        ${icon("download", 16)} Save my rules as a strategy file
      </button>
      <button class="button small" type="button" ?disabled=${this.chosen === null} @click=${this.#share}>
        ${icon("arrow", 16)} Share this strategy
      </button>
      ${hasRules ? nothing : html`<span class="soft small" id="no-rules">Your targets are weights, not rules.</span>`}
    </div>`;
  }

  #problemNote(): TemplateResult | typeof nothing {
    const { problems } = this;
    if (problems.length === 0) return nothing;
    return html`<div class="note bad" role="alert" data-testid="strategy-problems">
      ${icon("warn")}
      <div>
        <b><bdi>${shortened(this.file, 60)}</bdi> cannot be used: ${count(problems.length, "problem")}.</b>
        <ul>
          ${problems
            .slice(0, PROBLEMS_SHOWN)
            .map(
              ({ pointer, message }) =>
                html`<li>
                  ${pointer === "" ? nothing : html`<code><bdi>${pointer}</bdi></code> `}${sentence(message)}
                </li>`,
            )}
        </ul>
        ${problems.length > PROBLEMS_SHOWN ? html`<p class="small">and ${problems.length - PROBLEMS_SHOWN} more</p>` : nothing}
      </div>
    </div>`;
  }

  get #applicable(): boolean {
    const { parts, chosen } = this;
    const document = this.#document;
    if (parts === null || chosen === null || document === null) return false;
    return missingClasses(chosen, parts.builtIn, document).length === 0;
  }

  /** Of the accounts in view. */
  get #document(): BallastDocument | null {
    return this.workspace === null ? null : viewOf(this.workspace.document);
  }

  #apply = (): void => {
    const { parts, chosen } = this;
    if (parts === null || chosen === null || !this.#applicable) return;
    this.#close();
    this.dispatchEvent(
      new EditEvent({
        label: `Use the strategy “${shortened(chosen.name)}”`,
        change: ({ document }) => inView((draft) => applyStrategy(draft, chosen, parts.builtIn, parts.fill))(document),
      }),
    );
    this.dispatchEvent(new SayEvent(`The targets now follow “${shortened(chosen.name)}”.`, true));
    this.dispatchEvent(new GoToEvent("targets"));
  };

  #save = (): void => {
    const { parts } = this;
    const document = this.#document;
    if (parts === null || document === null) return;
    const strategy = strategyOf(
      document,
      parts.builtIn.map(({ id }) => id),
    );
    if (strategy === null) return;
    const name = fileName(document.title, "strategy", "json");
    download(name, "application/json", `${JSON.stringify(strategy, null, 2)}\n`);
  };

  #share = (): void => {
    const { chosen } = this;
    this.#close();
    this.dispatchEvent(new ShareEvent("link", chosen));
  };

  #drop = (event: DragEvent): void => {
    const file = dropped(event);
    if (file !== undefined) void this.#take(file);
  };

  async #take(file: File): Promise<void> {
    const { parts, engine } = this;
    if (parts === null || engine === null) return;
    this.file = file.name;
    this.problems = [];
    this.trouble = file.size > MOST_BYTES ? "This file is larger than 4 MB. Strategies are far smaller." : "";
    if (this.trouble !== "") return;
    try {
      const text = await textOf(file);
      const read = await readStrategy(text, engine, parts.builtIn, this.#document);
      this.problems = read.problems;
      if (read.strategy !== null) this.opened = this.chosen = read.strategy;
    } catch {
      this.trouble = "This file could not be read as text.";
    }
  }

  #close = (): void => {
    this.#dialog?.close();
  };

  #reset(): void {
    this.opened = null;
    this.chosen = this.parts?.library[0] ?? null;
    this.problems = [];
    this.trouble = "";
    this.file = "";
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector("dialog");
  }
}

customElements.define("ballast-strategies", StrategyDialog);
