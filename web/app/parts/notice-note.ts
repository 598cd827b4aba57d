import { html, nothing, type TemplateResult } from "lit";
import type { Summary } from "../../../wasm/planner/planner.js";
import { GoToEvent } from "./events.js";
import { icon } from "./icons.js";
import { sentence } from "./sentence.js";

const SHOWN = 6;

const NO_TARGETS = "notice/no_targets";

/** What is worth saying before figures are relied on. Without targets everything is meant to be sold: the way there. */
export function noticeNote(all: Summary["notices"]): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  // Where no asset has a target, that each one held has none is no news.
  const notices = all.some(({ code }) => code === NO_TARGETS)
    ? all.filter(({ code }) => code !== "notice/held_without_target")
    : all;
  return html`<div class="note" data-testid="notices">
    ${icon("info")}
    <div>
      ${notices
        .slice(0, SHOWN)
        .map(
          ({ code, text }) =>
            html`<p>
              ${sentence(text)}
              ${
                code === NO_TARGETS
                  ? html`<button
                      class="link"
                      type="button"
                      @click=${(event: Event) => event.target?.dispatchEvent(new GoToEvent("targets"))}
                    >
                      Set targets
                    </button>`
                  : nothing
              }
            </p>`,
        )}
      ${notices.length > SHOWN ? html`<p class="soft">and ${notices.length - SHOWN} more</p>` : nothing}
    </div>
  </div>`;
}
