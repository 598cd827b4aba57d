import { html, type TemplateResult } from "lit";
import { withoutDirectionMarks } from "../text/direction-marks.js";

/**
 * A sentence that has somebody's own words inside it (a symbol, an account's name). Isolating it protects the page, but
 * not the sentence itself; so marks that would turn its rest round are left out.
 */
export function sentence(text: string): TemplateResult {
  return html`<bdi>${withoutDirectionMarks(text)}</bdi>`;
}
