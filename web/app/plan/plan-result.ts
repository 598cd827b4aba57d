import { html, nothing, type TemplateResult } from "lit";
import type { BallastDocument, Plan } from "../../../wasm/planner/planner.js";
import { assetLabel } from "../parts/asset-label.js";
import { accountName, colourClass, symbolOf } from "../parts/asset-lookup.js";
import { currencyOf } from "../parts/currency-of.js";
import { sentence } from "../parts/sentence.js";
import { icon } from "../parts/icons.js";
import { legend } from "../parts/legend.js";
import { axis, axisEnd, weightTrack } from "../parts/weight-track.js";
import { showMoney, showShare } from "../text/figures.js";
import { ledger } from "./ledger.js";

/** All accounts together, where there are several. */
function totalsPanel(plan: Plan): TemplateResult | typeof nothing {
  if (plan.accounts.length < 2 || plan.status === "infeasible") return nothing;
  const { totals, base_currency: currency } = plan;
  return html`<section class="panel totals" aria-label="All accounts together">
    <header class="panel-head"><h2>All accounts together</h2></header>
    ${ledger(totals, currency, "Cash of all accounts")}
  </section>`;
}

/** Weights before and after, as chart and figures. */
export function weightsPanel(document: BallastDocument, plan: Plan): TemplateResult {
  const end = axisEnd(plan.weights.flatMap((row) => [row.before, row.after, row.target, row.band?.high ?? "0"]));
  const anyBand = plan.weights.some(({ band }) => band !== null);
  return html`<section class="panel" aria-label="Weights before and after">
    <header class="panel-head">
      <h2>Before and after</h2>
      ${legend([["before", "before"], ["now", "after"], ["target", "target"], ...(anyBand ? ([["band", "band"]] as const) : [])])}
    </header>
    <div class="scroll">
      <table role="table" class="cards" aria-label="Weights before and after">
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">Asset</th>
            <th role="columnheader" scope="col" class="track-cell"><span class="unseen">Chart</span>${axis(end)}</th>
            <th role="columnheader" scope="col" class="end">Before</th>
            <th role="columnheader" scope="col" class="end">After</th>
            <th role="columnheader" scope="col" class="end">Target</th>
            <th role="columnheader" scope="col" class="end value-cell">Value after, ${plan.base_currency.code}</th>
          </tr>
        </thead>
        <tbody>
          ${plan.weights.map(
            (row) =>
              html`<tr role="row">
                <th role="rowheader" scope="row" class="wide">${assetLabel(document, row.asset)}</th>
                <td role="cell" class="track-cell">
                  ${weightTrack(
                    {
                      colour: colourClass(document, row.asset),
                      at: row.after,
                      from: row.before,
                      target: row.target,
                      band: row.band,
                      outside: row.outside_after,
                    },
                    end,
                  )}
                </td>
                <td role="cell" class="end figure" data-label="Before">${showShare(row.before)}</td>
                <td role="cell" class="end figure" data-label="After"><b>${showShare(row.after)}</b></td>
                <td role="cell" class="end figure" data-label="Target">${showShare(row.target)}</td>
                <td role="cell" class="end figure value-cell" data-label="Value after">
                  ${showMoney(row.value_after, plan.base_currency.minor_unit_digits)}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** What stays in cash and why; what has no trade and why; what else is worth knowing. */
export function remainders(document: BallastDocument, plan: Plan): TemplateResult | typeof nothing {
  const money = (account: string, text: string): string => {
    const { code, minor_unit_digits: digits } = currencyOf(plan, account);
    return `${showMoney(text, digits)} ${code}`;
  };
  if (plan.accounts.length < 2 && plan.left_over.length === 0 && plan.skipped.length === 0) return nothing;
  return html`<div class="two">
    ${totalsPanel(plan)}
    ${
      plan.left_over.length === 0
        ? nothing
        : html`<section class="panel" aria-label="Cash that stays">
            <header class="panel-head"><h2>Cash that stays</h2></header>
            <ul class="reasons">
              ${plan.left_over.map(
                ({ account, cash, reason }) =>
                  html`<li>
                    <span class="first"
                      ><bdi class="clip">${accountName(document, account)}</bdi>
                      <b class="figure">${money(account, cash)}</b></span
                    >
                    <small>${sentence(reason.text)}</small>
                  </li>`,
              )}
            </ul>
          </section>`
    }
    ${
      plan.skipped.length === 0
        ? nothing
        : html`<section class="panel skipped" aria-label="Not traded">
            <header class="panel-head"><h2>Not traded</h2></header>
            <ul class="reasons">
              ${plan.skipped.map(
                ({ asset, reason }) =>
                  html`<li>
                    <span class="first">
                      <span class="what"
                        ><span class="swatch ${colourClass(document, asset)}" aria-hidden="true"></span
                        ><bdi class="clip">${symbolOf(document, asset)}</bdi></span
                      >
                    </span>
                    <small>${sentence(reason.text)}</small>
                  </li>`,
              )}
            </ul>
          </section>`
    }
  </div>`;
}

export function infeasibleNote(plan: Plan): TemplateResult {
  return html`<div class="note bad" role="status" data-testid="infeasible">
    ${icon("warn")}
    <div>
      <h2>This cannot be met</h2>
      ${plan.infeasible.map(({ text }) => html`<p>${sentence(text)}</p>`)}
      <p class="soft small">
        Lower the amount, take it from another account, or allow more to be sold. Nothing is traded until then:
        ${showShare(plan.drift.before.misplaced_share)} of the portfolio stays in the wrong place.
      </p>
    </div>
  </div>`;
}
