import { html, nothing, type TemplateResult } from "lit";
import { GoToEvent } from "../parts/events.js";
import { icon } from "../parts/icons.js";
import { noticeNote } from "../parts/notice-note.js";
import { weightStrip } from "../parts/weight-strip.js";
import type { Figures } from "../state/app-state.js";
import { assetsCard, dimensionCard } from "./dimension-card.js";
import { priorPanel } from "./prior-panel.js";
import type { RulesContext } from "./rules-context.js";
import { verdict } from "./verdict.js";

/** The verdict says it, with the way out. */
const RELAXED = "notice/rules_relaxed";

/** Targets by rules: where they start, what classes and assets should have, and whether it can be. */
export function rulesView(
  context: RulesContext,
  { problems, resolution }: Figures,
  showBands: (shown: boolean) => void,
): TemplateResult {
  const { document } = context;
  const classifications = document.classifications ?? [];
  const targets = (resolution?.targets ?? []).map(({ asset, weight }) => ({ asset, share: weight }));
  return html`<section class="panel sum" aria-label="Resolved targets">
      ${weightStrip(document, targets, "Targets", 28)}
    </section>
    ${priorPanel(context)}
    <div class="rules-bar">
      <h2>Rules</h2>
      <label class="check"
        ><input
          type="checkbox"
          .checked=${context.showBands}
          @change=${(event: Event) => showBands((event.target as HTMLInputElement).checked)}
        />
        Show bands</label
      >
    </div>
    ${classifications.length === 0 ? noClassifications() : nothing}
    <div class="dimensions ${classifications.length === 1 ? "two" : ""}">
      ${classifications.map((classification) => dimensionCard(classification, context))} ${assetsCard(context)}
    </div>
    ${resolution === null ? nothing : noticeNote(resolution.notices.filter(({ code }) => code !== RELAXED))}
    ${verdict(problems, context)}`;
}

function noClassifications(): TemplateResult {
  return html`<div class="note" data-testid="no-classifications">
    ${icon("info")}
    <div>
      <p>There is no classification yet. With one, shares can be said by type, by jurisdiction, by size.</p>
      <p>
        <button
          class="button small"
          type="button"
          @click=${(event: Event) => event.target?.dispatchEvent(new GoToEvent("classifications"))}
        >
          Add a classification
        </button>
      </p>
    </div>
  </div>`;
}
