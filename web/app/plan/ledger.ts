import { html, type TemplateResult } from "lit";
import type { Plan } from "../../../wasm/planner/planner.js";
import { isZero, showMoney } from "../text/figures.js";

export interface LedgerFigures {
  readonly cash_before: string;
  readonly deposits: string;
  readonly withdrawals: string;
  readonly received: string;
  readonly sent: string;
  readonly sells: string;
  readonly buys: string;
  readonly fees: string;
  readonly cash_after: string;
}

const lines = [
  ["deposits", "+", "deposits"],
  ["received", "+", "from other accounts"],
  ["sells", "+", "sells"],
  ["buys", "\u2212", "buys"],
  ["fees", "\u2212", "fees"],
  ["sent", "\u2212", "to other accounts"],
  ["withdrawals", "\u2212", "withdrawals"],
] as const satisfies readonly (readonly [keyof LedgerFigures, string, string])[];

/** The law of the house, written out so that anybody can add it up: all figures are the engine's. */
export function ledger(
  figures: LedgerFigures,
  { code, minor_unit_digits: digits }: Plan["base_currency"],
  label: string,
): TemplateResult {
  // What one account sends another receives: of all together there is nothing to be said.
  const isMoved = figures.received !== figures.sent;
  const isShown = (key: (typeof lines)[number][0]): boolean => {
    if (key === "sells" || key === "buys" || key === "fees") return true;
    return (isMoved || (key !== "received" && key !== "sent")) && !isZero(figures[key]);
  };
  const shown = lines.filter(([key]) => isShown(key));
  return html`<dl class="ledger" aria-label=${label} data-testid="ledger">
    <div>
      <dt>Cash before, ${code}</dt>
      <dd>${showMoney(figures.cash_before, digits)}</dd>
    </div>
    ${shown.map(
      ([key, sign, words]) =>
        html`<div>
          <dt><span class="sign">${sign}</span> ${words}</dt>
          <dd>${showMoney(figures[key], digits)}</dd>
        </div>`,
    )}
    <div class="sum-line">
      <dt><span class="sign">=</span> cash after</dt>
      <dd>${showMoney(figures.cash_after, digits)}</dd>
    </div>
  </dl>`;
}
