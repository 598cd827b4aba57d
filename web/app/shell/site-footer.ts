import { html, type TemplateResult } from "lit";
import { OpenDialogEvent } from "../parts/events.js";
import { editionNote } from "./edition-note.js";

/** On every screen: what this is not, and what the page cannot do. */
export function siteFooter(version: string | undefined, isOpen: boolean): TemplateResult {
  return html`<footer class="foot">
    <p>
      <b>Calculation, not advice.</b> Every figure follows from what you entered; nothing here says what you should do.
    </p>
    <p>
      Nothing you type leaves this browser: the page’s policy forbids it to connect.
      <button
        class="link"
        type="button"
        @click=${(event: Event) => event.target?.dispatchEvent(new OpenDialogEvent("privacy"))}
      >
        Privacy: check it
      </button>
    </p>
    ${editionNote(isOpen)} ${version === undefined ? "" : html`<p class="version">Ballast ${version}</p>`}
  </footer>`;
}
