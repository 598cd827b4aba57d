import { html, nothing, type TemplateResult } from "lit";
import type { BallastDocument, Plan, Realised } from "../../../wasm/planner/planner.js";
import { accountName, symbolOf } from "../parts/asset-lookup.js";
import { showExact, showMoney, showShareShort } from "../text/figures.js";
import { heldWords } from "./held-words.js";

export const ESTIMATE = "An estimate by the tax rules as entered: calculated, not advice.";

/** What the sales realise, and what tax the rules make of it. */
export function taxPanel(document: BallastDocument, plan: Plan): TemplateResult | typeof nothing {
  const { realised, base_currency: currency } = plan;
  if (realised === undefined) return nothing;
  const money = (text: string) => showMoney(text, currency.minor_unit_digits);
  return html`<section class="panel gains" aria-label="Gains and tax" data-testid="gains-and-tax">
    <header class="panel-head">
      <h2>Gains and tax</h2>
      <p class="soft small">${ESTIMATE}</p>
    </header>
    <dl class="sums" aria-label="What the sales realise, ${currency.code}">
      ${realisedFigures(realised, money).map(([words, figure]) => sum(words, figure))}
    </dl>
    ${lossesTaken(document, realised, currency.code, money)}
    ${realised.tax_rules.map((rules) => rulesTable(rulesName(document, rules.id), rules, currency.code, money))}
  </section>`;
}

export function realisedFigures(realised: Realised, money: (text: string) => string): [string, string][] {
  return [
    ["Gains", money(realised.gains)],
    ["Losses", money(realised.losses)],
    ["Sold at unknown cost", money(realised.unknown)],
    ...(realised.tax_rules.length === 0 ? [] : ([["Tax, estimated", money(realised.tax)]] as [string, string][])),
    ...(realised.harvested === undefined
      ? []
      : ([["Tax saved by losses taken, about", money(realised.harvested.saved)]] as [string, string][])),
    ...(realised.tax_per_point === null || realised.tax_rules.length === 0
      ? []
      : ([["Tax per percentage point put right", money(realised.tax_per_point)]] as [string, string][])),
  ];
}

export function rulesName(document: BallastDocument, id: string): string {
  return document.tax_rules?.find((rules) => rules.id === id)?.name || id;
}

/** What is sold for its loss: a plan may sell more of it for other reasons. */
function lossesTaken(
  document: BallastDocument,
  { harvested }: Realised,
  code: string,
  money: (text: string) => string,
): TemplateResult | typeof nothing {
  if (harvested === undefined) return nothing;
  if (harvested.sales.length === 0)
    return html`<p class="soft small losses-taken" data-testid="losses-taken">
      No loss is taken: none saves more tax than its sale costs.
    </p>`;
  return html`<div class="tax-rules" data-testid="losses-taken">
    <h3>Losses taken</h3>
    <table role="table" class="cards" aria-label="Losses taken">
      <thead>
        <tr role="row">
          <th role="columnheader" scope="col">Asset</th>
          <th role="columnheader" scope="col">Account</th>
          <th role="columnheader" scope="col" class="end">Sold at least</th>
          <th role="columnheader" scope="col" class="end">Tax saved, about, ${code}</th>
        </tr>
      </thead>
      <tbody>
        ${harvested.sales.map(
          ({ account, asset, quantity, saved }) =>
            html`<tr role="row">
              <th role="rowheader" scope="row" class="wide"><bdi>${symbolOf(document, asset)}</bdi></th>
              <td role="cell" data-label="Account"><bdi>${accountName(document, account)}</bdi></td>
              <td role="cell" class="end figure" data-label="Sold at least">${showExact(quantity)}</td>
              <td role="cell" class="end figure" data-label="Tax saved, about, ${code}"><b>${money(saved)}</b></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function rulesTable(
  name: string,
  rules: Realised["tax_rules"][number],
  code: string,
  money: (text: string) => string,
): TemplateResult {
  const held = heldWords(rules.periods);
  return html`<div class="tax-rules">
    <h3><bdi class="clip" title=${name}>${name}</bdi></h3>
    <table role="table" class="cards" aria-label="Tax by ${name}">
      <thead>
        <tr role="row">
          <th role="columnheader" scope="col">Held for</th>
          <th role="columnheader" scope="col" class="end">Rate</th>
          <th role="columnheader" scope="col" class="end">Gains</th>
          <th role="columnheader" scope="col" class="end">Losses</th>
          <th role="columnheader" scope="col" class="end">Taxable</th>
          <th role="columnheader" scope="col" class="end">Tax, ${code}</th>
        </tr>
      </thead>
      <tbody>
        ${rules.periods.map(
          (period, at) =>
            html`<tr role="row">
              <th role="rowheader" scope="row" class="wide">${held[at]}</th>
              <td role="cell" class="end figure" data-label="Rate">${showShareShort(period.rate)}</td>
              <td role="cell" class="end figure" data-label="Gains">${money(period.gains)}</td>
              <td role="cell" class="end figure" data-label="Losses">${money(period.losses)}</td>
              <td role="cell" class="end figure" data-label="Taxable">${money(period.taxable)}</td>
              <td role="cell" class="end figure" data-label="Tax, ${code}"><b>${money(period.tax)}</b></td>
            </tr>`,
        )}
      </tbody>
    </table>
    <dl class="sums" aria-label="Losses and allowance by ${name}">
      ${sum("Losses that do not count", money(rules.losses_disallowed))}
      ${sum("Losses carried, used", money(rules.carried_used))} ${sum("Allowance used", money(rules.allowance_used))}
      ${sum("Losses left", money(rules.losses_left))}
    </dl>
  </div>`;
}

function sum(words: string, figure: string): TemplateResult {
  return html`<div>
    <dt>${words}</dt>
    <dd class="figure">${figure}</dd>
  </div>`;
}
