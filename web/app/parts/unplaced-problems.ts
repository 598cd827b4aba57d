import { html, nothing, type TemplateResult } from "lit";
import type { Problem } from "../../../wasm/planner/planner.js";
import { icon } from "./icons.js";
import { unplacedProblems, type ScreenWithFields } from "./problem-place.js";
import { sentence } from "./sentence.js";

export function unplacedNote(problems: readonly Problem[], screen: ScreenWithFields): TemplateResult | typeof nothing {
  const unplaced = unplacedProblems(problems, screen);
  if (unplaced.length === 0) return nothing;
  return html`<div class="note warn" role="status" data-testid="unplaced-problems">
    ${icon("warn")}
    <div>${unplaced.slice(0, 12).map(({ message }) => html`<p>${sentence(message)}</p>`)}</div>
  </div>`;
}
