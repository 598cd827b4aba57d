import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import {
  classificationOf,
  type Catalogue,
  type CatalogueClassification,
} from "../../shared/classification/catalogue.js";
import { placedClasses } from "../../shared/classification/class-tree.js";
import { applyFilling, fillingOf } from "../../shared/classification/fill-members.js";
import { currencyCode } from "../parts/asset-lookup.js";
import { download, fileName } from "../parts/download.js";
import { GoToEvent } from "../parts/events.js";
import { icon } from "../parts/icons.js";
import { shortened } from "../parts/problems.js";
import { drawn, ScreenElement } from "../parts/screen-element.js";
import { unplacedNote } from "../parts/unplaced-problems.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { segmented } from "../styles/segmented.js";
import { tables } from "../styles/tables.js";
import { goesAlong } from "../targets/references.js";
import { count } from "../text/words.js";
import { addPanel } from "./add-panel.js";
import { loadCatalogue } from "./catalogue-source.js";
import { classificationStyles } from "./classification-styles.js";
import { entryFinder, type ClassificationContext } from "./context.js";
import { dimensionPanel } from "./dimension-panel.js";
import * as edits from "./edits.js";
import { factsPanel } from "./facts-panel.js";
import "./catalogue-element.js";
import "./import-dialog.js";
import type { ClassificationImport } from "./import-dialog.js";

const ROWS = 100;
const FEW_CLASSES = 8;

/** Ways to divide the assets, and which asset belongs where. */
export class ClassificationsScreen extends ScreenElement {
  static override styles = [base, controls, layout, tables, segmented, classificationStyles];
  static override properties: PropertyDeclarations = {
    chosen: { state: true },
    catalogue: { state: true },
    trouble: { state: true },
    rows: { state: true },
    classesOpen: { state: true },
    opened: { state: true },
  };
  /** Id of the classification in view. */
  declare chosen: string;
  declare catalogue: Catalogue | null;
  declare trouble: boolean;
  declare rows: number;
  /** Null: open where there are few. */
  declare classesOpen: boolean | null;
  declare opened: ReadonlySet<string | null>;
  #entryOf: ClassificationContext["entryOf"] = () => undefined;
  #entriesFor: readonly unknown[] = [];

  constructor() {
    super();
    this.chosen = "";
    this.catalogue = null;
    this.trouble = false;
    this.rows = ROWS;
    this.classesOpen = null;
    this.opened = new Set();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    loadCatalogue().then(
      (catalogue) => (this.catalogue = catalogue),
      () => (this.trouble = true),
    );
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { document, catalogue } = this;
    const needed = [document.assets, document.base_currency, catalogue];
    if (needed.every((one, place) => one === this.#entriesFor[place])) return;
    this.#entriesFor = needed;
    this.#entryOf = entryFinder(document, catalogue);
  }

  override render(): TemplateResult {
    const { document } = this;
    const all = document.classifications ?? [];
    const place = Math.max(
      0,
      all.findIndex(({ id }) => id === this.chosen),
    );
    const chosen = all[place];
    return html`<div class="screen">
      <div class="head">
        <div>
          <h1 tabindex="-1">Classifications</h1>
          <p class="lede">
            Ways to divide what you hold: by type, by jurisdiction, by size. Rules can then say what each class should
            weigh.
          </p>
        </div>
        <div class="buttons no-print">
          <button class="button" type="button" @click=${() => this.dispatchEvent(new GoToEvent("targets"))}>
            Back to targets
          </button>
        </div>
      </div>
      ${unplacedNote(this.state.figures.problems, "classifications")}
      ${chosen === undefined ? nothing : html`${this.#chooser(chosen.id)} ${this.#panel(place)}`}
      ${addPanel(all, this.catalogue, this.trouble, {
        builtIn: (one) => this.#addBuiltIn(one),
        custom: () => this.#addCustom(),
        bringIn: () =>
          void this.renderRoot.querySelector<ClassificationImport>("ballast-classification-import")?.open(),
      })}
      <ballast-catalogue .catalogue=${this.catalogue} .document=${document}></ballast-catalogue>
      ${
        document.assets.length === 0
          ? nothing
          : factsPanel(
              document.assets.slice(0, this.rows).map(({ id }) => id),
              {
                document,
                typing: this.typing,
                problems: this.problems,
                change: (label, edit, cell) => this.change(label, edit, cell),
              },
            )
      }
      <div class="next no-print">
        <span></span>
        <button class="button primary" type="button" @click=${() => this.dispatchEvent(new GoToEvent("targets"))}>
          Back to targets ${icon("arrow")}
        </button>
      </div>
      <ballast-classification-import .document=${document}></ballast-classification-import>
    </div>`;
  }

  #chooser(chosen: string): TemplateResult | typeof nothing {
    const all = this.document.classifications ?? [];
    return html`<fieldset class="segmented wrapping no-print" data-testid="chooser">
      <legend class="unseen">Classification in view</legend>
      ${all.map(
        ({ id, name }) =>
          html`<label class=${id === chosen ? "chosen" : ""}
            ><input
              type="radio"
              name="chosen"
              value=${id}
              .checked=${live(id === chosen)}
              @change=${() => this.#choose(id)}
            /><bdi>${shortened(name || "Without a name", 30)}</bdi></label
          >`,
      )}
    </fieldset>`;
  }

  async #focusFirst(selectors: readonly string[]): Promise<void> {
    await drawn();
    for (const selector of selectors) {
      const found = this.renderRoot.querySelector<HTMLElement>(selector);
      if (found === null) continue;
      found.focus();
      return;
    }
  }

  #choose(id: string): void {
    this.chosen = id;
    this.classesOpen = null;
    this.opened = new Set();
  }

  #panel(place: number): TemplateResult | typeof nothing {
    const { document } = this;
    const classification = document.classifications?.[place];
    if (classification === undefined) return nothing;
    const { id } = classification;
    const context: ClassificationContext = {
      document,
      classification,
      place,
      catalogue: this.catalogue,
      entryOf: this.#entryOf,
      opened: this.opened,
      focus: (...selectors) => void this.#focusFirst(selectors),
      open: (asset) => (this.opened = new Set([...this.opened, asset])),
      typing: this.typing,
      problems: this.problems,
      change: (label, edit, cell) => this.change(label, edit, cell),
      changeThis: (label, edit, cell) =>
        this.change(
          label,
          (draft) => {
            const found = draft.classifications?.find((one) => one.id === id);
            if (found !== undefined) edit(found);
          },
          cell,
        ),
    };
    const few = placedClasses(classification).length <= FEW_CLASSES;
    const classesOpen = this.classesOpen ?? few;
    return dimensionPanel({ rows: this.rows, classesOpen }, context, {
      remove: () => this.#remove(id, classification.name),
      export: (format) => void this.#export(id, format),
      more: () => (this.rows += ROWS),
      toggleClasses: () => (this.classesOpen = !classesOpen),
    });
  }

  #addBuiltIn(one: CatalogueClassification): void {
    const { catalogue } = this;
    const given = classificationOf(one);
    if (catalogue !== null) {
      applyFilling(given, fillingOf(given, this.document.assets, currencyCode(this.document), catalogue));
    }
    const known = new Set(given.members?.map(({ asset }) => asset)).size;
    this.change(`Add the classification ${one.name}`, (draft) => void edits.addClassification(draft, given));
    this.#choose(one.id);
    this.say(
      one.kind === "market_cap"
        ? `Added ${one.name}. Enter market caps below to fill it.`
        : `Added ${one.name}: ${count(known, "asset")} classified from the catalogue.`,
      true,
    );
    void this.#focusFirst(['[data-testid="chooser"] input:checked']);
  }

  #addCustom(): void {
    const given = edits.customClassification(this.document);
    this.change("Add a classification", (draft) => void edits.addClassification(draft, given));
    this.#choose(given.id);
    void this.focusPlace(`/classifications/${this.document.classifications?.length ?? 0}/name`);
  }

  #remove(id: string, name: string): void {
    const called = shortened(name, 40);
    const along = goesAlong(this.document, id);
    this.change(`Remove the classification ${called}${along}`, (draft) => edits.removeClassification(draft, id));
    this.say(`Removed ${called}${along}.`, true);
    void this.focusPlace();
  }

  async #export(id: string, format: "ballast" | "portfolio_performance"): Promise<void> {
    const classification = this.document.classifications?.find((one) => one.id === id);
    if (classification === undefined) return;
    try {
      const { writeBallast, writePortfolioPerformance } =
        await import("../../shared/classification/write-classification.js");
      if (format === "ballast") {
        const text = writeBallast(classification, this.document.assets);
        return download(fileName(classification.name, "", "classification.json"), "application/json", text);
      }
      const { text, notes } = writePortfolioPerformance(classification, this.document.assets);
      download(fileName(classification.name, "portfolio-performance", "json"), "application/json", text);
      if (notes.length > 0) this.say(notes.join(" "));
    } catch {
      this.say("A part of this page could not be loaded. Reload the page and try again; nothing is lost.");
    }
  }

  /** A field of a classification that is not in view: it comes into view first. */
  override async focusPlace(pointer?: string): Promise<void> {
    const place = /^\/classifications\/(\d+)(?:\/|$)/.exec(pointer ?? "")?.[1];
    const asset = /^\/(?:assets|classifications\/\d+\/members)\/(\d+)(?:\/|$)/.exec(pointer ?? "")?.[1];
    const id = place === undefined ? undefined : this.document.classifications?.[Number(place)]?.id;
    if (id !== undefined) this.#choose(id);
    if (/\/classes\//.test(pointer ?? "")) this.classesOpen = true;
    if (asset !== undefined) this.rows = Math.max(this.rows, this.document.assets.length);
    await this.updateComplete;
    return super.focusPlace(pointer);
  }
}

customElements.define("ballast-classifications", ClassificationsScreen);
