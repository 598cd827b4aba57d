import { html, nothing, type TemplateResult } from "lit";
import type { CurvePoint, Plan } from "../../../wasm/planner/planner.js";
import { showMoney, showShare } from "../text/figures.js";

export interface TradeLimit {
  readonly most: number | undefined;
  use(trades: number): void;
}

/** The figures of the chart, each row with the way to the plan that it stands for. */
export function curveTable(
  points: readonly CurvePoint[],
  { code, minor_unit_digits: digits }: Plan["base_currency"],
  taxed: boolean,
  limit: TradeLimit,
): TemplateResult {
  return html`<table role="table" class="cards" aria-label="What each trade buys">
    <thead>
      <tr role="row">
        <th role="columnheader" scope="col">Trades</th>
        <th role="columnheader" scope="col" class="end">In the wrong place</th>
        <th role="columnheader" scope="col" class="end">Costs, ${code}</th>
        ${taxed ? html`<th role="columnheader" scope="col" class="end">Tax, ${code}</th>` : nothing}
        <th role="columnheader" scope="col" class="end">Turnover, ${code}</th>
        <th role="columnheader" scope="col" class="no-print"><span class="unseen">Use</span></th>
      </tr>
    </thead>
    <tbody>
      ${points.map(
        (point) =>
          html`<tr role="row" data-testid="curve-row">
            <th role="rowheader" scope="row" class="wide">
              ${point.trades === 1 ? "1 trade" : `${point.trades} trades`}
            </th>
            <td role="cell" class="end figure" data-label="In the wrong place">${showShare(point.misplaced_share)}</td>
            <td role="cell" class="end figure" data-label="Costs, ${code}">${showMoney(point.costs, digits)}</td>
            ${
              taxed
                ? html`<td role="cell" class="end figure" data-label="Tax, ${code}">
                    ${showMoney(point.tax, digits)}
                  </td>`
                : nothing
            }
            <td role="cell" class="end figure" data-label="Turnover, ${code}">${showMoney(point.turnover, digits)}</td>
            <td role="cell" class="end no-print">
              <button
                class="button small"
                type="button"
                aria-label="Use at most ${point.trades} trades"
                aria-pressed=${limit.most === point.trades ? "true" : "false"}
                @click=${() => limit.use(point.trades)}
              >
                Use
              </button>
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
