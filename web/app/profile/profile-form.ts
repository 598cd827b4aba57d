import { html, type TemplateResult } from "lit";
import type { Description, ProfileConstants } from "../../../wasm/planner/planner.js";
import { cellInput, problemList, type Cell, type CellSurroundings } from "../parts/cell.js";
import { constantFields } from "./constants.js";

export type Answers = Readonly<Record<string, number>>;

const headings: Record<Description["questionnaire"][number]["part"], string> = {
  tolerance: "Tolerance",
  capacity: "Capacity",
  goal: "Goal",
};

/** The questions, part by part, in the engine's order. */
export function questionFields(
  questionnaire: Description["questionnaire"],
  answers: Answers,
  answer: (question: string, place: number) => void,
): TemplateResult {
  return html`${(["tolerance", "capacity", "goal"] as const).map(
    (part) =>
      html`<section class="questions" aria-label=${headings[part]}>
        <h3>${headings[part]}</h3>
        ${questionnaire
          .filter((one) => one.part === part)
          .map(
            ({ id, question, answers: choices }) =>
              html`<fieldset data-testid="question">
                <legend>${question}</legend>
                ${choices.map(
                  (choice, place) =>
                    html`<label class="check">
                      <input
                        type="radio"
                        name=${id}
                        .checked=${answers[id] === place}
                        @change=${() => answer(id, place)}
                      />
                      <span>${choice}</span>
                    </label>`,
                )}
              </fieldset>`,
          )}
      </section>`,
  )}`;
}

export function numberField(cell: Cell, unit: string, around: CellSurroundings): TemplateResult {
  return html`<label class="field">
    <span>${cell.label}</span>
    <span class="with-unit">${cellInput(cell, around)}<span aria-hidden="true">${unit}</span></span>
    ${problemList([cell], around, false)}
  </label>`;
}

/** The formula with its constants; where it comes from; and the way back to the usual ones. */
export function constantsForm(
  constants: ProfileConstants,
  around: CellSurroundings,
  set: (key: keyof ProfileConstants, value: string) => void,
  reset: (() => void) | null,
): TemplateResult {
  return html`<details data-testid="profile-constants">
    <summary>The formula and its constants</summary>
    <div class="constants">
      <p class="soft small">
        No authoritative way from answers to weights exists; this one is Ballast's own. It is explained in
        docs/math/risk-profile.md, which comes with the source. With more risk there is never more reserve, and never
        less of medium and small caps.
      </p>
      <pre tabindex="0" aria-label="Formula">
tolerance, capacity, goal = mean of the answers of the part, 0 to 1
horizon = years / (years + half-way)
base    = the lower of  weight × tolerance + (1 − weight) × capacity
                 and    capacity + slack
score   = base × (1 + goal) / 2 × horizon
reserve = reserve at 0 − (reserve at 0 − reserve at 1) × score
medium  = (1 − reserve) × medium at 1 × score
small   = (1 − reserve) × small at 1 × score
large   = what is left</pre>
      ${constantFields.map(({ key, name, kind, unit }) =>
        numberField(
          {
            pointer: `/constants/${key}`,
            label: name,
            kind,
            stored: constants[key],
            set: (value) => set(key, value),
          },
          unit,
          around,
        ),
      )}
      <p>
        <button class="button small" type="button" ?disabled=${reset === null} @click=${() => reset?.()}>
          Use the usual constants
        </button>
      </p>
    </div>
  </details>`;
}
