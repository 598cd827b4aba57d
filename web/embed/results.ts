import { html, nothing, type TemplateResult } from "lit";
import type { BallastDocument, Conflict, Plan, Summary, Trade } from "../../wasm/planner/planner.js";
import { symbolOf } from "../app/parts/asset-lookup.js";
import { sentence } from "../app/parts/sentence.js";
import { isZero, roughly, showExact, showMoney, showPoints, showShare } from "../app/text/figures.js";

export interface Calculated {
  readonly document: BallastDocument;
  readonly summary: Summary;
  readonly plan: Plan;
  /** Where only values were typed, a quantity would be the value again. */
  readonly withQuantities: boolean;
}

export function results({ document, summary, plan, withQuantities }: Calculated): TemplateResult {
  const { before, after } = plan.drift;
  return html`<section class="results" aria-labelledby="results-title" data-testid="results">
    <h2 id="results-title" tabindex="-1">Now, and what the rules ask for</h2>
    ${plan.notices.map(({ text }) => html`<p class="note small" data-testid="notice">${sentence(text)}</p>`)}
    ${weightTable(document, summary, plan)}
    <p class="soft">
      In the wrong place: <b>${showShare(before.misplaced_share)}</b> now,
      <b>${showShare(after.misplaced_share)}</b> after the trades below.
    </p>
    <h2>Trades</h2>
    ${plan.infeasible.map(({ text }) => html`<p class="note bad">${sentence(text)}</p>`)}
    ${
      plan.trades.length === 0
        ? html`<p data-testid="no-trades">None.</p>`
        : html`<ul class="trades">
            ${plan.trades.map((trade) => tradeItem(document, plan, trade, withQuantities))}
          </ul>`
    }
    <dl class="cash">
      <div>
        <dt>Cash before</dt>
        <dd>${money(plan, plan.totals.cash_before)}</dd>
      </div>
      ${
        isZero(plan.totals.deposits)
          ? nothing
          : html`<div>
              <dt>New money</dt>
              <dd>${money(plan, plan.totals.deposits)}</dd>
            </div>`
      }
      ${
        isZero(plan.totals.withdrawals)
          ? nothing
          : html`<div>
              <dt>Taken out</dt>
              <dd>${money(plan, plan.totals.withdrawals)}</dd>
            </div>`
      }
      <div>
        <dt>Cash after</dt>
        <dd data-testid="cash-after">${money(plan, plan.totals.cash_after)}</dd>
      </div>
    </dl>
    ${plan.left_over.map(({ reason }) => html`<p class="soft small">${sentence(reason.text)}</p>`)}
  </section>`;
}

function weightTable(document: BallastDocument, summary: Summary, plan: Plan): TemplateResult {
  const rows = summary.weights.map((row) => {
    const there = plan.weights.find(({ asset }) => asset === row.asset);
    return html`<tr data-testid="weight-row">
      <th scope="row"><bdi>${symbolOf(document, row.asset)}</bdi></th>
      <td>${showShare(row.weight)}</td>
      <td>${showShare(row.target)}</td>
      <td class=${roughly(row.difference) === 0 ? "" : "off"}>${showPoints(row.difference)}</td>
      <td class="wide">${there === undefined ? "" : showShare(there.after)}</td>
    </tr>`;
  });
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Asset</th>
        <th scope="col">Now</th>
        <th scope="col">Target</th>
        <th scope="col">Off by</th>
        <th scope="col" class="wide">After</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function tradeItem(
  document: BallastDocument,
  plan: Plan,
  { side, asset, quantity, value, reason }: Trade,
  withQuantities: boolean,
): TemplateResult {
  return html`<li data-testid="trade" data-side=${side}>
    <b
      >${side === "sell" ? "Sell" : "Buy"} ${withQuantities ? `${showExact(quantity)} ` : ""}<bdi
        >${symbolOf(document, asset)}</bdi
      ></b
    >
    <span class="amount">${money(plan, value)}</span>
    <span class="soft small">${sentence(reason.text)}</span>
  </li>`;
}

function money({ base_currency: { code, minor_unit_digits: digits } }: Plan, text: string): string {
  return `${showMoney(text, digits)} ${code}`;
}

/** Rules that cannot be kept together with what the visitor holds, and the smallest change that helps. */
export function conflictNote({ rules, relaxation }: Conflict): TemplateResult {
  return html`<div class="note bad" role="alert" data-testid="conflict">
    <p><b>With these holdings the rules cannot all be kept:</b></p>
    <ul>
      ${rules.map(({ text }) => html`<li>${sentence(text)}</li>`)}
    </ul>
    ${
      relaxation.length === 0
        ? html`<p>No change of their figures helps; other assets would.</p>`
        : html`<p>The smallest change with which they could be:</p>
            <ul>
              ${relaxation.map(({ text, relaxed_text: relaxed }) => html`<li>${sentence(`${text} → ${relaxed}`)}</li>`)}
            </ul>`
    }
  </div>`;
}
