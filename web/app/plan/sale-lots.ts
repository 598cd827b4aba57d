import { html, nothing, type TemplateResult } from "lit";
import type { Plan, SoldLot, Trade } from "../../../wasm/planner/planner.js";
import { sentence } from "../parts/sentence.js";
import { showExact, showMoney, showMoneySigned, showShareShort } from "../text/figures.js";

/** What of which lots a sale takes, folded away below it; on paper always there. */
export function saleLots(
  { lots = [], without_lot: rest }: Trade,
  { code, minor_unit_digits: digits }: Plan["base_currency"],
  name: string,
  saysCurrency = false,
): TemplateResult | typeof nothing {
  if (lots.length === 0 && rest === undefined) return nothing;
  // Gains are counted in the base currency, whatever the account's.
  const unit = saysCurrency ? ` ${code}` : "";
  return html`<button
      class="link lots-switch no-print"
      type="button"
      aria-expanded="false"
      aria-label="Lots sold of ${name}: ${countLots(lots)}"
      @click=${fold}
    >
      ${countLots(lots)}
    </button>
    <ul class="lots" aria-label="Lots sold of ${name}" data-testid="sale-lots">
      ${lots.map((lot) => oneLot(lot, digits, unit))}
      ${
        rest === undefined
          ? nothing
          : html`<li>
              <p class="lot-line">
                <b class="figure">${showExact(rest.quantity)}</b> <span>without a lot</span>
                <span>brings <span class="figure">${showMoney(rest.proceeds, digits)}${unit}</span></span>
              </p>
              <small>What it cost is not known, so nothing is said of its gain.</small>
            </li>`
      }
    </ul>`;
}

function oneLot(lot: SoldLot, digits: number, unit: string): TemplateResult {
  return html`<li>
    <p class="lot-line">
      <b class="figure">${showExact(lot.quantity)}</b>
      <span>bought <span class="figure">${lot.acquired}</span></span>
      ${lot.id === undefined ? nothing : html`<bdi class="clip" title=${lot.id}>${lot.id}</bdi>`}
      <span>cost <span class="figure">${showMoney(lot.cost, digits)}${unit}</span></span>
      <span>gain <b class="figure">${showMoneySigned(lot.gain, digits)}${unit}</b></span>
      ${lot.rate === undefined ? nothing : html`<span>rate <span class="figure">${showShareShort(lot.rate)}</span></span>`}
    </p>
    <small>${sentence(lot.reason.text)}</small>
  </li>`;
}

export function countLots(lots: readonly SoldLot[]): string {
  return lots.length === 0 ? "No lots" : lots.length === 1 ? "1 lot" : `${lots.length} lots`;
}

/** Kept by the button itself, as a `details` element would: whether something is folded away is nothing to anybody else. */
function fold({ currentTarget }: Event): void {
  const button = currentTarget as HTMLButtonElement;
  button.ariaExpanded = button.ariaExpanded === "true" ? "false" : "true";
}
