import { html, type TemplateResult } from "lit";
import { GoToEvent } from "./events.js";
import { icon } from "./icons.js";

/** In place of figures for which something has to be entered first, with the way there. */
export function nothingYet(title: string, words: string): TemplateResult {
  return html`<section class="panel panel-body nothing-yet" data-testid="nothing-yet">
    <h2>${title}</h2>
    <p class="soft">${words}</p>
    <button
      class="button"
      type="button"
      @click=${(event: Event) => event.target?.dispatchEvent(new GoToEvent("holdings"))}
    >
      Go to holdings ${icon("arrow")}
    </button>
  </section>`;
}
