import { html, LitElement, nothing, type TemplateResult } from "lit";
import { icon } from "../parts/icons.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";

/** Says what will be gone, and does it. */
export class DeleteDialog extends LitElement {
  static override styles = [base, controls, layout];
  static override properties = {
    perform: { attribute: false },
    exportFirst: { attribute: false },
    left: { state: true },
    busy: { state: true },
  };
  declare perform: () => Promise<{ ok: boolean; left: string[] }>;
  declare exportFirst: (() => void) | null;
  declare left: string[] | null;
  declare busy: boolean;

  constructor() {
    super();
    this.perform = () => Promise.resolve({ ok: false, left: [] });
    this.exportFirst = null;
    this.left = null;
    this.busy = false;
  }

  open(): void {
    this.left = null;
    this.renderRoot.querySelector("dialog")?.showModal();
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" data-testid="delete-dialog">
      <div class="dialog">
        <h2 id="title">Delete everything?</h2>
        <p>
          This deletes from this device: the portfolio with its targets and plan options, all its earlier versions, the
          settings, and the copy of the page kept for working offline. It cannot be undone.
        </p>
        <p class="soft">Files that you downloaded stay where you put them.</p>
        ${
          this.left === null
            ? nothing
            : html`<div class="note bad" role="alert">
                ${icon("warn")}
                <div>
                  <p>
                    Not all of it could be deleted. Still there: <bdi>${this.left.join(", ")}</bdi>. Close other tabs of
                    this page and try again.
                  </p>
                </div>
              </div>`
        }
        <div class="actions">
          ${
            this.exportFirst === null
              ? nothing
              : html`<button class="button" type="button" @click=${() => this.exportFirst?.()}>
                  ${icon("download", 16)} Export first
                </button>`
          }
          <button class="button" type="button" autofocus @click=${this.#close}>Keep it</button>
          <button class="button danger" type="button" ?disabled=${this.busy} @click=${this.#delete}>
            Delete everything
          </button>
        </div>
      </div>
    </dialog>`;
  }

  #close = (): void => {
    this.renderRoot.querySelector("dialog")?.close();
  };

  #delete = async (): Promise<void> => {
    this.busy = true;
    try {
      const { ok, left } = await this.perform();
      if (ok) this.#close();
      else this.left = left;
    } finally {
      this.busy = false;
    }
  };
}

customElements.define("ballast-delete-dialog", DeleteDialog);
