import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { live } from "lit/directives/live.js";
import type { Band, BallastDocument, ClassReference, Rule, RuleSubject } from "../../../wasm/planner/planner.js";
import { cellInput, problemList, type Cell } from "../parts/cell.js";
import { icon } from "../parts/icons.js";
import { shortened } from "../parts/problems.js";
import { showShare } from "../text/figures.js";
import { bandField } from "./band-field.js";
import * as edits from "./rule-edits.js";
import { subjectKey, type RulesContext } from "./rules-context.js";

/** What a row of the rules editor is about, and what may be said of it. */
export interface RuleSubjectRow {
  readonly subject: RuleSubject;
  /** "Type: Stablecoin", "BTC": in the names of its fields. */
  readonly called: string;
  readonly label: TemplateResult | string;
  readonly depth: number;
  readonly now: string | undefined;
  readonly target: string | undefined;
  /** Classes of which a share can be said, besides the whole. */
  readonly ofChoices: readonly OfChoice[];
  readonly band: Band | undefined;
  readonly bandPointer: string;
  /** Words for "no band of its own". */
  readonly inheritBand?: string;
  readonly setBand: (draft: BallastDocument, band: Band | undefined) => void;
  /** Whatever else the label is drawn from. */
  readonly inputs: readonly unknown[];
}

export interface OfChoice extends ClassReference {
  readonly name: string;
}

const kinds: readonly (readonly [edits.RuleKind, string])[] = [
  ["prior", "No rule"],
  ["exact", "Exactly"],
  ["least", "At least"],
  ["most", "At most"],
  ["between", "Between"],
];

const numberNames: Record<edits.RuleNumber, string> = {
  exact: "Share of",
  least: "Least share of",
  most: "Greatest share of",
};

/** Drawn again only when something of it has changed: there may be a thousand of them. */
export function ruleRow(row: RuleSubjectRow, context: RulesContext): unknown {
  const places = context.places.get(subjectKey(row.subject)) ?? [];
  const rules = places.map((place) => context.policy.rules[place]);
  const marks = places.map((place) =>
    [context.binding.has(place), context.conflicting.has(place), isAlone(context)].join(),
  );
  const typed = context.typing.stampUnder(...places.map((place) => `/policy/rules/${place}`), row.bandPointer);
  const inputs = [
    ...[row.called, row.depth, row.now, row.target, row.band, row.bandPointer, ...row.inputs],
    ...[context.showBands, context.problems, context.hasTargets, typed, row.ofChoices.length],
    ...places,
    "rules",
    ...rules,
    ...marks,
  ];
  return guard(inputs, () => drawRow(row, places, context));
}

function drawRow(row: RuleSubjectRow, places: readonly number[], context: RulesContext): TemplateResult {
  const { called, depth, now, target, band, bandPointer, inheritBand } = row;
  const conflicts = places.some((place) => context.conflicting.has(place));
  const binds = places.some((place) => context.binding.has(place));
  // A list also where there is only the choice to make a rule: so its field stays the same one, and keeps the focus,
  // when a rule comes to be.
  const lines = places.length === 0 ? [undefined] : places;
  return html`<li
    class="rule-row depth-${Math.min(depth, 5)} ${conflicts ? "conflicts" : binds ? "binds" : ""}"
    data-testid="rule-row"
  >
    <div class="rule-head">
      <span class="rule-name">${row.label}</span>
      <span class="figure soft"><span class="unseen">now </span>${now === undefined ? "–" : showShare(now)}</span>
      <span class="figure share" data-testid="rule-target"
        ><span class="unseen">target </span
        >${target === undefined || !context.hasTargets ? "–" : showShare(target)}</span
      >
    </div>
    ${lines.map((place) => ruleLine(row, place, context))}
    ${
      context.showBands
        ? html`<div class="rule-band">
            <span class="soft small" aria-hidden="true">Band</span>
            ${bandField(
              {
                called,
                band,
                pointer: bandPointer,
                ...(inheritBand === undefined ? {} : { inherit: inheritBand }),
                set: (chosen, field) =>
                  context.change(
                    `Change the band of ${called}`,
                    (draft) =>
                      row.setBand(draft, inheritBand === undefined && chosen?.kind === "none" ? undefined : chosen),
                    field,
                  ),
              },
              context,
            )}
          </div>`
        : nothing
    }
  </li>`;
}

/** One rule; without a place, the choice to make a first one. */
function ruleLine(row: RuleSubjectRow, place: number | undefined, context: RulesContext): TemplateResult {
  const { called, subject } = row;
  const rule = place === undefined ? undefined : context.policy.rules[place];
  const kind = edits.kindOf(rule);
  const cells = place === undefined || rule === undefined ? [] : numberCells(row, rule, place, context);
  const [first, second] = cells;
  return html`<div class="rule-line">
      <select
        class="input rule-kind"
        aria-label="Rule for ${called}"
        data-pointer=${place === undefined ? nothing : `/policy/rules/${place}`}
        .value=${live(kind)}
        @change=${(event: Event) => {
          const chosen = (event.target as HTMLSelectElement).value as edits.RuleKind;
          const label = chosen === "prior" ? `Remove the rule for ${called}` : `Change the rule for ${called}`;
          context.change(label, (draft) => edits.setRuleKind(draft, subject, place, chosen, row.target ?? "0"));
        }}
      >
        ${kinds.map(([value, name]) => html`<option value=${value} ?selected=${value === kind}>${name}</option>`)}
      </select>
      ${
        first === undefined
          ? nothing
          : html`<span class="with-unit">
              ${cellInput(first, context)}
              ${second === undefined ? nothing : html`<span aria-hidden="true">–</span>${cellInput(second, context)}`}
              <span aria-hidden="true">%</span>
            </span>`
      }
      ${place === undefined || rule === undefined ? nothing : lockButton(called, rule, place, context)}
    </div>
    ${place === undefined || rule === undefined ? nothing : html`${ofSelect(row, rule, place, context)} ${marks(place, context)}`}
    ${problemList(cells, context, false)}`;
}

function numberCells(row: RuleSubjectRow, rule: Rule, place: number, context: RulesContext): Cell[] {
  return edits.numbersOf(edits.kindOf(rule)).map((field) => {
    const pointer = `/policy/rules/${place}/${field}`;
    return {
      pointer,
      label: `${numberNames[field]} ${row.called}`,
      kind: "percent",
      stored: rule[field] ?? "",
      placeholder: "0",
      set: (value: string) =>
        context.change(
          `Change the rule for ${row.called}`,
          (draft) => edits.setRuleNumber(draft, place, field, value),
          pointer,
        ),
    };
  });
}

function lockButton(called: string, rule: Rule, place: number, context: RulesContext): TemplateResult {
  const locked = rule.locked === true;
  return html`<button
    class="button quiet icon lock ${locked ? "on" : ""}"
    type="button"
    aria-pressed=${locked ? "true" : "false"}
    aria-label="Lock the rule for ${called}"
    title=${locked ? "Locked: moved only where nothing else helps" : "Lock: in a conflict, other rules give way first"}
    @click=${() =>
      context.change(`${locked ? "Unlock" : "Lock"} the rule for ${called}`, (draft) =>
        edits.setRuleLocked(draft, place, !locked),
      )}
  >
    ${icon(locked ? "lock" : "unlock", 16)}
  </button>`;
}

function ofSelect(
  { called, ofChoices }: RuleSubjectRow,
  rule: Rule,
  place: number,
  context: RulesContext,
): TemplateResult | typeof nothing {
  const { of } = rule;
  const known = of === undefined ? -1 : ofChoices.findIndex((choice) => edits.isSameClass(choice, of));
  if (ofChoices.length === 0 && of === undefined) return nothing;
  const chosen = of === undefined ? "whole" : known < 0 ? "other" : String(known);
  return html`<label class="rule-of small soft"
    >of
    <select
      class="input"
      aria-label="What the share of ${called} is of"
      .value=${live(chosen)}
      @change=${(event: Event) => {
        const choice = ofChoices[Number((event.target as HTMLSelectElement).value)];
        context.change(`Change the rule for ${called}`, (draft) => edits.setRuleOf(draft, place, choice));
      }}
    >
      <option value="whole" ?selected=${chosen === "whole"}>the whole</option>
      ${ofChoices.map(
        ({ name }, index) =>
          html`<option value=${index} ?selected=${chosen === String(index)}>${shortened(name, 40)}</option>`,
      )}
      ${known < 0 && of !== undefined ? html`<option value="other" selected>${shortened(of.class, 40)}</option>` : nothing}
    </select>
  </label>`;
}

/** In words what the edge of the row says in colour. */
function marks(place: number, context: RulesContext): TemplateResult | typeof nothing {
  const { binding, conflicting } = context;
  if (conflicting.has(place)) {
    return html`<p class="rule-mark bad small">
      ${isAlone(context) ? "Cannot be kept." : "Conflicts with other rules."}
    </p>`;
  }
  if (binding.has(place)) return html`<p class="rule-mark small soft">Shapes the result.</p>`;
  return nothing;
}

/** Whether a single rule cannot be kept, whatever the others say. */
function isAlone({ resolution }: RulesContext): boolean {
  return resolution?.conflict?.rules.length === 1;
}
