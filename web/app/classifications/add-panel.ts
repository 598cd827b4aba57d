import { html, nothing, type TemplateResult } from "lit";
import type { Classification } from "../../../wasm/planner/planner.js";
import type { Catalogue, CatalogueClassification } from "../../shared/classification/catalogue.js";
import { icon } from "../parts/icons.js";

export interface AddActions {
  builtIn(classification: CatalogueClassification): void;
  custom(): void;
  bringIn(): void;
}

/** More ways to divide the assets: built in, one's own, from a file. */
export function addPanel(
  present: readonly Classification[],
  catalogue: Catalogue | null,
  trouble: boolean,
  actions: AddActions,
): TemplateResult {
  const ids = new Set(present.map(({ id }) => id));
  const missing = catalogue?.classifications.filter(({ id }) => !ids.has(id)) ?? [];
  return html`<section class="panel panel-body add" aria-label="Add a classification">
    <h2>Add a classification</h2>
    ${
      trouble
        ? html`<p class="note bad" role="alert">
            ${icon("warn")}
            <span>The catalogue could not be loaded. Reload the page and try again; nothing is lost.</span>
          </p>`
        : nothing
    }
    ${
      missing.length === 0
        ? nothing
        : html`<ul class="built-in" aria-label="Built in">
            ${missing.map(
              (one) =>
                html`<li>
                  <div>
                    <h3>${one.name}</h3>
                    <p class="soft small">${one.about ?? ""}</p>
                  </div>
                  <button
                    class="button small"
                    type="button"
                    aria-label="Add ${one.name}"
                    @click=${() => actions.builtIn(one)}
                  >
                    ${icon("plus", 16)} Add
                  </button>
                </li>`,
            )}
          </ul>`
    }
    <div class="buttons">
      <button class="button" type="button" @click=${() => actions.custom()}>
        ${icon("pencil", 16)} One of your own
      </button>
      <button class="button" type="button" @click=${() => actions.bringIn()}>${icon("upload", 16)} From a file</button>
    </div>
  </section>`;
}
