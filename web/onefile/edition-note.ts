/** Stands in for web/app/shell/edition-note.ts in the one-file edition. */
import { html, type TemplateResult } from "lit";

import { MenuEvent } from "../app/shell/site-header.js";

/** Where a file's data are kept differs from browser to browser; what is safe everywhere is a backup. */
export function editionNote(isOpen: boolean): TemplateResult {
  return html`<p data-testid="edition-note">
    <b>The one-file edition.</b> What you enter is kept by this browser for this file, where it lies now. Moved, renamed
    or opened in another browser, it may start empty.
    ${
      isOpen
        ? html`<button class="link" type="button" @click=${saveBackup}>Save a backup file</button>`
        : "Save a backup file now and then; the menu opens it again."
    }
  </p>`;
}

function saveBackup({ currentTarget }: Event): void {
  currentTarget?.dispatchEvent(new MenuEvent("export"));
}
