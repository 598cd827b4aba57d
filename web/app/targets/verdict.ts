import { html, nothing, type TemplateResult } from "lit";
import type { Conflict, Problem } from "../../../wasm/planner/planner.js";
import { icon } from "../parts/icons.js";
import { sentence } from "../parts/sentence.js";
import { GoToEvent, SayEvent } from "../parts/events.js";
import { isZero, showPlain } from "../text/figures.js";
import { count, listed } from "../text/words.js";
import { emptyClasses } from "./empty-classes.js";
import { applyRelaxation } from "./rule-edits.js";
import { rulePlace, type RulesContext } from "./rules-context.js";

/**
 * Whether the rules can be kept together. It stands at the lower edge of the window, so that it is in sight while any
 * rule is typed and moves none of them when it grows.
 */
export function verdict(problems: readonly Problem[], context: RulesContext): TemplateResult {
  const { resolution, policy } = context;
  const conflict = resolution?.conflict ?? null;
  return html`<section
    class="verdict ${conflict === null ? "" : "conflict"}"
    aria-label="Whether the rules can be kept"
    data-testid="verdict"
  >
    <div role="status">
      ${
        conflict !== null
          ? html`<p>${icon("warn")} ${conflictWords(conflict)}</p>`
          : problems.length > 0
            ? html`<p class="soft">Calculated once every entry is a number.</p>`
            : resolution === null
              ? html`<p class="soft">Calculating…</p>`
              : policy.rules.length === 0
                ? html`<p>${icon("check")} No rules yet: the targets are those of the starting point.</p>`
                : html`<p>
                    ${icon("check")}
                    ${policy.rules.length === 1 ? "The rule is kept." : policy.rules.length === 2 ? "Both rules are kept." : html`All ${count(policy.rules.length, "rule")} are kept.`}
                    <span class="soft small">${nearness(resolution.check.gap, policy.rules.length)}</span>
                  </p>`
      }
    </div>
    ${conflict === null ? nothing : conflictBody(conflict, context)}
  </section>`;
}

/** What the engine's proof says; a gap that rounds to nothing is said to be small, not to be nothing. */
function nearness(gap: string, rules: number): string {
  const words = `Of all targets that keep ${rules === 1 ? "it" : "them"}, these are nearest to the starting point`;
  if (isZero(gap)) return `${words}.`;
  const shown = showPlain(gap, 6);
  const amount = shown.startsWith("<") ? `to within less than ${shown.slice(1)}` : `to within ${shown}`;
  return `${words}, ${amount} (relative entropy).`;
}

function conflictWords({ rules }: Conflict): TemplateResult {
  if (rules.length === 1) return html`<b>This rule cannot be kept.</b>`;
  return html`<b>These rules cannot be kept together.</b> Leave out any one of them, and the rest of these can.`;
}

/** What is new in a changed rule, without repeating what it is about: "16.2 %", or both ends of a range. */
function newPart(text: string, relaxed: string): string {
  const before = text.split(" ");
  const after = relaxed.split(" ");
  const first = after.findIndex(
    (word, place) => word !== before[place] || word.endsWith("%") || after[place + 1] === "%",
  );
  return after.slice(Math.max(0, first)).join(" ");
}

/** The conflict names a smallest set of rules; what helps may reach beyond it. */
function changesOthers(rules: Conflict["rules"], relaxation: Conflict["relaxation"]): boolean {
  const isNamed = (place: string): boolean =>
    rules.some(({ pointer }) => place === pointer || place.startsWith(`${pointer}/`));
  return relaxation.some(({ pointer }) => !isNamed(pointer));
}

/** The usual reason why a single rule cannot be kept, which no change of figures would tell. */
function emptyNote(
  { rules, relaxation }: Conflict,
  { document, policy }: RulesContext,
): TemplateResult | typeof nothing {
  const places = [...rules, ...relaxation].flatMap(({ pointer }) => rulePlace(pointer));
  const empty = emptyClasses(
    document,
    places.map((place) => policy.rules[place]),
  );
  if (empty.length === 0) return nothing;
  return html`<p data-testid="empty-classes">
    No asset lies in ${sentence(listed(empty, "or"))}. Add one, or say which belong there:
    <button
      class="link"
      type="button"
      @click=${(event: Event) => event.target?.dispatchEvent(new GoToEvent("classifications"))}
    >
      Classifications
    </button>
  </p>`;
}

function conflictBody(conflict: Conflict, context: RulesContext): TemplateResult {
  const { rules, relaxation } = conflict;
  return html`<ul class="conflict-rules" aria-label="Rules in conflict">
      ${rules.map(
        ({ pointer, text }) =>
          html`<li>
            <button class="link" type="button" @click=${() => context.focus(pointer)}>${sentence(text)}</button>
          </li>`,
      )}
    </ul>
    ${emptyNote(conflict, context)}
    ${
      relaxation.length === 0
        ? html`<p>No other numbers help: there is no asset that could take these shares.</p>`
        : html`<p class="small soft">
              The smallest change with which all can be kept; the targets above already follow it:
            </p>
            <ul class="relaxation" aria-label="Smallest change">
              ${relaxation.map(
                ({ text, relaxed_text: relaxed }) =>
                  html`<li>
                    <span class="soft">${sentence(text)}</span> <span class="unseen">becomes</span> ${icon("arrow", 14)}
                    <b>${sentence(newPart(text, relaxed))}</b>
                  </li>`,
              )}
            </ul>
            ${
              changesOthers(rules, relaxation)
                ? html`<p class="small soft">Other rules change too, so that all shares fit together.</p>`
                : nothing
            }
            <button
              class="button primary"
              type="button"
              @click=${(event: Event) => {
                let done = false;
                context.change("Use the smallest change of rules", (draft) => {
                  done = applyRelaxation(draft, relaxation);
                });
                const [first] = relaxation;
                if (!done || first === undefined) return;
                event.target?.dispatchEvent(new SayEvent("The rules are changed so that all can be kept.", true));
                // This button goes; the keyboard goes on at what has changed.
                context.focus(first.pointer);
              }}
            >
              Use these
            </button>`
    }`;
}
