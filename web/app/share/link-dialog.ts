import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { BallastDocument } from "../../../wasm/planner/planner.js";
import type { Engine } from "../../shared/engine/types.js";
import { decodeStrategy } from "../../shared/share/decode-strategy.js";
import type { Workspace } from "../../shared/storage/types.js";
import { EditEvent, GoToEvent, ReplaceEvent, SayEvent } from "../parts/events.js";
import { icon } from "../parts/icons.js";
import { shortened } from "../parts/problems.js";
import { sentence } from "../parts/sentence.js";
import { viewNote } from "../parts/view-note.js";
import { blankWorkspace } from "../state/blank.js";
import { inView, viewOf } from "../state/view.js";
import { applyStrategy, missingClasses } from "../strategies/apply-strategy.js";
import type { StrategyProblem } from "../strategies/read-strategy.js";
import { strategyDetails } from "../strategies/strategy-details.js";
import { loadStrategyParts, type StrategyParts } from "../strategies/strategy-parts.js";
import { strategyStyles } from "../strategies/strategy-styles.js";
import type { Strategy } from "../strategies/strategy.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { count } from "../text/words.js";
import { judgeStrategy } from "./judge-strategy.js";
import { inTermsOf, missingAssets } from "./named-assets.js";
import { shareStyles } from "./share-styles.js";
import { whatChanges } from "./what-changes.js";

const PROBLEMS_SHOWN = 12;
const COULD_NOT_LOAD = "A part of this page could not be loaded. Open the link again; nothing is lost.";

/** A strategy that came in the page's address: shown, judged, and used only if the person says so. */
export class LinkDialog extends LitElement {
  static override styles = [base, controls, layout, strategyStyles, shareStyles];
  static override properties = {
    workspace: { attribute: false },
    engine: { attribute: false },
    opening: { type: Boolean },
    parts: { state: true },
    strategy: { state: true },
    problems: { state: true },
    trouble: { state: true },
  };
  /** Null: there is no portfolio yet. */
  declare workspace: Workspace | null;
  declare engine: Pick<Engine, "validate"> | null;
  /** What is stored is not there yet: it must not be taken for nothing. */
  declare opening: boolean;
  declare parts: StrategyParts | null;
  declare strategy: Strategy | null;
  declare problems: readonly StrategyProblem[];
  declare trouble: string;

  constructor() {
    super();
    this.workspace = null;
    this.engine = null;
    this.opening = false;
    this.parts = null;
    this.strategy = null;
    this.problems = [];
    this.trouble = "";
  }

  async open(fragment: string): Promise<void> {
    this.strategy = null;
    this.problems = [];
    const decoded = decodeStrategy(fragment);
    this.trouble = decoded.ok ? "" : decoded.message;
    await this.updateComplete;
    if (this.#dialog?.open === false) this.#dialog.showModal();
    if (!decoded.ok) return;
    try {
      this.parts ??= await loadStrategyParts();
      if (this.engine === null) return;
      const { strategy, problems } = await judgeStrategy(decoded.text, this.engine, this.parts.builtIn);
      this.strategy = strategy;
      this.problems = problems;
    } catch {
      this.trouble = COULD_NOT_LOAD;
    }
  }

  override render(): TemplateResult {
    const { parts, strategy, problems } = this;
    return html`<dialog aria-labelledby="title" data-testid="link-dialog" @close=${() => (this.strategy = null)}>
      <div class="dialog">
        <h2 id="title">A strategy from a link</h2>
        <p class="soft">
          Whoever made the link wrote this. Ballast has not checked what it is good for. Nothing has changed yet.
        </p>
        ${viewNote(this.workspace?.document)}
        ${strategy === null || parts === null ? nothing : this.#shown(strategy, parts)}
        ${this.trouble === "" ? nothing : html`<p class="note bad" role="alert" data-testid="link-trouble">${icon("warn")} <span>${this.trouble}</span></p>`}
        ${problems.length === 0 ? nothing : this.#problemNote()}
        <div class="actions">
          <button class="button" type="button" @click=${() => this.#dialog?.close()}>
            ${strategy === null ? "Close" : "Do not use it"}
          </button>
          <button
            class="button primary"
            type="button"
            data-testid="link-apply"
            ?disabled=${!this.#applicable}
            @click=${this.#apply}
          >
            Use this strategy
          </button>
        </div>
      </div>
    </dialog>`;
  }

  #shown(strategy: Strategy, parts: StrategyParts): TemplateResult {
    const { builtIn } = parts;
    const document = this.#document;
    const mine = document === null ? strategy : inTermsOf(strategy, document.assets);
    return html`${strategyDetails(mine, parts, document)}
      <div class="contents" data-testid="what-changes">
        <h3>What using it would change</h3>
        <ul class="rules">
          ${whatChanges(mine, builtIn, document).map((words) => html`<li>${sentence(words)}</li>`)}
        </ul>
      </div>`;
  }

  #problemNote(): TemplateResult {
    const { problems } = this;
    return html`<div class="note bad" role="alert" data-testid="link-problems">
      ${icon("warn")}
      <div>
        <b>This strategy cannot be used: ${count(problems.length, "problem")}.</b>
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
    const { parts, strategy } = this;
    if (parts === null || strategy === null || this.opening) return false;
    return missingClasses(strategy, parts.builtIn, this.#document).length === 0;
  }

  /** Of the accounts in view. */
  get #document(): BallastDocument | null {
    return this.workspace === null ? null : viewOf(this.workspace.document);
  }

  #apply = (): void => {
    const { parts, strategy, workspace } = this;
    if (parts === null || strategy === null || !this.#applicable) return;
    const name = shortened(strategy.name);
    const change = (document: BallastDocument): void => {
      const mine = inTermsOf(strategy, document.assets);
      for (const asset of missingAssets(mine, document)) {
        document.assets.push(asset);
        document.accounts[0]?.holdings.push({ asset: asset.id, quantity: "0" });
      }
      applyStrategy(document, mine, parts.builtIn, parts.fill);
    };
    this.#dialog?.close();
    if (workspace === null) {
      const begun = blankWorkspace();
      change(begun.document);
      this.dispatchEvent(new ReplaceEvent(begun, `Begin with “${name}”`, "holdings"));
    } else {
      this.dispatchEvent(
        new EditEvent({ label: `Use the strategy “${name}”`, change: ({ document }) => inView(change)(document) }),
      );
      this.dispatchEvent(new GoToEvent("targets"));
    }
    this.dispatchEvent(new SayEvent(`The targets now follow “${name}”.`, true));
  };

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector("dialog");
  }
}

customElements.define("ballast-strategy-link", LinkDialog);
