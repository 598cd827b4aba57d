import { html, nothing, type TemplateResult } from "lit";
import { applyFilling, fillingOf, type Filling } from "../../shared/classification/fill-members.js";
import { currencyCode, symbolOf } from "../parts/asset-lookup.js";
import { cellInput, problemList, type Cell } from "../parts/cell.js";
import { icon } from "../parts/icons.js";
import { shortened } from "../parts/problems.js";
import { count } from "../text/words.js";
import { classEditor } from "./class-editor.js";
import type { ClassificationContext } from "./context.js";
import { memberRow } from "./member-row.js";

const NAMES_SHOWN = 8;

export interface DimensionActions {
  remove(): void;
  export(format: "ballast" | "portfolio_performance"): void;
  /** More rows of the table. */
  more(): void;
  toggleClasses(): void;
}

/** One classification: its name, its classes, and which asset is in which. */
export function dimensionPanel(
  { rows, classesOpen }: { rows: number; classesOpen: boolean },
  context: ClassificationContext,
  actions: DimensionActions,
): TemplateResult {
  const { document, classification, place, catalogue } = context;
  const pointer = `/classifications/${place}/name`;
  const name: Cell = {
    pointer,
    label: "Name of the classification",
    kind: "text",
    stored: classification.name,
    set: (value) => context.changeThis("Rename a classification", (draft) => void (draft.name = value), pointer),
  };
  const filling =
    catalogue === null ? null : fillingOf(classification, document.assets, currencyCode(document), catalogue);
  const left = document.assets.length - rows;
  return html`<section class="panel panel-body one" aria-label="The classification">
      <label class="field name"><span>Name</span>${cellInput(name, context)}</label>
      ${problemList([name], context, false)}
      <div class="buttons">
        <button class="button small" type="button" @click=${() => actions.export("ballast")}>
          ${icon("download", 16)} Download
        </button>
        <button class="button small" type="button" @click=${() => actions.export("portfolio_performance")}>
          ${icon("download", 16)} For Portfolio Performance
        </button>
        <button class="button small" type="button" @click=${() => actions.remove()}>
          ${icon("remove", 16)} Remove the classification
        </button>
      </div>
    </section>
    <section class="panel" aria-label="Assets and their classes">
      <div class="panel-head"><h2>Assets and their classes</h2></div>
      ${filling === null ? nothing : fillNote(filling, context)}
      <table role="table" class="cards" aria-label="Assets and their classes">
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">Asset</th>
            <th role="columnheader" scope="col">Class</th>
            <th role="columnheader" scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          ${document.assets.slice(0, rows).map(({ id }) => memberRow(id, context))} ${memberRow(null, context)}
        </tbody>
      </table>
      ${
        left <= 0
          ? nothing
          : html`<p class="panel-note">
              <button class="button small" type="button" @click=${() => actions.more()}>
                Show more (${count(left, "asset")} left)
              </button>
            </p>`
      }
    </section>
    ${classEditor(classesOpen, () => actions.toggleClasses(), context)}`;
}

/** What the catalogue could add. Asked for, never done by itself: an asset may be unclassified on purpose. */
function fillNote(filling: Filling, context: ClassificationContext): TemplateResult | typeof nothing {
  const { members, cash, ambiguous } = filling;
  const named = (ids: readonly (string | null)[]): string =>
    ids
      .slice(0, NAMES_SHOWN)
      .map((id) => symbolOf(context.document, id))
      .join(", ") + (ids.length > NAMES_SHOWN ? ` and ${ids.length - NAMES_SHOWN} more` : "");
  const fillable = [...members.map(({ asset }) => asset), ...(cash.length > 0 ? [null] : [])];
  if (fillable.length === 0 && ambiguous.length === 0) return nothing;
  return html`<div class="note in-panel" data-testid="fill-note">
    ${icon("info")}
    <div>
      ${
        fillable.length === 0
          ? nothing
          : html`<p>The catalogue knows <bdi>${named(fillable)}</bdi>, so far unclassified.</p>
              <p>
                <button
                  class="button small"
                  type="button"
                  @click=${() => {
                    context.changeThis("Fill in classes from the catalogue", (draft) => applyFilling(draft, filling));
                    context.focus('[data-testid="member-row"] select');
                  }}
                >
                  Fill in
                </button>
              </p>`
      }
      ${
        ambiguous.length === 0
          ? nothing
          : html`<p class="soft small">
              Several things go by the symbol ${shortened(named(ambiguous), 80)}, and the name does not tell which is
              meant.
            </p>`
      }
    </div>
  </div>`;
}
