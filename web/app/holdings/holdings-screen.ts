import { html, nothing, type TemplateResult } from "lit";
import { GoToEvent, OpenDialogEvent } from "../parts/events.js";
import { assetLabel } from "../parts/asset-label.js";
import { assetPlace, symbolOf } from "../parts/asset-lookup.js";
import { cellInput, problemList, type Cell } from "../parts/cell.js";
import { icon } from "../parts/icons.js";
import { drawn, ScreenElement } from "../parts/screen-element.js";
import { unplacedNote } from "../parts/unplaced-problems.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { tables } from "../styles/tables.js";
import { isDecimal, showMoney } from "../text/figures.js";
import { codeIn } from "../parts/currency-of.js";
import { accountPanel } from "./account-panel.js";
import { currenciesPanel } from "./currencies/currencies-panel.js";
import * as edits from "./edits.js";
import { groupsPanel } from "./groups/groups-panel.js";
import type { HoldingsContext } from "./holdings-context.js";
import { holdingsNarrowStyles } from "./holdings-narrow-styles.js";
import { holdingsStyles } from "./holdings-styles.js";
import { taxPanel } from "./tax/tax-panel.js";
import { termsStyles } from "./terms/terms-styles.js";
import { portfolioFields } from "./portfolio-fields.js";

/** What is held, in which account, at which price. */
export class HoldingsScreen extends ScreenElement {
  static override styles = [base, controls, layout, tables, holdingsStyles, holdingsNarrowStyles, termsStyles];

  /** "account:place" of the row that has the focus: its empty fields are not yet complained about. */
  #rowInUse = "";
  #allShown = new Set<string>();
  #rules = false;

  override render(): TemplateResult {
    const { figures } = this.state;
    const context = this.#context();
    const total = figures.whole?.total_value;
    return html`<div class="screen" @focusin=${this.#noteRow} @focusout=${this.#leaveRow}>
      <div class="head">
        <div>
          <h1 tabindex="-1">Holdings</h1>
          <p class="lede">
            What you hold and what one unit costs. Prices are the ones you enter; nothing is looked up.
          </p>
        </div>
        <p class="total" aria-live="polite">
          <span class="soft small">Total value</span>
          <b data-testid="total-value"
            >${
              total === undefined || !isDecimal(total)
                ? html`–<span class="small soft pending">${this.#pending()}</span>`
                : html`${showMoney(total, this.currency.minor_unit_digits)} <small>${this.currency.code}</small>`
            }</b
          >
        </p>
      </div>
      <div class="head">
        ${portfolioFields(context, this.state.description)}
        <div class="buttons no-print">
          <button class="button" type="button" @click=${() => this.dispatchEvent(new OpenDialogEvent("import-table"))}>
            ${icon("table")} Paste or import a table
          </button>
        </div>
      </div>
      ${unplacedNote(figures.problems, "holdings")}
      ${this.document.accounts.map((account, index) =>
        accountPanel(account, index, context, {
          all: this.#allShown.has(account.id),
          showAll: () => {
            this.#allShown.add(account.id);
            this.requestUpdate();
          },
          rules: this.#rules,
          toggleRules: () => {
            this.#rules = !this.#rules;
            this.requestUpdate();
          },
        }),
      )}
      ${this.#notHeld(context)} ${groupsPanel(context)} ${currenciesPanel(context, this.state.description)}
      ${taxPanel(context)}
      ${
        this.document.accounts.length < 2
          ? nothing
          : html`<p class="soft small">
              An account buys only what stands in its table. Give an asset a row with quantity 0 to let an account buy
              it.
            </p>`
      }
      <div class="next no-print">
        <button class="button" type="button" @click=${this.#addAccount}>${icon("plus")} Add an account</button>
        <button class="button primary" type="button" @click=${() => this.dispatchEvent(new GoToEvent("targets"))}>
          Set targets ${icon("arrow")}
        </button>
      </div>
    </div>`;
  }

  #pending(): string {
    const { problems, of } = this.state.figures;
    if (of === null || problems.length === 0) return "";
    return problems.length === 1 ? "one entry needs mending" : `${problems.length} entries need mending`;
  }

  #context(): HoldingsContext {
    return {
      document: this.document,
      figures: this.state.figures,
      currency: this.currency,
      typing: this.typing,
      problems: this.problems,
      change: (label, edit, cell) => this.change(label, edit, cell),
      say: (text, undoable) => this.say(text, undoable),
      focusRow: (account, place) => void this.#focusRow(account, place),
      rowInUse: this.#rowInUse,
      waits: (cell) => this.#waits(cell),
    };
  }

  /** Assets that only have a target so far. */
  #notHeld(context: HoldingsContext): TemplateResult | typeof nothing {
    const held = new Set(this.document.accounts.flatMap(({ holdings }) => holdings.map(({ asset }) => asset)));
    const assets = this.document.assets.filter(({ id }) => !held.has(id));
    if (assets.length === 0) return nothing;
    return html`<section class="panel" aria-label="Not held yet">
      <header class="panel-head">
        <h2>Not held yet</h2>
        <p class="soft small">In no account’s table, so any account may buy it.</p>
      </header>
      ${assets.map((asset) => {
        const pointer = `/assets/${assetPlace(this.document, asset.id)}/price`;
        const symbol = symbolOf(this.document, asset.id);
        const price: Cell = {
          pointer,
          label: `Price of ${symbol}`,
          kind: "number",
          stored: asset.price,
          set: (value) =>
            this.change(
              `Change price of ${symbol}`,
              (draft) => {
                const found = draft.assets.find(({ id }) => id === asset.id);
                if (found !== undefined) edits.setAssetText(found, "price", value);
              },
              pointer,
            ),
        };
        return html`<div class="unheld-row">
          ${assetLabel(this.document, asset.id)}
          <label class="field"><span>Price, ${codeIn(this.document, asset)}</span>${cellInput(price, context)}</label>
          <button
            class="button quiet small"
            type="button"
            aria-label="Remove ${symbol}"
            @click=${() => {
              this.change(`Remove ${symbol}`, (draft) => edits.removeAsset(draft, asset.id));
              this.say(`Removed ${symbol}.`, true);
            }}
          >
            ${icon("remove", 16)} Remove
          </button>
          ${problemList([price], context)}
        </div>`;
      })}
    </section>`;
  }

  #addAccount = (): void => {
    const index = this.document.accounts.length;
    this.change("Add an account", (draft) => edits.addAccount(draft));
    void this.focusPlace(`/accounts/${index}/name`);
  };

  /** A row that is just being filled in has empty fields; that is no mistake yet. */
  #waits(cell: Cell): boolean {
    if (cell.stored !== "" || this.#rowInUse === "" || cell.at === undefined) return false;
    const row = this.renderRoot.querySelector(`tr[data-row="${this.#rowInUse}"]`);
    return row?.querySelector(`[data-pointer="${CSS.escape(cell.pointer)}"]`) != null;
  }

  #noteRow = (event: FocusEvent): void => {
    const row = (event.target as Element).closest<HTMLElement>("tr[data-row]")?.dataset["row"] ?? "";
    if (row === this.#rowInUse) return;
    this.#rowInUse = row;
    this.requestUpdate();
  };

  #leaveRow = (event: FocusEvent): void => {
    if (event.relatedTarget !== null || this.#rowInUse === "") return;
    this.#rowInUse = "";
    this.requestUpdate();
  };

  async #focusRow(account: number, place: number): Promise<void> {
    await drawn();
    const row = this.renderRoot.querySelector(`tr[data-row="${account}:${place}"]`);
    row?.querySelector<HTMLInputElement>("input")?.focus();
  }
}

customElements.define("ballast-holdings", HoldingsScreen);
