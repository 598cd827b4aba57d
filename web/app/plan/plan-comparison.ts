import { html, nothing, type TemplateResult } from "lit";
import type { BallastDocument, Plan, Trade } from "../../../wasm/planner/planner.js";
import type { KeptPlan } from "../state/app-state.js";
import type { Workspace } from "../../shared/storage/types.js";
import { accountName, symbolOf } from "../parts/asset-lookup.js";
import { currencyOf, hasSeveral } from "../parts/currency-of.js";
import { icon } from "../parts/icons.js";
import { showExact, showMoney, showShare } from "../text/figures.js";
import { requestWords } from "./request-words.js";

export interface ComparisonActions {
  keep(): void;
  drop(): void;
  /** Asks for the kept plan again. */
  useKept(): void;
}

type Row = readonly [label: string, kept: string, now: string];

/** A plan that was kept beside the one that is shown. All figures are the engine's; none is taken from another here. */
export function planComparison(
  kept: KeptPlan | null,
  shown: { readonly workspace: Workspace; readonly plan: Plan },
  actions: ComparisonActions,
): TemplateResult | typeof nothing {
  if (kept === null) {
    if (shown.plan.trades.length === 0) return nothing;
    return html`<p class="no-print">
      <button class="button small" type="button" data-testid="keep-plan" @click=${() => actions.keep()}>
        ${icon("copy", 16)} Keep this plan to compare
      </button>
    </p>`;
  }
  const isSame = kept.plan === shown.plan;
  return html`<section class="panel comparison" aria-label="Two plans compared" data-testid="comparison">
    <header class="panel-head">
      <h2>${isSame ? "Kept to compare" : "Kept plan and this one"}</h2>
      <div class="buttons no-print" role="group" aria-label="The kept plan">
        ${
          isSame
            ? nothing
            : html`<button class="button small" type="button" @click=${() => actions.keep()}>
                  Keep this one instead
                </button>
                ${
                  asked(kept) === asked(shown)
                    ? nothing
                    : html`<button class="button small" type="button" @click=${() => actions.useKept()}>
                        Ask for the kept one
                      </button>`
                }`
        }
        <button class="button quiet small" type="button" @click=${() => actions.drop()}>Drop it</button>
      </div>
    </header>
    <div role="status">
      ${
        isSame
          ? html`<p class="words">
              Change what to plan, the targets or the holdings, and both plans stand here side by side.
            </p>`
          : kept.workspace.document === shown.workspace.document
            ? nothing
            : html`<p class="words">
                Holdings, prices, targets or the accounts in view were others when the kept plan was calculated: the two
                do not start from the same place.
              </p>`
      }
    </div>
    ${isSame ? nothing : table("What they come to", comparedFigures(kept, shown))}
    ${isSame ? nothing : tradesTable(comparedTrades(kept, shown))}
  </section>`;
}

/** What was asked where that differs, then what each comes to. */
export function comparedFigures(kept: KeptPlan, shown: KeptPlan): Row[] {
  const before = requestWords(kept.workspace.document, kept.workspace.request, kept.plan);
  const now = requestWords(shown.workspace.document, shown.workspace.request, shown.plan);
  const labels = [...new Set([...before.keys(), ...now.keys()])];
  const differing = labels
    .map((label): Row => [label, before.get(label) ?? "–", now.get(label) ?? "–"])
    .filter(([, one, other]) => one !== other);
  const figures = figuresOf(shown.plan);
  const keptFigures = figuresOf(kept.plan);
  return [
    ...differing,
    ...[...figures.keys()]
      .filter((label) => figures.get(label) !== undefined || keptFigures.get(label) !== undefined)
      .map((label): Row => [label, keptFigures.get(label) ?? "–", figures.get(label) ?? "–"]),
  ];
}

function figuresOf({
  totals,
  drift,
  trades,
  realised,
  base_currency: currency,
}: Plan): Map<string, string | undefined> {
  const money = (text: string): string => showMoney(text, currency.minor_unit_digits);
  return new Map<string, string | undefined>([
    ["In the wrong place before", showShare(drift.before.misplaced_share)],
    ["In the wrong place after", showShare(drift.after.misplaced_share)],
    ["Trades", String(trades.length)],
    [`Sold, ${currency.code}`, money(totals.sells)],
    [`Bought, ${currency.code}`, money(totals.buys)],
    [`Fees, ${currency.code}`, money(totals.fees)],
    [`Gains, ${currency.code}`, realised === undefined ? undefined : money(realised.gains)],
    [`Losses, ${currency.code}`, realised === undefined ? undefined : money(realised.losses)],
    [`Tax, estimated, ${currency.code}`, realised === undefined ? undefined : money(realised.tax)],
    [`Cash after, ${currency.code}`, money(totals.cash_after)],
  ]);
}

/** Those that are not the same in both: of what and where, in each plan. */
export function comparedTrades(kept: KeptPlan, shown: KeptPlan): Row[] {
  const keyOf = ({ account, asset, side }: Trade): string => JSON.stringify([account, asset, side]);
  const before = new Map(kept.plan.trades.map((trade) => [keyOf(trade), trade]));
  const now = new Map(shown.plan.trades.map((trade) => [keyOf(trade), trade]));
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((key): Row[] => {
    const one = before.get(key);
    const other = now.get(key);
    const trade = other ?? one;
    if (trade === undefined || (one?.quantity === other?.quantity && one?.value === other?.value)) return [];
    const { document } = (other === undefined ? kept : shown).workspace;
    return [[tradeName(document, trade), amountOf(one, kept.plan), amountOf(other, shown.plan)]];
  });
}

function tradeName(document: BallastDocument, { side, asset, account }: Trade): string {
  const what = `${side === "sell" ? "Sell" : "Buy"} ${symbolOf(document, asset)}`;
  return document.accounts.length < 2 ? what : `${what}, ${accountName(document, account)}`;
}

function amountOf(trade: Trade | undefined, plan: Plan): string {
  if (trade === undefined) return "–";
  const { code, minor_unit_digits: digits } = currencyOf(plan, trade.account);
  return `${showExact(trade.quantity)} for ${showMoney(trade.value, digits)}${hasSeveral(plan) ? ` ${code}` : ""}`;
}

function asked({ workspace }: { readonly workspace: Workspace }): string {
  return JSON.stringify(workspace.request);
}

function tradesTable(rows: readonly Row[]): TemplateResult {
  if (rows.length === 0) return html`<p class="words soft small">Their trades are the same.</p>`;
  return table("Trades that differ", rows);
}

function table(label: string, rows: readonly Row[]): TemplateResult {
  return html`<table role="table" aria-label=${label}>
    <thead>
      <tr role="row">
        <th role="columnheader" scope="col">${label}</th>
        <th role="columnheader" scope="col" class="end">Kept</th>
        <th role="columnheader" scope="col" class="end">This one</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([words, kept, now]) =>
          html`<tr role="row" class=${kept === now ? "" : "differs"}>
            <th role="rowheader" scope="row"><bdi>${words}</bdi></th>
            <td role="cell" class="end figure">${kept}</td>
            <td role="cell" class="end figure">${now}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
