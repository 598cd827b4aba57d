import { html, nothing, type TemplateResult } from "lit";
import type { BallastDocument, Plan, PlanRequest } from "../../../wasm/planner/planner.js";
import { accountName, symbolOf } from "../parts/asset-lookup.js";
import { currencyOf } from "../parts/currency-of.js";
import { showMoney } from "../text/figures.js";
import { amountShown } from "./plan-modes.js";

/** What is done with money besides the trades, one sentence each. */
export function moveWords(document: BallastDocument, plan: Plan, request: PlanRequest): string[] {
  const money = (account: string, text: string): string => {
    const { code, minor_unit_digits: digits } = currencyOf(plan, account);
    return `${showMoney(text, digits)} ${code}`;
  };
  const name = (account: string): string => accountName(document, account);
  // What was asked for by account needs no saying.
  const wasOpen = (request.cash_flows ?? []).some(({ account }) => account === undefined);
  const flows = wasOpen ? plan.cash_flows : [];
  return [
    ...flows.map(({ account, amount }) =>
      amount.startsWith("-")
        ? `Withdraw ${money(account, amountShown(amount))} from ${name(account)}`
        : `Deposit ${money(account, amount)} into ${name(account)}`,
    ),
    // A switch from one account into another says it already.
    ...(plan.switches === undefined ? plan.transfers : []).map(
      ({ from, to, amount }) => `Move ${money(from, amount)} from ${name(from)} to ${name(to)}`,
    ),
  ];
}

/** Which sale pays for which purchase, as a broker is asked for it. */
export function switchWords(document: BallastDocument, plan: Plan): string[] {
  const place = (account: string, asset: string): string =>
    document.accounts.length < 2
      ? symbolOf(document, asset)
      : `${symbolOf(document, asset)} (${accountName(document, account)})`;
  return (plan.switches ?? []).map(({ from_account: fromAccount, from, to_account: toAccount, to, value }) => {
    const { code, minor_unit_digits: digits } = currencyOf(plan, fromAccount);
    return `Switch ${showMoney(value, digits)} ${code} from ${place(fromAccount, from)} into ${place(toAccount, to)}`;
  });
}

/** What to do besides the trades, and which of them belong together. */
export function movesPanels(
  document: BallastDocument,
  plan: Plan,
  request: PlanRequest,
): TemplateResult | typeof nothing {
  return html`${movesPanel("Money to move", moveWords(document, plan, request), "moves")}
  ${movesPanel("Switches", switchWords(document, plan), "switches")}`;
}

function movesPanel(title: string, words: readonly string[], testId: string): TemplateResult | typeof nothing {
  if (words.length === 0) return nothing;
  return html`<section class="panel" aria-label=${title} data-testid=${testId}>
    <header class="panel-head"><h2>${title}</h2></header>
    <ul class="reasons">
      ${words.map((sentence) => html`<li><bdi>${sentence}</bdi></li>`)}
    </ul>
  </section>`;
}
