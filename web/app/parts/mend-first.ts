import { html, nothing, type TemplateResult } from "lit";
import type { BallastDocument, Problem } from "../../../wasm/planner/planner.js";
import { GoToEvent } from "./events.js";
import { icon } from "./icons.js";
import { sentence } from "./sentence.js";
import { placeOf, problemSentence } from "./problem-place.js";

const SHOWN = 8;

/** In place of figures that cannot be calculated: what stands in the way, each with the way to its field. */
export function mendFirst(document: BallastDocument, problems: readonly Problem[]): TemplateResult {
  const title =
    problems.length === 1 ? "One entry needs mending first" : `${problems.length} entries need mending first`;
  return html`<section class="note warn" aria-label="Entries to mend" data-testid="mend-first">
    ${icon("warn")}
    <div>
      <h2>${title}</h2>
      <ul>
        ${problems.slice(0, SHOWN).map((problem) => oneProblem(document, problem))}
      </ul>
      ${problems.length > SHOWN ? html`<p class="small">and ${problems.length - SHOWN} more</p>` : nothing}
    </div>
  </section>`;
}

function oneProblem(document: BallastDocument, problem: Problem): TemplateResult {
  const target = placeOf(document, problem.pointer);
  return html`<li>
    <button
      class="link"
      type="button"
      @click=${(event: Event) => event.target?.dispatchEvent(new GoToEvent(target.step, problem.pointer))}
    >
      ${sentence(target.name)}</button
    >: ${sentence(problemSentence(problem, target.text, target.percent))}
  </li>`;
}
