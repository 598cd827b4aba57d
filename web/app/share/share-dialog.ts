import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { DecimalText } from "../../../wasm/planner/planner.js";
import { decodeStrategy } from "../../shared/share/decode-strategy.js";
import { encodeStrategy } from "../../shared/share/encode-strategy.js";
import type { Workspace } from "../../shared/storage/types.js";
import { copyText } from "../parts/download.js";
import { icon } from "../parts/icons.js";
import { viewOf } from "../state/view.js";
import { loadStrategyParts, type StrategyParts } from "../strategies/strategy-parts.js";
import { strategyStyles } from "../strategies/strategy-styles.js";
import type { Strategy } from "../strategies/strategy.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { segmented } from "../styles/segmented.js";
import { shareContents } from "./contents.js";
import type { ShareWay } from "./share-event.js";
import { shareStyles } from "./share-styles.js";
import { shareableStrategy, UNSAID, type OwnWords } from "./shareable-strategy.js";
import { elementSnippet, frameSnippet, type SnippetOptions, type SnippetTheme } from "./snippets.js";

const WAYS: readonly (readonly [ShareWay, string])[] = [
  ["link", "As a link"],
  ["site", "On your site"],
];
const COULD_NOT_LOAD = "A part of this page could not be loaded. Reload the page and try again; nothing is lost.";

/** Passing targets on: first what would be in it, to the last digit, then the link or the lines for a web site. */
export class ShareDialog extends LitElement {
  static override styles = [base, controls, layout, segmented, strategyStyles, shareStyles];
  static override properties = {
    workspace: { attribute: false },
    cashTarget: { attribute: false },
    strategy: { state: true },
    parts: { state: true },
    way: { state: true },
    words: { state: true },
    theme: { state: true },
    said: { state: true },
  };
  declare workspace: Workspace | null;
  /** As the core calculated it; null while nothing is calculated. */
  declare cashTarget: DecimalText | null;
  declare strategy: Strategy | null;
  declare parts: StrategyParts | null;
  declare way: ShareWay;
  declare words: OwnWords;
  declare theme: SnippetTheme;
  /** What came of a button: which one, and in what words. */
  declare said: { what: string; words: string };

  constructor() {
    super();
    this.workspace = null;
    this.cashTarget = null;
    this.strategy = null;
    this.parts = null;
    this.way = "link";
    this.words = UNSAID;
    this.theme = "auto";
    this.said = { what: "", words: "" };
  }

  async open(way: ShareWay, strategy: Strategy | null): Promise<void> {
    this.way = way;
    this.strategy = strategy;
    this.said = { what: "", words: "" };
    await this.updateComplete;
    this.#dialog?.showModal();
    try {
      this.parts ??= await loadStrategyParts();
    } catch {
      this.said = { what: "parts", words: COULD_NOT_LOAD };
    }
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" data-testid="share-dialog">
      <div class="dialog">
        <h2 id="title">Pass targets on</h2>
        ${this.#ways()} ${this.parts === null ? nothing : this.#body(this.parts)}
        ${this.said.what === "parts" ? html`<p class="note bad" role="alert">${this.said.words}</p>` : nothing}
        <div class="actions">
          <button class="button" type="button" @click=${() => this.#dialog?.close()}>Close</button>
        </div>
      </div>
    </dialog>`;
  }

  #ways(): TemplateResult {
    return html`<div class="segmented" role="radiogroup" aria-label="How to pass them on">
      ${WAYS.map(
        ([value, name]) =>
          html`<label class=${this.way === value ? "chosen" : ""}
            ><input
              type="radio"
              name="way"
              value=${value}
              .checked=${this.way === value}
              @change=${() => (this.way = value)}
            /><span>${name}</span></label
          >`,
      )}
    </div>`;
  }

  #body(parts: StrategyParts): TemplateResult {
    const strategy = this.strategy ?? this.#own(parts);
    if (strategy === null) {
      return html`<p class="note" data-testid="nothing-to-share">
        ${icon("info")} <span>There are no targets yet. Set some, or choose a strategy, and come back.</span>
      </p>`;
    }
    const encoded = encodeStrategy(strategy);
    // What is shown is read back from the link, so that it cannot be anything but what the link holds.
    const read = encoded.ok ? decodeStrategy(encoded.fragment) : encoded;
    if (!encoded.ok || !read.ok) {
      const { message } = read.ok ? { message: "" } : read;
      return html`<p class="note bad" role="alert">${icon("warn")} <span>${message}</span></p>`;
    }
    const { fragment } = encoded;
    const site = new URL("./", location.href).href;
    return html`${this.strategy === null ? this.#ownWords() : nothing} ${shareContents(read.text, parts.builtIn)}
    ${
      this.way === "link"
        ? this.#handOver("link", "Link", `${site}${fragment}`)
        : this.#snippets({ site, fragment, theme: this.theme, name: strategy.name })
    }`;
  }

  #own({ builtIn }: StrategyParts): Strategy | null {
    if (this.workspace === null) return null;
    const ids = builtIn.map(({ id }) => id);
    return shareableStrategy(viewOf(this.workspace.document), ids, this.cashTarget, this.words);
  }

  #ownWords(): TemplateResult {
    const field = (label: string, key: keyof OwnWords, most: number) =>
      html`<label class="field"
        ><span>${label}</span
        ><input
          class="input"
          maxlength=${most}
          .value=${this.words[key] === UNSAID[key] ? "" : this.words[key]}
          placeholder=${UNSAID[key]}
          @input=${(event: Event) => {
            this.words = { ...this.words, [key]: (event.target as HTMLInputElement).value };
            this.said = { what: "", words: "" };
          }}
      /></label>`;
    return html`<div class="own">
      ${field("Name", "name", 100)} ${field("What it is for", "for", 500)} ${field("A weakness of it", "weakness", 500)}
    </div>`;
  }

  #snippets(options: SnippetOptions): TemplateResult {
    return html`<p class="soft">
        A small planner for your readers. What they type into it stays in their browser; your page cannot read it.
      </p>
      <label class="field"
        ><span>Colours</span
        ><select
          class="input"
          @change=${(event: Event) => (this.theme = (event.target as HTMLSelectElement).value as SnippetTheme)}
        >
          <option value="auto" ?selected=${this.theme === "auto"}>As the reader's device</option>
          <option value="light" ?selected=${this.theme === "light"}>Light</option>
          <option value="dark" ?selected=${this.theme === "dark"}>Dark</option>
        </select></label
      >
      ${this.#handOver("element", "With a script, as high as it needs to be", elementSnippet(options))}
      ${this.#handOver("frame", "Without a script, of a fixed height", frameSnippet(options))}
      <p class="soft small">
        A site with a policy of its own has to allow <code>${new URL(options.site).origin}</code> in
        <code>frame-src</code>, and for the first way in <code>script-src</code>.
      </p>`;
  }

  #handOver(what: string, label: string, text: string): TemplateResult {
    return html`<div class="handed">
      <label class="field"
        ><span>${label}</span
        ><textarea class="input out" readonly rows="3" data-testid="share-${what}" .value=${text}></textarea>
      </label>
      <div class="buttons">
        <span class="soft small" role="status">${this.said.what === what ? this.said.words : ""}</span>
        <button class="button primary" type="button" @click=${() => void this.#copy(what, text)}>
          ${icon("copy", 16)} Copy${what === "link" ? " the link" : ""}
        </button>
      </div>
    </div>`;
  }

  async #copy(what: string, text: string): Promise<void> {
    const copied = await copyText(text);
    this.said = {
      what,
      words: copied ? "Copied." : "The browser does not allow copying here. Select the text instead.",
    };
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector("dialog");
  }
}

customElements.define("ballast-share", ShareDialog);
