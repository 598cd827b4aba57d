import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Execution, Plan, Problem, Trade } from "../../../wasm/planner/planner.js";
import type { Engine } from "../../shared/engine/types.js";
import { accountName, colourClass, symbolOf } from "../parts/asset-lookup.js";
import { cellInput, problemList, type Cell, type CellSurroundings } from "../parts/cell.js";
import { currencyOf, hasSeveral } from "../parts/currency-of.js";
import { ProblemIndex } from "../parts/problems.js";
import { ViewElement } from "../parts/view-element.js";
import { sentence } from "../parts/sentence.js";
import { base } from "../styles/base.js";
import { charts } from "../styles/charts.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { tables } from "../styles/tables.js";
import { showMoney } from "../text/figures.js";
import { today } from "../text/today.js";
import { doneFormStyles } from "./done-form-styles.js";
import { amountShown, setMode } from "./plan-modes.js";
import { putHeld } from "./put-held.js";

type Field = "quantity" | "price" | "fee";
type Entry = Readonly<Record<Field, string>>;

const fields: readonly (readonly [Field, string])[] = [
  ["quantity", "Quantity"],
  ["price", "Price"],
  ["fee", "Fee"],
];

/** Trades seldom come out as planned: what was really done goes into the holdings, and the plan begins anew from there. */
export class DoneForm extends ViewElement {
  static override styles = [base, controls, layout, tables, charts, doneFormStyles];
  static override properties = {
    ...ViewElement.properties,
    engine: { attribute: false },
    plan: { attribute: false },
    done: { attribute: false },
    isOpen: { state: true },
    entries: { state: true },
    flowsMade: { state: true },
    errors: { state: true },
  };
  declare engine: Pick<Engine, "carryOut"> | null;
  declare plan: Plan | null;
  /** Of the plan's trades those that are ticked off. */
  declare done: ReadonlySet<Trade>;
  declare isOpen: boolean;
  /** What was typed; trades that are not there were done as planned. */
  declare entries: ReadonlyMap<Trade, Entry>;
  /** Whether the deposit or withdrawal that the plan is about has been made. */
  declare flowsMade: boolean;
  declare errors: readonly Problem[];

  constructor() {
    super();
    this.engine = null;
    this.plan = null;
    this.done = new Set();
    this.#reset();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("plan") && changed.get("plan") !== undefined) this.#reset();
  }

  override render(): TemplateResult | typeof nothing {
    const trades = this.#trades;
    if (this.plan === null || trades.length === 0) return nothing;
    return html`<section class="panel no-print" aria-label="What was done" data-testid="done-form">
      <header class="panel-head">
        <h2>What was done</h2>
        ${
          this.isOpen
            ? nothing
            : html`<button class="button small" type="button" @click=${() => (this.isOpen = true)}>
                Enter what was done
              </button>`
        }
      </header>
      ${this.isOpen ? this.#form(this.plan, trades) : nothing}
    </section>`;
  }

  get #trades(): readonly Trade[] {
    return this.plan?.trades.filter((trade) => this.done.has(trade)) ?? [];
  }

  #form(plan: Plan, trades: readonly Trade[]): TemplateResult {
    const around: CellSurroundings = { typing: this.typing, problems: new ProblemIndex(this.errors) };
    const rows = trades.map((trade, at) => ({ trade, cells: fields.map((field) => this.#cell(trade, at, field)) }));
    const placed = new Set(rows.flatMap(({ cells }) => cells.map(({ pointer }) => pointer)));
    const others = this.errors.filter(({ pointer }) => !placed.has(pointer));
    const unit = hasSeveral(plan) ? "" : `, ${plan.base_currency.code}`;
    return html`<p class="words soft small">
        At the quantities, prices and fees at which the ticked trades were made today. Cash, quantities and lots follow
        from them, and the plan is made anew.
      </p>
      <table role="table" class="cards" aria-label="Trades that were made">
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">Trade</th>
            <th role="columnheader" scope="col" class="end">Quantity</th>
            <th role="columnheader" scope="col" class="end">Price${unit}</th>
            <th role="columnheader" scope="col" class="end">Fee${unit}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ trade, cells }) =>
              html`<tr role="row">
                <th role="rowheader" scope="row" class="wide">
                  <span class="what"
                    ><span class="swatch ${colourClass(this.document, trade.asset)}" aria-hidden="true"></span
                    ><span
                      >${trade.side === "sell" ? "Sell" : "Buy"} <bdi>${symbolOf(this.document, trade.asset)}</bdi>
                      <small
                        ><bdi>${accountName(this.document, trade.account)}</bdi
                        >${unit === "" ? `, ${currencyOf(plan, trade.account).code}` : ""}</small
                      ></span
                    ></span
                  >
                  ${problemList(cells, around)}
                </th>
                ${cells.map(
                  (cell, at) =>
                    html`<td role="cell" data-label=${fields[at]?.[1] ?? ""}>${cellInput(cell, around)}</td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
      <div class="foot">
        ${this.#flows(plan)}
        <div role="alert">${others.map(({ message }) => html`<p class="problem">${sentence(message)}</p>`)}</div>
        <div class="buttons">
          <button class="button primary" type="button" @click=${() => void this.#apply()}>
            Put it into the holdings
          </button>
          <button class="button" type="button" @click=${() => this.#reset()}>Cancel</button>
        </div>
      </div>`;
  }

  #flows(plan: Plan): TemplateResult | typeof nothing {
    const { cash_flows: flows, transfers } = plan;
    if (flows.length === 0 && transfers.length === 0) return nothing;
    const money = (account: string, text: string): string => {
      const { code, minor_unit_digits: digits } = currencyOf(plan, account);
      return `${showMoney(amountShown(text), digits)} ${code}`;
    };
    const name = (account: string): TemplateResult => html`<bdi>${accountName(this.document, account)}</bdi>`;
    const words = [
      ...flows.map(({ account, amount }) => {
        const isOut = amount.startsWith("-");
        return html`${isOut ? "withdrawal" : "deposit"} of ${money(account, amount)} ${isOut ? "from" : "into"}
        ${name(account)}`;
      }),
      ...transfers.map(
        ({ from, to, amount }) => html`transfer of ${money(from, amount)} from ${name(from)} to ${name(to)}`,
      ),
    ].map((one, at) => (at === 0 ? one : html`, the ${one}`));
    return html`<label class="check"
      ><input
        type="checkbox"
        .checked=${this.flowsMade}
        @change=${(event: Event) => (this.flowsMade = (event.target as HTMLInputElement).checked)}
      />
      <span>The ${words} ${words.length === 1 ? "was" : "were"} made too</span></label
    >`;
  }

  #entry(trade: Trade): Entry {
    return this.entries.get(trade) ?? trade;
  }

  #cell(trade: Trade, at: number, [field, name]: (typeof fields)[number]): Cell {
    return {
      pointer: `/trades/${at}/${field}`,
      label: `${name} of ${symbolOf(this.document, trade.asset)} in ${accountName(this.document, trade.account)}`,
      kind: "number",
      stored: this.#entry(trade)[field],
      ...(field === "fee" ? { emptyMeans: "0", placeholder: "0" } : {}),
      set: (value) => {
        const { quantity, price, fee } = this.#entry(trade);
        this.entries = new Map(this.entries).set(trade, { quantity, price, fee, [field]: value });
        // What was said of the former figures need not hold of these.
        this.errors = [];
      },
    };
  }

  async #apply(): Promise<void> {
    const { document } = this.state.workspace;
    const plan = this.plan;
    const flows = this.flowsMade && plan !== null ? plan.cash_flows : [];
    const transfers = this.flowsMade && plan !== null ? plan.transfers : [];
    const execution: Execution = {
      trades: this.#trades.map((trade) => {
        const { quantity, price, fee } = this.#entry(trade);
        return { account: trade.account, asset: trade.asset, side: trade.side, quantity, price, fee };
      }),
      cash_flows: flows,
      transfers,
      date: today(),
      ...(plan?.switches === undefined ? {} : { switches: true }),
    };
    const reply = await this.engine?.carryOut(document, execution);
    // Overtaken: what was answered is no longer about what is held.
    if (reply === undefined || this.state.workspace.document !== document) return;
    if (!reply.ok) {
      this.errors = reply.errors;
      return;
    }
    this.changeWorkspace("Enter what was done", (draft) => {
      putHeld(draft.document, reply.value, execution);
      delete draft.ticked;
      // Money that has come or gone is not moved again.
      if (flows.length > 0) setMode(draft.request, "full", "");
    });
    this.say("What was done is in the holdings. The plan begins from there.", true);
  }

  #reset(): void {
    this.isOpen = false;
    this.entries = new Map();
    this.flowsMade = true;
    this.errors = [];
  }
}

customElements.define("ballast-done-form", DoneForm);
