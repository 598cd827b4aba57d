import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Asset, Holding } from "../../../../wasm/planner/planner.js";
import { assetPlace } from "../../parts/asset-lookup.js";
import { cellInput, problemList, type Cell } from "../../parts/cell.js";
import { codeIn } from "../../parts/currency-of.js";
import { icon } from "../../parts/icons.js";
import { shortened } from "../../parts/problems.js";
import type { HoldingsContext } from "../holdings-context.js";
import { codesOf, setCurrency } from "../currencies/currency-edits.js";
import * as edits from "./term-edits.js";

export interface HoldingPlace {
  readonly account: number;
  readonly place: number;
  readonly holding: Holding;
  readonly asset: Asset;
  /** The day with which a new lock begins. */
  readonly lockEnd: string;
}

/** The terms of one holding: its spread, what the venue takes of it, and what of it cannot be sold yet. */
export function holdingTerms(where: HoldingPlace, context: HoldingsContext): TemplateResult {
  const { holding, asset } = where;
  const called = shortened(asset.symbol || "row without a symbol", 30);
  const spread = spreadCell(where, called, context);
  const least = holdingCell(where, context, {
    label: `Smallest trade of ${called}`,
    field: "minimum_quantity",
    stored: holding.minimum_quantity,
    placeholder: "0",
    set: edits.setLeastQuantity,
  });
  const codes = codesOf(context.document);
  const locks = holding.locks ?? [];
  const amounts = locks.map((lock, at) =>
    holdingCell(where, context, {
      label: `Locked quantity ${at + 1} of ${called}`,
      field: `locks/${at}/quantity`,
      stored: lock.quantity,
      placeholder: "",
      set: (draft, value) => edits.setLock(draft, at, "quantity", value),
    }),
  );
  const problems = problemList([spread, least, ...amounts, lockListCell(where, called)], context);
  return html`<tr role="row" class=${problems === nothing ? "" : "wrong"} data-testid="holding-terms">
      <th role="rowheader" scope="row">${called}</th>
      ${
        codes.length < 2
          ? nothing
          : html`<td role="cell" data-label="Quoted in">${quotedIn(where, called, codes, context)}</td>`
      }
      <td role="cell" data-label="Spread, %">${cellInput(spread, context)}</td>
      <td role="cell" data-label="Smallest trade">${cellInput(least, context)}</td>
      <td role="cell" class="tick" data-label="Buy here">${permission(where, "may_buy", called, context)}</td>
      <td role="cell" class="tick" data-label="Sell here">${permission(where, "may_sell", called, context)}</td>
      <td role="cell" class="locks" data-label="Locked until">
        ${locks.map((lock, at) => lockFields(lock.until, at, amounts[at], called, where, context))}
        <button
          class="button quiet small"
          type="button"
          aria-label="Lock a part of ${called} until a day"
          @click=${() => change(where, context, `Lock a part of ${called}`, (draft) => edits.addLock(draft, where.lockEnd))}
        >
          ${icon("plus", 16)} ${locks.length === 0 ? "Lock a part" : "Another part"}
        </button>
      </td>
    </tr>
    ${
      problems === nothing
        ? nothing
        : html`<tr role="row" class="problem-row">
            <td role="cell" class="wide" colspan=${codes.length < 2 ? 6 : 7}>${problems}</td>
          </tr>`
    }`;
}

function quotedIn(
  { asset }: HoldingPlace,
  called: string,
  codes: readonly string[],
  context: HoldingsContext,
): TemplateResult {
  const chosen = codeIn(context.document, asset);
  return html`<select
    class="input"
    aria-label="Currency in which ${called} is quoted"
    .value=${live(chosen)}
    @change=${(event: Event) => {
      const code = (event.target as HTMLSelectElement).value;
      context.change(`Change in which currency ${called} is quoted`, (draft) => {
        const found = draft.assets.find(({ id }) => id === asset.id);
        if (found !== undefined) setCurrency(draft, found, code);
      });
    }}
  >
    ${codes.map((code) => html`<option value=${code} ?selected=${code === chosen}>${code}</option>`)}
  </select>`;
}

function lockFields(
  until: string,
  at: number,
  amount: Cell | undefined,
  called: string,
  where: HoldingPlace,
  context: HoldingsContext,
): TemplateResult | typeof nothing {
  if (amount === undefined) return nothing;
  return html`<div class="lock">
    ${cellInput(amount, context)}
    <span class="soft small">until</span>
    <input
      class="input"
      type="date"
      min="1900-01-01"
      max="2199-12-31"
      required
      aria-label="Day on which lock ${at + 1} of ${called} ends"
      .value=${live(until)}
      @change=${(event: Event) => {
        const day = (event.target as HTMLInputElement).value;
        if (day !== "")
          change(where, context, `Change a lock of ${called}`, (draft) => edits.setLock(draft, at, "until", day));
      }}
    />
    <button
      class="button quiet icon small"
      type="button"
      aria-label="Remove lock ${at + 1} of ${called}"
      title="Remove this lock"
      @click=${() => change(where, context, `Remove a lock of ${called}`, (draft) => edits.removeLock(draft, at))}
    >
      ${icon("remove")}
    </button>
  </div>`;
}

function permission(
  where: HoldingPlace,
  field: "may_buy" | "may_sell",
  called: string,
  context: HoldingsContext,
): TemplateResult {
  return html`<input
    type="checkbox"
    aria-label="${field === "may_buy" ? "May buy" : "May sell"} ${called} in this account"
    .checked=${where.holding[field] !== false}
    @change=${(event: Event) => {
      const allowed = (event.target as HTMLInputElement).checked;
      change(where, context, `Change what may be traded of ${called}`, (draft) =>
        edits.allowHere(draft, field, allowed),
      );
    }}
  />`;
}

function spreadCell({ asset }: HoldingPlace, called: string, context: HoldingsContext): Cell {
  const pointer = `/assets/${assetPlace(context.document, asset.id)}/spread`;
  return {
    pointer,
    label: `Spread of ${called}`,
    kind: "percent",
    stored: asset.spread ?? "",
    placeholder: "0",
    set: (value) =>
      context.change(
        `Change spread of ${called}`,
        (draft) => {
          const found = draft.assets.find(({ id }) => id === asset.id);
          if (found !== undefined) edits.setSpread(found, value);
        },
        pointer,
      ),
  };
}

/** Not a field: what is wrong with all locks of a holding together is said in its row. */
function lockListCell({ account, place }: HoldingPlace, called: string): Cell {
  return {
    pointer: `/accounts/${account}/holdings/${place}/locks`,
    label: `Locks of ${called}`,
    kind: "number",
    stored: "",
    set: () => undefined,
  };
}

function holdingCell(
  where: HoldingPlace,
  context: HoldingsContext,
  {
    label,
    field,
    stored,
    placeholder,
    set,
  }: {
    label: string;
    field: string;
    stored: string | undefined;
    placeholder: string;
    set: (draft: Holding, value: string) => void;
  },
): Cell {
  const pointer = `/accounts/${where.account}/holdings/${where.place}/${field}`;
  return {
    pointer,
    label,
    kind: "number",
    stored: stored ?? "",
    placeholder,
    set: (value) => change(where, context, `Change ${label.toLowerCase()}`, (draft) => set(draft, value), pointer),
  };
}

function change(
  { account, place }: HoldingPlace,
  context: HoldingsContext,
  label: string,
  edit: (holding: Holding) => void,
  cell?: string,
): void {
  context.change(
    label,
    (draft) => {
      const found = draft.accounts[account]?.holdings[place];
      if (found !== undefined) edit(found);
    },
    cell,
  );
}
