import { html, nothing, type TemplateResult } from "lit";
import type { BallastDocument } from "../../../wasm/planner/planner.js";
import { groupInView, nameOf } from "../state/view.js";

/** Whose targets a dialog would change, where a group of accounts is in view. */
export function viewNote(document: BallastDocument | undefined): TemplateResult | typeof nothing {
  const group = document === undefined ? undefined : groupInView(document);
  if (group === undefined) return nothing;
  const name = html`<b><bdi>${nameOf(group)}</bdi></b>`;
  return html`<p class="small" data-testid="view-note">
    ${
      group.policy === undefined
        ? html`${name} is in view and has no targets of its own: those of the whole portfolio would change.`
        : html`${name} is in view: its own targets would change.`
    }
  </p>`;
}
