import { html, nothing, type TemplateResult } from "lit";
import type { Asset, BallastDocument, Holding } from "../../../wasm/planner/planner.js";
import { assetPlace, colourClass } from "../parts/asset-lookup.js";
import { cellInput, problemList, type Cell } from "../parts/cell.js";
import { codeIn } from "../parts/currency-of.js";
import { icon } from "../parts/icons.js";
import { shortened } from "../parts/problems.js";
import { isDecimal, showMoney } from "../text/figures.js";
import * as edits from "./edits.js";
import type { HoldingsContext } from "./holdings-context.js";

export const defaultStep = "0.00000001";

interface Row {
  readonly account: number;
  readonly accountId: string;
  readonly place: number;
  /** Undefined in the last row, which is there to be typed into. */
  readonly holding: Holding | undefined;
  readonly asset: Asset | undefined;
}

/** All that a row is drawn from. While none of it changes, the row is left alone: typing stays quick in long tables. */
export function rowInputs({ account, accountId, place, holding, asset }: Row, context: HoldingsContext): unknown[] {
  const { document, figures, currency, typing, problems, rowInUse } = context;
  const assetAt = asset === undefined ? document.assets.length : assetPlace(document, asset.id);
  const value = holding === undefined ? undefined : figures.values.get(accountId)?.get(holding.asset);
  const typed = typing.stampUnder(`/accounts/${account}/holdings/${place}`, `/assets/${assetAt}`);
  const inUse = rowInUse === `${account}:${place}`;
  const accountCurrency = document.accounts[account]?.currency;
  return [
    holding,
    asset,
    assetAt,
    value,
    currency.code,
    currency.minor_unit_digits,
    accountCurrency,
    problems,
    typed,
    inUse,
  ];
}

/** One holding. The empty last row is the same markup, so that it turns into a real one under the person's fingers. */
export function holdingRow(row: Row, context: HoldingsContext): TemplateResult {
  const { document, figures, currency } = context;
  const { account, place, holding, asset } = row;
  const cells = cellsOf(row, context);
  const [symbol, name, quantity, price, step, locked] = cells;
  const called = asset === undefined ? "new row" : shortened(asset.symbol || "row without a symbol", 30);
  const value = holding === undefined ? undefined : figures.values.get(row.accountId)?.get(holding.asset);
  const problems = problemList(cells, context);
  const quoted = asset === undefined ? newQuote(document, account) : codeIn(document, asset);
  const isForeign = quoted !== currency.code;
  const permission = (field: "may_buy" | "may_sell", words: string) =>
    html`<input
      type="checkbox"
      aria-label="${words} ${called}"
      ?disabled=${asset === undefined}
      .checked=${asset?.[field] !== false}
      @change=${(event: Event) => {
        const allowed = (event.target as HTMLInputElement).checked;
        context.change(`Change what may be traded of ${called}`, (draft) => {
          const found = draft.assets.find(({ id }) => id === asset?.id);
          if (found !== undefined) edits.setPermission(found, field, allowed);
        });
      }}
    />`;

  return html`<tr
      role="row"
      class="holding ${asset === undefined ? "fresh" : ""} ${problems === nothing ? "" : "wrong"}"
      data-row="${account}:${place}"
      data-testid=${asset === undefined ? "new-holding-row" : "holding-row"}
    >
      <td role="cell" class="symbol-cell" data-label="Symbol">
        <span
          class="swatch ${asset === undefined ? "none" : colourClass(document, asset.id)}"
          aria-hidden="true"
        ></span>
        ${cellInput(symbol, context, "strong")}
      </td>
      <td role="cell" data-label="Name">${cellInput(name, context)}</td>
      <td role="cell" data-label="Quantity">${cellInput(quantity, context)}</td>
      <td role="cell" data-label="Price, ${quoted}">
        ${
          isForeign
            ? html`<div class="quoted">${cellInput(price, context)}<small aria-hidden="true">${quoted}</small></div>`
            : cellInput(price, context)
        }
      </td>
      <td role="cell" class="end value" data-label="Value, ${currency.code}" data-testid="holding-value">
        ${value === undefined || !isDecimal(value) ? html`<span class="soft">–</span>` : showMoney(value, currency.minor_unit_digits)}
      </td>
      <td role="cell" class="rule" data-label="Step">${cellInput(step, context)}</td>
      <td role="cell" class="rule" data-label="Locked">${cellInput(locked, context)}</td>
      <td role="cell" class="rule tick" data-label="Buy">${permission("may_buy", "May buy")}</td>
      <td role="cell" class="rule tick" data-label="Sell">${permission("may_sell", "May sell")}</td>
      <td role="cell" class="remove">
        <button
          class="button quiet icon small"
          type="button"
          aria-label="Remove ${called}"
          title="Remove this row"
          ?disabled=${asset === undefined}
          @click=${() => {
            context.change(`Remove ${called}`, (draft) => edits.removeHolding(draft, account, place));
            context.say(`Removed ${called}.`, true);
            context.focusRow(account, place);
          }}
        >
          ${icon("remove")}
        </button>
      </td>
    </tr>
    ${
      problems === nothing
        ? nothing
        : html`<tr role="row" class="problem-row">
            <td role="cell" class="wide" colspan="10">${problems}</td>
          </tr>`
    }`;
}

/** What is new in an account is mostly quoted in its currency. */
function newQuote(document: BallastDocument, account: number): string {
  return codeIn(document, document.accounts[account]);
}

type RowCells = [symbol: Cell, name: Cell, quantity: Cell, price: Cell, step: Cell, locked: Cell];

function cellsOf(row: Row, context: HoldingsContext): RowCells {
  const { document } = context;
  const { account, place, holding, asset } = row;
  const called = asset === undefined ? "new row" : shortened(asset.symbol || "row without a symbol", 30);
  const assetPath = `/assets/${asset === undefined ? document.assets.length : assetPlace(document, asset.id)}`;
  const holdingPath = `/accounts/${account}/holdings/${place}`;
  // An asset held in two accounts is one asset: its fields must still be told apart on the page.
  const own = (field: string) => `${assetPath}/${field}`;

  const onAsset = (field: edits.AssetText, pointer: string) => (value: string) =>
    context.change(
      asset === undefined ? "Add a row" : `Change ${field === "quantity_step" ? "step" : field} of ${called}`,
      (draft) => {
        const id = edits.holdingAt(draft, account, place)?.asset;
        const found = draft.assets.find((one) => one.id === id);
        if (found !== undefined) edits.setAssetText(found, field, value);
      },
      pointer,
    );
  const onHolding = (field: edits.HoldingText, pointer: string) => (value: string) =>
    context.change(
      asset === undefined
        ? "Add a row"
        : `Change ${field === "quantity" ? "quantity" : "locked quantity"} of ${called}`,
      (draft) => {
        const found = edits.holdingAt(draft, account, place);
        if (found !== undefined) edits.setHoldingText(found, field, value);
      },
      pointer,
    );
  const cell = (
    column: number,
    label: string,
    pointer: string,
    kind: Cell["kind"],
    stored: string | undefined,
    set: Cell["set"],
    placeholder = "",
  ): Cell => ({
    pointer,
    label: `${label} of ${called}`,
    kind,
    stored: stored ?? "",
    placeholder,
    at: `${place}:${column}`,
    set,
  });

  const isNew = asset === undefined;
  return [
    cell(0, "Symbol", own("symbol"), "text", asset?.symbol, onAsset("symbol", own("symbol")), isNew ? "Add…" : ""),
    cell(1, "Name", own("name"), "text", asset?.name, onAsset("name", own("name"))),
    cell(
      2,
      "Quantity",
      `${holdingPath}/quantity`,
      "number",
      holding?.quantity,
      onHolding("quantity", `${holdingPath}/quantity`),
    ),
    cell(3, "Price", own("price"), "number", asset?.price, onAsset("price", own("price"))),
    cell(
      5,
      "Step",
      own("quantity_step"),
      "number",
      asset?.quantity_step,
      onAsset("quantity_step", own("quantity_step")),
      isNew ? "" : defaultStep,
    ),
    cell(
      6,
      "Locked",
      `${holdingPath}/locked_quantity`,
      "number",
      holding?.locked_quantity,
      onHolding("locked_quantity", `${holdingPath}/locked_quantity`),
      isNew ? "" : "0",
    ),
  ];
}
