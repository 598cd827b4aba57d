import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { AccountGroup, BallastDocument } from "../../../wasm/planner/planner.js";
import { EditEvent, SayEvent, type StepName } from "../parts/events.js";
import { groupInView, lookAt, nameOf, setOwnTargets } from "../state/view.js";

/** Which accounts the screen below is about; nothing where there are no groups of accounts. */
export function viewChoice(document: BallastDocument, step: StepName): TemplateResult | typeof nothing {
  const { groups = [] } = document;
  if (groups.length === 0) return nothing;
  const group = groupInView(document);
  return html`<section class="panel view no-print" aria-label="Accounts in view" data-testid="view">
    <label class="field"
      ><span>Accounts in view</span>
      <select
        class="input"
        aria-label="Accounts in view"
        .value=${live(group?.id ?? "")}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          const chosen = groups.find(({ id }) => id === value);
          edit(event, `Look at ${chosen === undefined ? "all accounts" : `“${nameOf(chosen)}”`}`, (draft) =>
            lookAt(draft, chosen?.id),
          );
        }}
      >
        <option value="" ?selected=${group === undefined}>All accounts</option>
        ${groups.map((one) => html`<option value=${one.id} ?selected=${one.id === group?.id}>${nameOf(one)}</option>`)}
      </select></label
    >
    ${group === undefined ? nothing : step === "targets" ? ownTargets(group, document) : html`<p class="soft small">${whose(group)}</p>`}
  </section>`;
}

function whose({ policy }: AccountGroup): string {
  return policy === undefined ? "By the targets of the whole portfolio." : "By targets of its own.";
}

/** A group follows the targets of the whole portfolio until it gets its own, which begin as those. */
function ownTargets(group: AccountGroup, { policy }: BallastDocument): TemplateResult {
  const own = group.policy !== undefined;
  const name = `“${nameOf(group)}”`;
  return html`<label class="check"
      ><input
        type="checkbox"
        .checked=${live(own)}
        @change=${(event: Event) => {
          const wanted = (event.target as HTMLInputElement).checked;
          edit(event, wanted ? `Give ${name} targets of its own` : `Drop the targets of ${name}`, (draft) =>
            setOwnTargets(draft, wanted ? structuredClone(policy) : undefined),
          );
          if (!wanted) say(event, `${name} now follows the targets of the whole portfolio.`);
        }}
      />
      Targets of its own</label
    >
    ${own ? nothing : html`<p class="soft small">What you change here counts for all accounts.</p>`}`;
}

function edit(event: Event, label: string, change: (document: BallastDocument) => void): void {
  event.target?.dispatchEvent(new EditEvent({ label, change: ({ document }) => change(document) }));
}

function say(event: Event, words: string): void {
  event.target?.dispatchEvent(new SayEvent(words, true));
}
