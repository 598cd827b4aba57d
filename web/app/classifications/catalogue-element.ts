import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { BallastDocument } from "../../../wasm/planner/planner.js";
import type { Catalogue, CatalogueAsset } from "../../shared/classification/catalogue.js";
import { EditEvent, GoToEvent, SayEvent } from "../parts/events.js";
import { icon } from "../parts/icons.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { addEntry, factsOf, presentEntries, seek } from "./catalogue-search.js";
import { catalogueStyles } from "./catalogue-styles.js";

const SHOWN = 12;

/** The catalogue, to look things up in and to take assets from. */
export class CatalogueLookup extends LitElement {
  static override styles = [base, controls, layout, catalogueStyles];
  static override properties = {
    catalogue: { attribute: false },
    document: { attribute: false },
    sought: { state: true },
  };
  declare catalogue: Catalogue | null;
  declare document: BallastDocument | null;
  declare sought: string;

  constructor() {
    super();
    this.catalogue = null;
    this.document = null;
    this.sought = "";
  }

  override render(): TemplateResult {
    const { catalogue, sought } = this;
    if (catalogue === null) return html``;
    const { entries, more } = seek(catalogue, sought, SHOWN);
    return html`<section class="panel panel-body" aria-label="Catalogue" data-testid="catalogue">
      <h2>Catalogue</h2>
      <p class="soft small">
        Facts about widely held assets, with their date; what is not certain is said to be not known. No prices. What
        you say yourself goes before.
      </p>
      <label class="field"
        ><span>Symbol, name or class, such as “USDC” or “euro stablecoin”</span
        ><input
          class="input"
          type="search"
          autocomplete="off"
          spellcheck="false"
          data-testid="catalogue-search"
          .value=${sought}
          @input=${(event: Event) => (this.sought = (event.target as HTMLInputElement).value)}
      /></label>
      <p class="small soft" role="status" data-testid="catalogue-count">${this.#words(entries.length, more)}</p>
      ${entries.length === 0 ? nothing : this.#found(entries, catalogue)}
    </section>`;
  }

  #words(shown: number, more: number): string {
    if (this.sought.trim() === "") return "";
    if (shown === 0) return "Nothing in the catalogue is called so. It can still be held, and classified by you.";
    return more === 0 ? `${String(shown)} found` : `The first ${String(shown)} of ${String(shown + more)}`;
  }

  #found(entries: readonly CatalogueAsset[], catalogue: Catalogue): TemplateResult {
    const present = this.document === null ? new Set() : presentEntries(this.document, catalogue);
    return html`<ul class="entries">
      ${entries.map(
        (entry) =>
          html`<li data-testid="catalogue-entry">
            <div>
              <h3>${entry.symbol} <span class="soft">${entry.name}</span></h3>
              <p class="small">
                ${factsOf(entry, catalogue).map(
                  ({ classification, words }) =>
                    html`<span class="fact"
                      ><span class="soft">${classification}:</span> ${words ?? html`<i>not known</i>`}</span
                    > `,
                )}
              </p>
              <p class="small soft">
                As of ${entry.as_of}, ${entry.confidence}
                confidence${entry.note === undefined ? nothing : html`. ${entry.note}`}
              </p>
            </div>
            ${
              present.has(entry)
                ? html`<span class="soft small there">${icon("check", 14)} among your assets</span>`
                : html`<button
                    class="button small"
                    type="button"
                    aria-label="Add ${entry.symbol}, ${entry.name}"
                    @click=${() => this.#add(entry, catalogue)}
                  >
                    ${icon("plus", 16)} Add
                  </button>`
            }
          </li>`,
      )}
    </ul>`;
  }

  #add(entry: CatalogueAsset, catalogue: Catalogue): void {
    const place = this.document?.assets.length ?? 0;
    this.dispatchEvent(
      new EditEvent({ label: `Add ${entry.symbol}`, change: ({ document }) => addEntry(document, entry, catalogue) }),
    );
    this.dispatchEvent(new SayEvent(`Added ${entry.symbol}. It needs a price before it can be planned with.`, true));
    this.dispatchEvent(new GoToEvent("holdings", `/assets/${String(place)}/price`));
  }
}

customElements.define("ballast-catalogue", CatalogueLookup);
