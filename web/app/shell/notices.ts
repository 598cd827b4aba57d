import { html, nothing, type TemplateResult } from "lit";
import type { Stored } from "../../shared/storage/types.js";
import { icon } from "../parts/icons.js";
import type { SavingState } from "../state/app-state.js";
import { isWorkspace } from "../state/workspace-shape.js";
import { exportUnread } from "./export-document.js";

export interface NoticeActions {
  readonly applyUpdate: (() => void) | null;
  readonly dismissUpdate: () => void;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  readonly exportDocument: () => void;
  readonly exportTheirs: () => void;
  readonly saveAgain: () => void;
  readonly undo: () => void;
  readonly hush: () => void;
  readonly saying: { readonly text: string; readonly undoable: boolean } | null;
}

/** Quiet bars at the foot of the page. They lie over it, so that nothing jumps when they come and go. */
export function notices(saving: SavingState, isOpen: boolean, actions: NoticeActions): TemplateResult {
  return html`<div class="notices no-print">
    ${saving.kind === "conflict" ? conflict(saving.theirs, actions) : nothing}
    ${saving.kind === "failed" ? failed(saving, isOpen, actions) : nothing}
    ${actions.applyUpdate === null ? nothing : update(actions.applyUpdate, actions.dismissUpdate)}
    <div role="status" aria-live="polite" data-testid="saying">
      ${
        actions.saying === null
          ? nothing
          : html`<div class="toast">
              <span>${actions.saying.text}</span>
              ${actions.saying.undoable ? html`<button class="link" type="button" @click=${actions.undo}>Undo</button>` : nothing}
              <button class="link close" type="button" aria-label="Close" @click=${actions.hush}>
                ${icon("close", 14)}
              </button>
            </div>`
      }
    </div>
  </div>`;
}

function conflict(theirs: Stored, actions: NoticeActions): TemplateResult {
  const at = new Date(theirs.saved_at);
  const time = Number.isNaN(at.getTime()) ? "" : ` at ${at.toLocaleTimeString("en", { timeStyle: "short" })}`;
  return html`<div class="bar-card" role="alert" data-testid="conflict">
    ${icon("warn")}
    <div>
      <p><b>Another tab saved a different version${time}.</b> Nothing has been overwritten. Which one shall stay?</p>
      <div class="buttons">
        <button class="button small primary" type="button" @click=${actions.keepMine}>Keep this tab’s</button>
        ${
          isWorkspace(theirs.workspace)
            ? html`<button class="button small" type="button" @click=${actions.takeTheirs}>
                Take the other tab’s
              </button>`
            : nothing
        }
        <button class="button small quiet" type="button" @click=${actions.exportDocument}>Export this one</button>
        <button class="button small quiet" type="button" @click=${actions.exportTheirs}>Export the other</button>
      </div>
    </div>
  </div>`;
}

function failed(
  { code, message, kept }: Extract<SavingState, { kind: "failed" }>,
  isOpen: boolean,
  actions: NoticeActions,
): TemplateResult {
  return html`<div class="bar-card" role="alert" data-testid="save-failed">
    ${icon("warn")}
    <div>
      <p>
        <b>${isOpen ? "Not saved on this device." : "What is stored on this device could not be opened."}</b> ${message}
        ${isOpen ? "You can go on working; export the document to keep it." : "You can start anew; nothing stored is replaced unless you say so."}
      </p>
      ${
        isOpen
          ? html`<div class="buttons">
              <button class="button small primary" type="button" @click=${actions.exportDocument}>
                Export document
              </button>
              ${
                code === "newer_database" || code === "unavailable"
                  ? nothing
                  : html`<button class="button small" type="button" @click=${actions.saveAgain}>Try again</button>`
              }
            </div>`
          : kept === undefined
            ? nothing
            : html`<div class="buttons">
                <button class="button small primary" type="button" @click=${() => exportUnread(kept)}>
                  Export it unchanged
                </button>
              </div>`
      }
    </div>
  </div>`;
}

function update(apply: () => void, dismiss: () => void): TemplateResult {
  return html`<div class="bar-card quiet" role="status" data-testid="update-ready">
    ${icon("info")}
    <div class="row">
      <p>A new version of this page is ready.</p>
      <div class="buttons">
        <button class="button small" type="button" @click=${apply}>Reload into it</button>
        <button class="button small quiet" type="button" @click=${dismiss}>Later</button>
      </div>
    </div>
  </div>`;
}
