import { html, nothing, type TemplateResult } from "lit";
import type { Description, ForeignCurrency } from "../../../../wasm/planner/planner.js";
import { cellInput, problemList, type Cell } from "../../parts/cell.js";
import { icon } from "../../parts/icons.js";
import type { HoldingsContext } from "../holdings-context.js";
import * as edits from "./currency-edits.js";

/** Other currencies and what they are worth: hidden until asked for, or until the document has some. */
export function currenciesPanel(context: HoldingsContext, description: Description | null): TemplateResult {
  const currencies = context.document.currencies ?? [];
  const taken = new Set(edits.codesOf(context.document));
  const free = (description?.currencies ?? []).filter(({ code }) => !taken.has(code));
  return html`<details class="panel terms" ?open=${currencies.length > 0} data-testid="currencies">
    <summary>Other currencies</summary>
    <div class="terms-body">
      <p class="soft small">
        For accounts in another currency, and assets that are quoted in one. Rates are the ones you enter; nothing is
        looked up.
      </p>
      ${currencies.map((foreign, place) => rateFields(foreign, place, context))}
      <label class="field"
        ><span>Add a currency</span>
        <select
          class="input"
          aria-label="Add a currency"
          @change=${(event: Event) => {
            const select = event.target as HTMLSelectElement;
            const code = select.value;
            select.value = "";
            if (code !== "") context.change(`Add ${code}`, (draft) => edits.addCurrency(draft, code));
          }}
        >
          <option value="">Choose…</option>
          ${free.map(({ code }) => html`<option value=${code}>${code}</option>`)}
        </select></label
      >
    </div>
  </details>`;
}

function rateFields(foreign: ForeignCurrency, place: number, context: HoldingsContext): TemplateResult {
  const code = edits.codeOf(foreign.currency);
  const base = context.currency.code;
  const rate: Cell = {
    pointer: `/currencies/${place}/rate`,
    label: `One ${code} in ${base}`,
    kind: "number",
    stored: foreign.rate,
    set: (value) =>
      context.change(
        `Change the rate of ${code}`,
        (draft) => {
          const found = draft.currencies?.[place];
          if (found !== undefined) edits.setRate(found, value);
        },
        `/currencies/${place}/rate`,
      ),
  };
  // Not a field: what is wrong with the currency itself is said beside its rate.
  const name: Cell = { ...rate, pointer: `/currencies/${place}/currency`, label: `Currency ${code}` };
  const used = edits.isUsed(context.document, code);
  return html`<div data-testid="rate">
    <div class="term-fields">
      <label class="field"><span>1 ${code} is worth, ${base}</span>${cellInput(rate, context)}</label>
      ${foreign.rate_date === undefined ? nothing : html`<p class="rate-date soft small">of ${foreign.rate_date}</p>`}
      <button
        class="button quiet small"
        type="button"
        ?disabled=${used}
        aria-label="${used ? "In use:" : "Remove"} ${code}"
        @click=${() => context.change(`Remove ${code}`, (draft) => edits.removeCurrency(draft, place))}
      >
        ${icon("remove", 16)} ${used ? "In use" : "Remove"}
      </button>
    </div>
    ${problemList([rate, name], context)}
  </div>`;
}
