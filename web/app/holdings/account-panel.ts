import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import type { Account } from "../../../wasm/planner/planner.js";
import { findAsset } from "../parts/asset-lookup.js";
import { cellInput, problemList, type Cell } from "../parts/cell.js";
import { choiceField } from "../parts/choice-field.js";
import { codeIn } from "../parts/currency-of.js";
import { icon } from "../parts/icons.js";
import { shortened } from "../parts/problems.js";
import { isDecimal, showMoney } from "../text/figures.js";
import { walkCells } from "./cell-keys.js";
import { codesOf, setCurrency } from "./currencies/currency-edits.js";
import * as edits from "./edits.js";
import { holdingRow, rowInputs } from "./holding-row.js";
import type { HoldingsContext } from "./holdings-context.js";
import { isBlock, layOut, pasteColumns } from "./paste-cells.js";
import { lotsPanel } from "./tax/lots-panel.js";
import { setFee } from "./terms/term-edits.js";
import { termsPanel } from "./terms/terms-panel.js";

/** More rows than this in all are drawn only when asked for: thousands of fields make a slow page. */
const ROWS_AT_FIRST = 240;
const LEAST_ROWS = 8;

export interface PanelOptions {
  readonly all: boolean;
  readonly showAll: () => void;
  /** On a phone, step, locked quantity and permissions are drawn only when asked for. */
  readonly rules: boolean;
  readonly toggleRules: () => void;
}

export function accountPanel(
  account: Account,
  index: number,
  context: HoldingsContext,
  { all, showAll, rules, toggleRules }: PanelOptions,
): TemplateResult {
  const { document, figures, currency } = context;
  const called = shortened(account.name || "account without a name", 30);
  const value = figures.whole?.accounts.find((one) => one.account === account.id)?.value;
  const shown = all
    ? account.holdings
    : account.holdings.slice(0, Math.max(LEAST_ROWS, Math.ceil(ROWS_AT_FIRST / document.accounts.length)));
  const hidden = account.holdings.length - shown.length;
  // One list, so that the row being typed into becomes a real one in place and keeps the focus.
  const rows = hidden > 0 ? shown : [...shown, undefined];
  const fields = accountCells(account, index, called, context);
  const fieldProblems = problemList(fields, context);
  const code = codeIn(document, account);

  return html`<section class="panel account" aria-label="Account ${called}" data-testid="account">
    <header class="panel-head">
      <div class="account-name">${cellInput(fields[0], context, "title")}</div>
      <p class="account-value figure">
        <span class="soft small">Value with cash</span>
        <b data-testid="account-value"
          >${
            value === undefined || !isDecimal(value)
              ? "–"
              : `${showMoney(value, currency.minor_unit_digits)} ${currency.code}`
          }</b
        >
      </p>
    </header>
    <div class="scroll">
      <table
        role="table"
        class="cards holdings ${rules ? "with-rules" : ""}"
        aria-label="Holdings in ${called}"
        @keydown=${walkCells}
        @paste=${(event: ClipboardEvent) => pasteBlock(event, index, context)}
        @change=${(event: Event) => settleRow(event, index, context)}
      >
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">Symbol</th>
            <th role="columnheader" scope="col">Name</th>
            <th role="columnheader" scope="col" class="end">Quantity</th>
            <th role="columnheader" scope="col" class="end">${priceTitle(context)}</th>
            <th role="columnheader" scope="col" class="end">Value, ${currency.code}</th>
            <th role="columnheader" scope="col" class="end" title="Traded quantities are whole multiples of this">
              Step
            </th>
            <th role="columnheader" scope="col" class="end" title="Part of the quantity that cannot be sold">Locked</th>
            <th role="columnheader" scope="col" class="tick">Buy</th>
            <th role="columnheader" scope="col" class="tick">Sell</th>
            <th role="columnheader" scope="col"><span class="unseen">Remove</span></th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((holding, place) => {
            const asset = findAsset(document, holding?.asset ?? null);
            const row = { account: index, accountId: account.id, place, holding, asset };
            return guard(rowInputs(row, context), () => holdingRow(row, context));
          })}
        </tbody>
      </table>
    </div>
    ${
      hidden > 0
        ? html`<p class="more">
            <button class="button" type="button" @click=${showAll}>Show ${hidden} more rows</button>
          </p>`
        : nothing
    }
    <p class="rules-switch">
      <button class="link small" type="button" aria-pressed=${rules ? "true" : "false"} @click=${toggleRules}>
        ${rules ? "Hide steps, locked parts and permissions" : "Show steps, locked parts and permissions"}
      </button>
    </p>
    <footer class="account-foot">
      ${currencyChoice(account, index, called, context)}
      <label class="field"><span>Cash, ${code}</span>${cellInput(fields[1], context)}</label>
      <label class="field"><span>Fee, % of each trade</span>${cellInput(fields[2], context)}</label>
      <label class="field"><span>Fee per trade, ${code}</span>${cellInput(fields[3], context)}</label>
      ${
        document.accounts.length < 2
          ? nothing
          : html`<button
              class="button quiet small remove-account"
              type="button"
              @click=${() => {
                context.change(`Remove ${called}`, (draft) => edits.removeAccount(draft, index));
                context.say(`Removed ${called} and what it held.`, true);
              }}
            >
              ${icon("remove", 16)} Remove account
            </button>`
      }
      ${fieldProblems === nothing ? nothing : html`<div class="foot-problems">${fieldProblems}</div>`}
    </footer>
    ${termsPanel(account, index, called, context)} ${lotsPanel(account, index, called, context)}
  </section>`;
}

/** Where the document has several currencies a price says its own. */
function priceTitle({ document, currency }: HoldingsContext): string {
  return document.currencies === undefined ? `Price, ${currency.code}` : "Price";
}

function currencyChoice(
  account: Account,
  index: number,
  called: string,
  context: HoldingsContext,
): TemplateResult | typeof nothing {
  const codes = codesOf(context.document);
  if (codes.length < 2) return nothing;
  const choices = codes.map((code) => [code, code] as const);
  return choiceField("Currency", `Currency of ${called}`, choices, codeIn(context.document, account), (code) => {
    context.change(`Change the currency of ${called}`, (draft) => {
      const found = draft.accounts[index];
      if (found !== undefined) setCurrency(draft, found, code);
    });
    context.say("Cash and fees stay as they are: nothing is converted.", true);
  });
}

type AccountCells = [name: Cell, cash: Cell, proportional: Cell, fixed: Cell];

function accountCells(account: Account, index: number, called: string, context: HoldingsContext): AccountCells {
  const path = `/accounts/${index}`;
  const cell = (
    label: string,
    pointer: string,
    kind: Cell["kind"],
    stored: string | undefined,
    placeholder: string,
    set: (draft: Account, value: string) => void,
  ): Cell => ({
    pointer,
    label: `${label} of ${called}`,
    kind,
    stored: stored ?? "",
    placeholder,
    set: (value) =>
      context.change(
        `Change ${label.toLowerCase()} of ${called}`,
        (draft) => {
          const found = draft.accounts[index];
          if (found !== undefined) set(found, value);
        },
        pointer,
      ),
  });
  return [
    cell("Name", `${path}/name`, "text", account.name, "Name this account", (draft, value) => {
      draft.name = value;
    }),
    cell("Cash", `${path}/cash`, "number", account.cash, "0", (draft, value) => {
      if (value === "") delete draft.cash;
      else draft.cash = value;
    }),
    cell("Percentage fee", `${path}/fees/proportional`, "percent", account.fees?.proportional, "0", (draft, value) =>
      setFee(draft, "proportional", value),
    ),
    cell("Fixed fee", `${path}/fees/fixed`, "number", account.fees?.fixed, "0", (draft, value) =>
      setFee(draft, "fixed", value),
    ),
  ];
}

/** A block copied from a spreadsheet is laid over the cells from the focused one on; new rows are made as needed. */
function pasteBlock(event: ClipboardEvent, account: number, context: HoldingsContext): void {
  const field = event.target;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!(field instanceof HTMLInputElement) || !isBlock(text)) return;
  const [row = 0, column = 0] = (field.dataset["at"] ?? "").split(":").map(Number);
  const from = pasteColumns[column > 4 ? column - 1 : column];
  if (from === undefined) return;
  event.preventDefault();
  const cells = layOut(text, from);
  context.change("Paste cells", (draft) => edits.fillRows(draft, account, row, cells));
  const rows = new Set(cells.map((cell) => cell.row)).size;
  context.say(`Pasted ${rows} ${rows === 1 ? "row" : "rows"}.`, true);
}

/** When a field of a row has been finished: known symbols are joined, a row emptied again disappears. */
function settleRow(event: Event, account: number, context: HoldingsContext): void {
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || field.dataset["at"] === undefined) return;
  const [place = 0, column = 0] = field.dataset["at"].split(":").map(Number);
  const cell = field.dataset["pointer"];
  context.change(
    "Add a row",
    (draft) => {
      if (edits.isBlankRow(draft, account, place)) edits.removeHolding(draft, account, place);
      else if (column === 0) edits.adoptKnownAsset(draft, account, place);
    },
    cell,
  );
}
