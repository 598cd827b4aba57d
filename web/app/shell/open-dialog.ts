import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Engine } from "../../shared/engine/types.js";
import { ReplaceEvent, SayEvent } from "../parts/events.js";
import { sentence } from "../parts/sentence.js";
import { dropped, fileButton, JSON_FILES, textOf } from "../parts/file-choice.js";
import { icon } from "../parts/icons.js";
import { placeOf } from "../parts/problem-place.js";
import { shortened } from "../parts/problems.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { count } from "../text/words.js";
import { readDocumentFile, type ReadDocument } from "./read-document-file.js";

const MOST_BYTES = 16 * 1024 * 1024;
const PROBLEMS_SHOWN = 12;

/** Opens a Ballast file: checked first, then put in place of what is there. */
export class OpenDialog extends LitElement {
  static override styles = [base, controls, layout];
  static override properties = {
    engine: { attribute: false },
    hasPortfolio: { type: Boolean },
    read: { state: true },
    trouble: { state: true },
    name: { state: true },
  };
  declare engine: Pick<Engine, "validate"> | null;
  declare hasPortfolio: boolean;
  declare read: ReadDocument | null;
  declare trouble: string;
  declare name: string;

  constructor() {
    super();
    this.engine = null;
    this.hasPortfolio = false;
    this.#reset();
  }

  async open(file?: File): Promise<void> {
    this.#reset();
    await this.updateComplete;
    this.renderRoot.querySelector("dialog")?.showModal();
    if (file !== undefined) await this.#take(file);
  }

  override render(): TemplateResult {
    const { read } = this;
    return html`<dialog aria-labelledby="title" data-testid="open-dialog">
      <div class="dialog" @dragover=${(event: Event) => event.preventDefault()} @drop=${this.#drop}>
        <h2 id="title">Open a Ballast file</h2>
        <p class="soft">A document or a plan that was downloaded from this page, or written by hand (JSON).</p>
        <div class="buttons">
          ${fileButton({
            words: "Choose a file",
            label: "Ballast file",
            testId: "open-file",
            accept: JSON_FILES,
            take: (file) => void this.#take(file),
          })}
          <span class="soft small"
            >${this.name === "" ? "or drop one here" : html`<bdi>${shortened(this.name, 60)}</bdi>`}</span
          >
        </div>
        ${this.trouble === "" ? nothing : html`<p class="note bad" role="alert">${icon("warn")} <span>${this.trouble}</span></p>`}
        ${read === null ? nothing : this.#outcome(read)}
        <div class="actions">
          <button class="button" type="button" @click=${this.#close}>Cancel</button>
          <button
            class="button primary"
            type="button"
            data-testid="open-confirm"
            ?disabled=${read?.workspace == null}
            @click=${this.#confirm}
          >
            ${read !== null && read.problems.length > 0 && read.workspace !== null ? "Open and mend there" : "Open"}
          </button>
        </div>
      </div>
    </dialog>`;
  }

  #outcome({ workspace, problems }: ReadDocument): TemplateResult {
    const summary =
      workspace === null
        ? nothing
        : html`<p role="status">
            <b><bdi>${shortened(workspace.document.title ?? "Portfolio", 60)}</bdi></b
            >: ${count(workspace.document.assets.length, "asset")} in
            ${count(workspace.document.accounts.length, "account")}.
            ${this.hasPortfolio ? "It takes the place of the present portfolio; undo brings that back." : nothing}
          </p>`;
    if (problems.length === 0) return html`${summary}`;
    const place = (pointer: string) => {
      if (pointer === "") return nothing;
      return workspace === null
        ? html`<code><bdi>${pointer}</bdi></code> `
        : html`<b><bdi>${placeOf(workspace.document, pointer).name}:</bdi></b> `;
    };
    return html`${summary}
      <div class="note ${workspace === null ? "bad" : "warn"}" role="alert" data-testid="open-problems">
        ${icon("warn")}
        <div>
          <b
            >${workspace === null ? "This file cannot be opened." : `It has ${count(problems.length, "problem")}, which you can mend after opening.`}</b
          >
          <ul>
            ${problems
              .slice(0, PROBLEMS_SHOWN)
              .map(({ pointer, message }) => html`<li>${place(pointer)}${sentence(message)}</li>`)}
          </ul>
          ${problems.length > PROBLEMS_SHOWN ? html`<p class="small">and ${problems.length - PROBLEMS_SHOWN} more</p>` : nothing}
        </div>
      </div>`;
  }

  #confirm = (): void => {
    const workspace = this.read?.workspace;
    if (workspace == null) return;
    const hadOne = this.hasPortfolio;
    this.#close();
    this.dispatchEvent(new ReplaceEvent(workspace, "Open a file", "holdings"));
    this.dispatchEvent(new SayEvent("Opened the file.", hadOne));
  };

  #drop = (event: DragEvent): void => {
    const file = dropped(event);
    if (file !== undefined) void this.#take(file);
  };

  async #take(file: File): Promise<void> {
    this.#reset();
    this.name = file.name;
    if (file.size > MOST_BYTES) {
      this.trouble = "This file is larger than 16 MB. Ballast documents are far smaller.";
      return;
    }
    try {
      const text = await textOf(file);
      if (this.engine !== null) this.read = await readDocumentFile(text, this.engine);
    } catch {
      this.trouble = "This file could not be read as text.";
    }
  }

  #close = (): void => {
    this.renderRoot.querySelector("dialog")?.close();
  };

  #reset(): void {
    this.read = null;
    this.trouble = "";
    this.name = "";
  }
}

customElements.define("ballast-open-dialog", OpenDialog);
