import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { ImportPreview } from "../../shared/import/types.js";
import type { Workspace } from "../../shared/storage/types.js";
import { accountName, currencyCode } from "../parts/asset-lookup.js";
import { ReplaceEvent, SayEvent } from "../parts/events.js";
import { dropped, fileButton } from "../parts/file-choice.js";
import { icon } from "../parts/icons.js";
import { blankDocument, blankRequest } from "../state/blank.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { tables } from "../styles/tables.js";
import { count } from "../text/words.js";
import { applyTable, importObstacle, type ImportTarget } from "./apply-table.js";
import { importPreview } from "./import-preview.js";
import { importStyles } from "./import-styles.js";

const MOST_BYTES = 16 * 1024 * 1024;
const READ_AFTER_MS = 150;
const TABLE_FILES = ".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain";

const example = "BTC\t0.75\t61250\nVWCE\t120\t131.42\nCASH\t2500";

/** Paste, drop or choose a table; see what was understood; say where it goes. */
export class ImportDialog extends LitElement {
  static override styles = [base, controls, layout, tables, importStyles];
  static override properties = {
    workspace: { attribute: false },
    preview: { state: true },
    target: { state: true },
    trouble: { state: true },
    over: { state: true },
    source: { state: true },
  };
  /** Null: there is no portfolio yet. */
  declare workspace: Workspace | null;
  declare preview: ImportPreview | null;
  declare target: ImportTarget;
  declare trouble: string;
  declare over: boolean;
  declare source: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.workspace = null;
    this.#reset();
  }

  /** With a file when one was dropped on the page. */
  async open(file?: File): Promise<void> {
    this.#reset();
    await this.updateComplete;
    this.#dialog?.showModal();
    const area = this.renderRoot.querySelector("textarea");
    if (area !== null) area.value = "";
    area?.focus();
    if (file !== undefined) await this.#readFile(file);
  }

  override render(): TemplateResult {
    const { preview } = this;
    return html`<dialog aria-labelledby="title" @close=${() => this.#reset()}>
      <div class="dialog">
        <h2 id="title">Paste or import a table</h2>
        <p class="soft">
          Symbol, quantity and price, straight from a spreadsheet or as a CSV file. Exports of Wealthfolio (holdings)
          and Yahoo (portfolio) are understood as they are.
        </p>
        <div
          class="drop ${this.over ? "over" : ""}"
          @dragover=${this.#dragOver}
          @dragleave=${() => (this.over = false)}
          @drop=${this.#drop}
        >
          <textarea
            class="input"
            aria-label="Table"
            data-testid="import-text"
            placeholder=${example}
            spellcheck="false"
            autocomplete="off"
            @input=${this.#typed}
          ></textarea>
          <div class="buttons">
            ${fileButton({
              words: "Choose a file",
              label: "Table file",
              testId: "import-file",
              accept: TABLE_FILES,
              small: true,
              take: (file) => void this.#readFile(file),
            })}
            <span class="soft small">${this.source === "" ? "or drop one here" : html`<bdi>${this.source}</bdi>`}</span>
          </div>
        </div>
        ${this.trouble === "" ? nothing : html`<p class="note bad" role="alert">${icon("warn")} <span>${this.trouble}</span></p>`}
        ${preview === null ? nothing : html`${importPreview(preview)} ${this.#where()}`} ${this.#foot()}
      </div>
    </dialog>`;
  }

  #where(): TemplateResult | typeof nothing {
    const document = this.workspace?.document;
    if (document === undefined) return nothing;
    const choice = (kind: ImportTarget["kind"], words: unknown, target: ImportTarget) =>
      html`<label class="check"
        ><input
          type="radio"
          name="where"
          value=${kind}
          .checked=${this.target.kind === kind}
          @change=${() => (this.target = target)}
        />
        <span>${words}</span></label
      >`;
    const [first] = document.accounts;
    const chosen = this.target.kind === "account" ? this.target.account : (first?.id ?? "");
    return html`<fieldset class="where">
      <legend>Where shall it go?</legend>
      ${choice("replace", `Replace all accounts and holdings${document.groups === undefined ? "" : ", and drop the groups of accounts"}`, { kind: "replace" })}
      ${first === undefined ? nothing : choice("account", "Add to an account; what is already there under the same symbol is replaced", { kind: "account", account: chosen })}
      ${
        this.target.kind === "account"
          ? html`<select
              class="input"
              aria-label="Account"
              @change=${(event: Event) => (this.target = { kind: "account", account: (event.target as HTMLSelectElement).value })}
            >
              ${document.accounts.map(
                ({ id }) => html`<option value=${id} ?selected=${id === chosen}>${accountName(document, id)}</option>`,
              )}
            </select>`
          : nothing
      }
      ${choice("new_account", "Add as a new account", { kind: "new_account" })}
    </fieldset>`;
  }

  #foot(): TemplateResult {
    const { preview } = this;
    const obstacle =
      preview === null ? undefined : importObstacle(preview, this.workspace?.document ?? null, this.target);
    const rows = preview === null ? "" : ` ${count(preview.rows.length, "row")}`;
    return html`${obstacle === undefined ? nothing : html`<p class="problem" role="status" data-testid="import-obstacle">${obstacle}</p>`}
      <div class="actions">
        <button class="button" type="button" @click=${() => this.#dialog?.close()}>Cancel</button>
        <button
          class="button primary"
          type="button"
          data-testid="import-confirm"
          ?disabled=${preview === null || obstacle !== undefined}
          @click=${this.#confirm}
        >
          Import${rows}
        </button>
      </div>`;
  }

  #confirm = (): void => {
    if (this.preview === null) return;
    const { workspace, preview } = this;
    const document = applyTable(workspace?.document ?? null, preview, this.target);
    const imported = count(preview.rows.length, "row");
    this.#dialog?.close();
    this.dispatchEvent(
      new ReplaceEvent({ document, request: workspace?.request ?? blankRequest() }, "Import a table", "holdings"),
    );
    this.dispatchEvent(new SayEvent(`Imported ${imported}.`, workspace !== null));
  };

  #typed = (event: Event): void => {
    const { value } = event.target as HTMLTextAreaElement;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(value, ""), READ_AFTER_MS);
  };

  #dragOver = (event: DragEvent): void => {
    event.preventDefault();
    this.over = true;
  };

  #drop = (event: DragEvent): void => {
    this.over = false;
    const file = dropped(event);
    if (file !== undefined) void this.#readFile(file);
  };

  async #readFile(file: File): Promise<void> {
    if (file.size > MOST_BYTES) {
      this.preview = null;
      this.trouble = `“${file.name}” is larger than 16 MB. That is no table of holdings this page can take in.`;
      return;
    }
    try {
      await this.#read(new Uint8Array(await file.arrayBuffer()), file.name);
    } catch {
      this.trouble = `“${file.name}” could not be read.`;
    }
  }

  async #read(data: string | Uint8Array, source: string): Promise<void> {
    this.trouble = "";
    this.source = source;
    if (data.length > MOST_BYTES) {
      this.preview = null;
      this.trouble =
        "This text is longer than 16 million characters. That is no table of holdings this page can take in.";
      return;
    }
    if (data.length === 0 || (typeof data === "string" && data.trim() === "")) {
      this.preview = null;
      return;
    }
    try {
      // Only who brings a table needs the code that reads tables.
      const { readTable } = await import("../../shared/import/read-table.js");
      this.preview = readTable(data, currencyCode(this.workspace?.document ?? blankDocument()));
    } catch {
      this.preview = null;
      this.trouble = "A part of this page could not be loaded. Reload the page and try again; nothing is lost.";
    }
  }

  #reset(): void {
    clearTimeout(this.#timer);
    this.preview = null;
    this.target = { kind: "replace" };
    this.trouble = "";
    this.over = false;
    this.source = "";
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector("dialog");
  }
}

customElements.define("ballast-import-dialog", ImportDialog);
