import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Description } from "../../../wasm/planner/planner.js";
import { currencyCode } from "../parts/asset-lookup.js";
import { cellInput, cellProblems, problemId, type Cell } from "../parts/cell.js";
import * as currencies from "./currency.js";
import type { HoldingsContext } from "./holdings-context.js";

/** Not a code: those are in capitals. */
const ANOTHER = "another";

export interface CurrencyFields {
  readonly fields: TemplateResult;
  /** Those whose problems are to be listed. */
  readonly cells: readonly Cell[];
}

/** The currency that everything is counted in: one of the engine's list, or any other by its code and smallest amount. */
export function currencyFields(context: HoldingsContext, description: Description | null): CurrencyFields {
  const { document } = context;
  const code = currencyCode(document);
  const known = description?.currencies.map((currency) => currency.code) ?? [];
  const own = currencies.isOwn(document, description);
  const codes = own || known.includes(code) ? known : [code, ...known];
  const chosen = own ? ANOTHER : code;
  const cells: OwnCells | [] = own ? [codeCell(context), digitsCell(context)] : [];
  const fields = html`<label class="field"
      ><span>Counted in</span>
      <select
        class="input"
        aria-label="Base currency"
        .value=${live(chosen)}
        data-pointer=${own ? nothing : "/base_currency"}
        @change=${(event: Event) => choose(event, context)}
      >
        ${codes.map((one) => html`<option value=${one} ?selected=${one === chosen}>${one}</option>`)}
        <option value=${ANOTHER} ?selected=${own}>Another…</option>
      </select></label
    >
    ${cells.length === 0 ? nothing : ownFields(cells, context)}`;
  return { fields, cells };
}

type OwnCells = [code: Cell, digits: Cell];

function ownFields([code, digits]: OwnCells, context: HoldingsContext): TemplateResult {
  const wrong = cellProblems(digits, context).length > 0;
  return html`<label class="field code"><span>Its code</span>${cellInput(code, context)}</label>
    <label class="field smallest"
      ><span>Smallest amount</span>
      <select
        class="input"
        aria-label=${digits.label}
        aria-invalid=${wrong ? "true" : "false"}
        aria-describedby=${wrong ? problemId(digits.pointer) : nothing}
        .value=${live(digits.stored)}
        data-pointer=${digits.pointer}
        @change=${(event: Event) => digits.set((event.target as HTMLSelectElement).value)}
      >
        ${digits.stored === "" ? html`<option value="" selected>Choose…</option>` : nothing}
        ${currencies.allDigits.map(
          (one) =>
            html`<option value=${String(one)} ?selected=${String(one) === digits.stored}>
              ${currencies.smallestAmount(one)}
            </option>`,
        )}
      </select></label
    >`;
}

function choose(event: Event, context: HoldingsContext): void {
  const { value } = event.target as HTMLSelectElement;
  if (value === ANOTHER) {
    // It begins with the present code and digits, so that nothing is wrong until something else is typed.
    const { minor_unit_digits: digits } = context.currency;
    context.change("Count in another currency", (draft) => currencies.setDigits(draft, digits));
    return;
  }
  context.change("Change the currency", (draft) => {
    draft.base_currency = value;
  });
  context.say("Prices and cash stay as they are: nothing is converted.", true);
}

function codeCell(context: HoldingsContext): Cell {
  const pointer = "/base_currency/code";
  return {
    pointer,
    label: "Code of the currency",
    kind: "text",
    stored: currencyCode(context.document),
    placeholder: "XAU",
    set: (typed) => context.change("Change the currency’s code", (draft) => currencies.setCode(draft, typed), pointer),
  };
}

/** A code alone that the engine does not list lacks its digits: the complaint about it belongs here. */
function digitsCell(context: HoldingsContext): Cell {
  const { base_currency: currency } = context.document;
  const codeAlone = typeof currency === "string";
  return {
    pointer: codeAlone ? "/base_currency" : "/base_currency/minor_unit_digits",
    label: "Smallest amount of the currency",
    kind: "text",
    stored: codeAlone ? "" : String(currency.minor_unit_digits),
    set: (digits) =>
      context.change("Change the currency’s smallest amount", (draft) => currencies.setDigits(draft, Number(digits))),
  };
}
