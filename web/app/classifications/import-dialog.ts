import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { BallastDocument, Classification } from "../../../wasm/planner/planner.js";
import type { ReadClassification } from "../../shared/classification/imported.js";
import { placedClasses } from "../../shared/classification/class-tree.js";
import { EditEvent, SayEvent } from "../parts/events.js";
import { dropped, fileButton, JSON_FILES, textOf } from "../parts/file-choice.js";
import { icon } from "../parts/icons.js";
import { shortened } from "../parts/problems.js";
import { sentence } from "../parts/sentence.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { count } from "../text/words.js";
import { classificationStyles } from "./classification-styles.js";
import * as edits from "./edits.js";

const MOST_BYTES = 4 * 1024 * 1024;
const NAMES_SHOWN = 30;

/** Reads a classification from a file, says what was understood, and puts it in only then. */
export class ClassificationImport extends LitElement {
  static override styles = [base, controls, layout, classificationStyles];
  static override properties = {
    document: { attribute: false },
    read: { state: true },
    trouble: { state: true },
    name: { state: true },
    taxonomies: { state: true },
    replaces: { state: true },
  };
  declare document: BallastDocument | null;
  declare read: ReadClassification | null;
  declare trouble: string;
  declare name: string;
  /** The names of the file's taxonomies, where it has several. */
  declare taxonomies: readonly string[];
  #text = "";
  /** Id of the classification whose place it takes; empty: it is added. */
  declare replaces: string;

  constructor() {
    super();
    this.document = null;
    this.#reset();
  }

  async open(): Promise<void> {
    this.#reset();
    await this.updateComplete;
    this.#dialog?.showModal();
  }

  override render(): TemplateResult {
    const { read } = this;
    return html`<dialog aria-labelledby="title" data-testid="classification-import">
      <div class="dialog" @dragover=${(event: Event) => event.preventDefault()} @drop=${this.#drop}>
        <h2 id="title">A classification from a file</h2>
        <p class="soft">One that was downloaded from this page, or a taxonomy of Portfolio Performance (JSON).</p>
        <div class="buttons">
          ${fileButton({
            words: "Choose a file",
            label: "Classification file",
            testId: "classification-file",
            accept: JSON_FILES,
            take: (file) => void this.#take(file),
          })}
          <span class="soft small"
            >${this.name === "" ? "or drop one here" : html`<bdi>${shortened(this.name, 60)}</bdi>`}</span
          >
        </div>
        ${this.trouble === "" ? nothing : html`<p class="note bad" role="alert">${icon("warn")} <span>${this.trouble}</span></p>`}
        ${this.#several()} ${read === null ? nothing : read.ok ? this.#understood(read) : this.#refused(read.problems)}
        <div class="actions">
          <button class="button" type="button" @click=${() => this.#dialog?.close()}>Cancel</button>
          <button class="button primary" type="button" ?disabled=${read?.ok !== true} @click=${this.#confirm}>
            Put it in
          </button>
        </div>
      </div>
    </dialog>`;
  }

  #several(): TemplateResult | typeof nothing {
    if (this.taxonomies.length === 0) return nothing;
    return html`<label class="field">
      <span>Which of its taxonomies</span>
      <select
        class="input"
        @change=${(event: Event) => void this.#read(Number((event.target as HTMLSelectElement).value))}
      >
        ${this.taxonomies.map((name, place) => html`<option value=${place}>${shortened(name, 60)}</option>`)}
      </select>
    </label>`;
  }

  #understood({ value, report }: Extract<ReadClassification, { ok: true }>): TemplateResult {
    const rivals = this.#rivals(value);
    const { matched, notMatched, notes } = report;
    return html`<div class="note good" role="status" data-testid="classification-preview">
        ${icon("check")}
        <div>
          <p>
            <b><bdi>${shortened(value.name, 60)}</bdi></b
            >: ${count(placedClasses(value).length, "class", "classes")}, ${count(matched.length, "asset")} of this
            portfolio found in it.
          </p>
          ${notes.map((note) => html`<p>${sentence(note)}</p>`)}
        </div>
      </div>
      ${
        notMatched.length === 0
          ? nothing
          : html`<div class="note">
              ${icon("info")}
              <div>
                <p>Not used, for this portfolio does not hold them: ${notMatched.length}</p>
                <p class="soft small">
                  <bdi
                    >${notMatched.slice(0, NAMES_SHOWN).join(", ")}${notMatched.length > NAMES_SHOWN ? " …" : ""}</bdi
                  >
                </p>
              </div>
            </div>`
      }
      ${
        rivals.length === 0
          ? nothing
          : html`<fieldset class="where">
              <legend>Where shall it go?</legend>
              ${[{ id: "", name: "" }, ...rivals].map(
                ({ id, name }) =>
                  html`<label class="check"
                    ><input
                      type="radio"
                      name="replaces"
                      .checked=${this.replaces === id}
                      @change=${() => (this.replaces = id)}
                    />
                    <span
                      >${id === "" ? "Add it beside the others" : html`In place of <bdi>${shortened(name, 40)}</bdi>, with its rules where the classes are still there`}</span
                    ></label
                  >`,
              )}
            </fieldset>`
      }`;
  }

  #refused(problems: readonly string[]): TemplateResult {
    return html`<div class="note bad" role="alert" data-testid="classification-problems">
      ${icon("warn")}
      <div>
        <b>This file cannot be used.</b>
        <ul>
          ${problems.map((problem) => html`<li>${sentence(problem)}</li>`)}
        </ul>
      </div>
    </div>`;
  }

  /** Those that it may be another version of. */
  #rivals({ id, name }: Classification): readonly Classification[] {
    return (this.document?.classifications ?? []).filter((one) => one.id === id || one.name === name);
  }

  #confirm = (): void => {
    const { read, replaces } = this;
    if (read?.ok !== true) return;
    const { value } = read;
    this.#dialog?.close();
    const change = ({ document }: { document: BallastDocument }): void => {
      if (replaces === "") edits.addClassification(document, value);
      else edits.replaceClassification(document, replaces, value);
    };
    const name = shortened(value.name, 40);
    this.dispatchEvent(new EditEvent({ label: `Import the classification ${name}`, change }));
    this.dispatchEvent(new SayEvent(`Imported ${name}.`, true));
  };

  #drop = (event: DragEvent): void => {
    const file = dropped(event);
    if (file !== undefined) void this.#take(file);
  };

  async #take(file: File): Promise<void> {
    this.#reset();
    this.name = file.name;
    if (file.size > MOST_BYTES) {
      this.trouble = "This file is larger than 4 MB. Classifications are far smaller.";
      return;
    }
    try {
      this.#text = await textOf(file);
    } catch {
      this.trouble = "This file could not be read as text.";
      return;
    }
    try {
      const { taxonomiesIn } = await import("../../shared/classification/read-classification.js");
      this.taxonomies = taxonomiesIn(this.#text);
      await this.#read(0);
    } catch {
      this.trouble = "A part of this page could not be loaded. Reload the page and try again; nothing is lost.";
    }
  }

  /** The file's taxonomy at a place; of most files the only one. */
  async #read(place: number): Promise<void> {
    const { readClassification } = await import("../../shared/classification/read-classification.js");
    this.read = readClassification(this.#text, this.document?.assets ?? [], place);
    this.replaces = this.read.ok ? (this.#rivals(this.read.value)[0]?.id ?? "") : "";
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector("dialog");
  }

  #reset(): void {
    this.#text = "";
    this.taxonomies = [];
    this.read = null;
    this.trouble = "";
    this.name = "";
    this.replaces = "";
  }
}

customElements.define("ballast-classification-import", ClassificationImport);
