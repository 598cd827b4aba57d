import { html, nothing, type TemplateResult } from "lit";
import type { BallastDocument, Plan, Trade } from "../../../wasm/planner/planner.js";
import { accountName, colourClass, findAsset, symbolOf } from "../parts/asset-lookup.js";
import { currencyOf, hasSeveral } from "../parts/currency-of.js";
import { icon } from "../parts/icons.js";
import { sentence } from "../parts/sentence.js";
import { isZero, showExact, showMoney, showPrice } from "../text/figures.js";
import { flowsChart } from "./flows-chart.js";
import { ledger } from "./ledger.js";
import { saleLots } from "./sale-lots.js";

export interface DoneTrades {
  has(trade: Trade): boolean;
  toggle(trade: Trade): void;
}

/** What to do, account by account, each with the sum that shows where its cash goes. */
export function tradeTables(
  document: BallastDocument,
  plan: Plan,
  done: DoneTrades,
  exportAccount: (account: string) => void,
): TemplateResult {
  const busy = plan.accounts.filter(
    (account) =>
      plan.trades.some((trade) => trade.account === account.account) ||
      [account.deposits, account.withdrawals, account.received, account.sent].some((amount) => !isZero(amount)),
  );
  const idle = plan.accounts.filter((account) => !busy.includes(account));
  return html`${busy.map((account) => {
    const trades = plan.trades.filter((trade) => trade.account === account.account);
    const name = accountName(document, account.account);
    return html`<section class="panel trades" aria-label="Trades in ${name}" data-testid="plan-account">
      <header class="panel-head">
        <h2><bdi class="clip" title=${name}>${name}</bdi></h2>
        <p class="soft small">${countTrades(trades)}</p>
        ${
          trades.length === 0 || plan.accounts.length < 2
            ? nothing
            : html`<button
                class="button small no-print"
                type="button"
                aria-label="Trades in ${name} as CSV"
                @click=${() => exportAccount(account.account)}
              >
                ${icon("download", 16)} CSV
              </button>`
        }
      </header>
      <div class="trades-body">
        ${
          trades.length === 0
            ? html`<p class="soft none">No trades here.</p>`
            : tradeTable(document, plan, account.account, trades, name, done)
        }
        ${ledger(account, currencyOf(plan, account.account), `Cash of ${name}`)}
      </div>
      ${flowsChart(document, account, trades, currencyOf(plan, account.account), name)}
    </section>`;
  })}
  ${
    idle.length === 0 || busy.length === 0
      ? nothing
      : html`<p class="soft small">
          Nothing happens in
          ${idle.map(({ account }, index) => html`${index === 0 ? "" : ", "}<bdi>${accountName(document, account)}</bdi>`)}.
        </p>`
  }`;
}

function tradeTable(
  document: BallastDocument,
  plan: Plan,
  account: string,
  trades: readonly Trade[],
  name: string,
  done: DoneTrades,
): TemplateResult {
  const { code, minor_unit_digits: digits } = currencyOf(plan, account);
  return html`<table role="table" class="cards" aria-label="Trades in ${name}">
    <thead>
      <tr role="row">
        <th role="columnheader" scope="col"><span class="unseen">Done</span></th>
        <th role="columnheader" scope="col">Trade</th>
        <th role="columnheader" scope="col" class="end">Quantity</th>
        <th role="columnheader" scope="col" class="end">Price</th>
        <th role="columnheader" scope="col" class="end">Value, ${code}</th>
        <th role="columnheader" scope="col" class="end">Fee</th>
      </tr>
    </thead>
    <tbody>
      ${trades.map(
        (trade) =>
          html`<tr role="row" class=${done.has(trade) ? "done" : ""} data-testid="trade-row" data-side=${trade.side}>
              <td role="cell" class="done-cell">
                <input
                  type="checkbox"
                  aria-label="Done: ${trade.side} ${symbolOf(document, trade.asset)} in ${name}"
                  .checked=${done.has(trade)}
                  @change=${() => done.toggle(trade)}
                />
              </td>
              <th role="rowheader" scope="row" class="trade-cell">
                <span class="line">
                  <span class="side ${trade.side}">${trade.side === "sell" ? "Sell" : "Buy"}</span>
                  <span class="swatch ${colourClass(document, trade.asset)}" aria-hidden="true"></span>
                  <bdi class="clip" title=${symbolOf(document, trade.asset)}>${symbolOf(document, trade.asset)}</bdi>
                  <bdi class="clip name">${findAsset(document, trade.asset)?.name ?? ""}</bdi>
                </span>
                <small class="reason">${sentence(trade.reason.text)}</small>
              </th>
              <td role="cell" class="end quantity" data-label="Quantity">${showExact(trade.quantity)}</td>
              <td role="cell" class="end figure" data-label="Price">${showPrice(trade.price, digits)}</td>
              <td role="cell" class="end figure" data-label="Value, ${code}">
                <b>${showMoney(trade.value, digits)}</b>
              </td>
              <td role="cell" class="end figure" data-label="Fee">${showMoney(trade.fee, digits)}</td>
            </tr>
            ${lotsRow(trade, plan, symbolOf(document, trade.asset))}`,
      )}
    </tbody>
  </table>`;
}

function lotsRow(trade: Trade, plan: Plan, name: string): TemplateResult | typeof nothing {
  if (trade.lots === undefined && trade.without_lot === undefined) return nothing;
  return html`<tr role="row" class="lots-row">
    <td role="cell" colspan="6" aria-colspan="6">${saleLots(trade, plan.base_currency, name, hasSeveral(plan))}</td>
  </tr>`;
}

export function countTrades(trades: readonly Trade[]): string {
  const sells = trades.filter(({ side }) => side === "sell").length;
  const buys = trades.length - sells;
  const words = [
    ...(sells === 0 ? [] : [sells === 1 ? "1 sell" : `${sells} sells`]),
    ...(buys === 0 ? [] : [buys === 1 ? "1 buy" : `${buys} buys`]),
  ];
  return words.join(", ") || "no trades";
}
