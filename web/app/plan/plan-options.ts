import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { BallastDocument, PlanRequest } from "../../../wasm/planner/planner.js";
import { accountName } from "../parts/asset-lookup.js";
import { cellInput, problemList, type Cell, type CellSurroundings } from "../parts/cell.js";
import { choiceField } from "../parts/choice-field.js";
import {
  budgetCell,
  gainsChoiceOf,
  gainsChoices,
  hasTaxedAccounts,
  hasTaxedLots,
  mostTradesCell,
  setGainsChoice,
  setLossesTaken,
} from "./plan-limits.js";
import { flowCurrency, mayBeAnywhere, movableGroups } from "./flow-currency.js";
import { amountShown, costsDecide, flowAmount, modeOf, setMode, type PlanMode } from "./plan-modes.js";
import { ANYWHERE } from "./request-words.js";

export interface OptionsContext extends CellSurroundings {
  readonly document: BallastDocument;
  readonly request: PlanRequest;
  readonly currency: string;
  change(label: string, edit: (request: PlanRequest) => void, cell?: string): void;
}

const modes: readonly (readonly [PlanMode, string, string])[] = [
  ["full", "Rebalance", "Buy and sell until every weight is as near its target as can be."],
  ["deposit", "Invest a deposit", "New money goes to what is furthest below target."],
  ["withdrawal", "Raise a withdrawal", "Cash is raised from what is furthest above target."],
  ["bands", "Only outside bands", "Trade only what has left its band."],
];

const destinations = [
  ["target", "to the target"],
  ["half_way", "half-way"],
  ["band_edge", "to the band’s edge"],
] as const;

const goals = [
  ["to_target", "nearest to the targets"],
  ["fewest_trades", "as few as possible"],
  ["least_cost", "with low costs"],
  ["least_tax", "with low tax and costs"],
] as const;

/** What kind of plan it shall be. */
export function planOptions(context: OptionsContext): TemplateResult {
  const { request } = context;
  const mode = modeOf(request);
  const flow = amountCell(mode, context);
  const minimum: Cell = {
    pointer: "/minimum_trade_value",
    label: "Leave out trades below",
    kind: "number",
    stored: request.minimum_trade_value ?? "",
    placeholder: "0",
    set: (value) =>
      context.change(
        "Change the minimum trade",
        (draft) => {
          if (value === "") delete draft.minimum_trade_value;
          else draft.minimum_trade_value = value;
        },
        "/minimum_trade_value",
      ),
  };
  const most = mostTradesCell(context);
  const budget = hasTaxedAccounts(context.document) ? budgetCell(context) : undefined;
  return html`<section class="panel options no-print" aria-label="What to plan">
    <fieldset class="modes">
      <legend class="unseen">What to plan</legend>
      ${modes.map(
        ([value, name, words]) =>
          html`<label class="mode ${mode === value ? "chosen" : ""}">
            <input
              type="radio"
              name="mode"
              value=${value}
              .checked=${live(mode === value)}
              @change=${() =>
                context.change(`Choose “${name}”`, (draft) =>
                  setMode(draft, value, context.document.accounts[0]?.id ?? ""),
                )}
            />
            <span><b>${name}</b><small>${words}</small></span>
          </label>`,
      )}
    </fieldset>
    <div class="details">
      ${flow === undefined ? nothing : flowFields(mode, flow, context)}
      ${mode === "bands" ? [costsDecide(request) ? nothing : destinationField(context), goalField(context)] : nothing}
      ${mode === "full" || mode === "bands" ? switchesField(context) : nothing} ${transfersFields(context)}
      <label class="field"
        ><span>Leave out trades below, ${context.currency}</span>${cellInput(minimum, context)}</label
      >
      <label class="field"><span>At most so many trades</span>${cellInput(most, context)}</label>
      ${hasTaxedAccounts(context.document) ? gainsField(context) : nothing}
      ${
        budget === undefined
          ? nothing
          : html`<label class="field"
              ><span>Most taxed gains, ${context.currency}</span>${cellInput(budget, context)}</label
            >`
      }
      ${lossesField(context)}
      ${problemList(
        [flow, minimum, most, budget].filter((cell) => cell !== undefined),
        context,
      )}
    </div>
  </section>`;
}

function amountCell(mode: PlanMode, context: OptionsContext): Cell | undefined {
  const [flow] = context.request.cash_flows ?? [];
  if (flow === undefined || (mode !== "deposit" && mode !== "withdrawal")) return undefined;
  const pointer = "/cash_flows/0/amount";
  return {
    pointer,
    label: mode === "deposit" ? "Amount to deposit" : "Amount to withdraw",
    kind: "number",
    stored: amountShown(flow.amount),
    placeholder: "0.00",
    set: (value) =>
      context.change(
        "Change the amount",
        (draft) => {
          const first = draft.cash_flows?.[0];
          if (first !== undefined) first.amount = flowAmount(value, mode);
        },
        pointer,
      ),
  };
}

function flowFields(mode: PlanMode, amount: Cell, context: OptionsContext): TemplateResult {
  const { document, request } = context;
  const [flow] = request.cash_flows ?? [];
  return html`<label class="field"
      ><span
        >${mode === "deposit" ? "Amount to deposit" : "Amount to withdraw"}, ${flowCurrency(document, request)}</span
      >${cellInput(amount, context)}</label
    >
    ${
      document.accounts.length < 2
        ? nothing
        : html`<label class="field"
            ><span>${mode === "deposit" ? "Into" : "From"}</span>
            <select
              class="input"
              aria-label=${mode === "deposit" ? "Account for the deposit" : "Account for the withdrawal"}
              .value=${live(flow?.account ?? "")}
              @change=${(event: Event) => {
                const { value } = event.target as HTMLSelectElement;
                context.change("Choose the account", (draft) => {
                  const first = draft.cash_flows?.[0];
                  if (first === undefined) return;
                  if (value === "") delete first.account;
                  else first.account = value;
                });
              }}
            >
              ${document.accounts.map(
                ({ id }) =>
                  html`<option value=${id} ?selected=${id === flow?.account}>${accountName(document, id)}</option>`,
              )}
              ${
                flow?.account !== undefined && !mayBeAnywhere(document, request)
                  ? nothing
                  : html`<option value="" ?selected=${flow?.account === undefined}>${ANYWHERE}</option>`
              }
            </select></label
          >`
    }
    ${checkField(
      mode === "deposit" ? "Sell too, to come closer to the targets" : "Buy too, to come closer to the targets",
      (request.directions ?? "both") === "both",
      (on) =>
        context.change("Change what may be traded", (draft) => {
          draft.directions = on ? "both" : mode === "deposit" ? "buy_only" : "sell_only";
        }),
    )}`;
}

function switchesField(context: OptionsContext): TemplateResult {
  return checkField(
    "Only switch one into another: cash stays as it is",
    context.request.directions === "switch_only",
    (on) =>
      context.change("Change what may be traded", (draft) => {
        draft.directions = on ? "switch_only" : "both";
      }),
  );
}

/** One for each currency that several accounts have: money is not changed on its way. */
function transfersFields(context: OptionsContext): TemplateResult[] {
  const { document, request } = context;
  const several = document.accounts.some(({ currency }) => currency !== undefined);
  return movableGroups(document).map(({ code, accounts }) =>
    checkField(
      several ? `Money may move between accounts in ${code}` : "Money may move between accounts",
      accounts.some((id) => request.transfers_between?.includes(id) === true),
      (on) =>
        context.change("Change whether money may move", (draft) => {
          if (on) draft.transfers_between = accounts;
          else delete draft.transfers_between;
        }),
    ),
  );
}

function lossesField(context: OptionsContext): TemplateResult | typeof nothing {
  const { document, request } = context;
  const taken = request.harvest_losses === true;
  // What has been chosen stays to be seen.
  if (!taken && !hasTaxedLots(document)) return nothing;
  return checkField(
    html`<span
      >Take losses<small class="soft"
        >Sells what saves more tax by its loss than the sale costs, and does not buy it back with this plan.</small
      ></span
    >`,
    taken,
    (on) => context.change("Change whether losses are taken", (draft) => setLossesTaken(draft, on)),
  );
}

function checkField(words: string | TemplateResult, checked: boolean, set: (on: boolean) => void): TemplateResult {
  return html`<label class="check"
    ><input
      type="checkbox"
      .checked=${live(checked)}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
    />
    ${words}</label
  >`;
}

function destinationField(context: OptionsContext): TemplateResult {
  return choiceField("How far", "How far to trade", destinations, context.request.destination ?? "target", (value) =>
    context.change("Change how far to trade", (draft) => {
      draft.destination = value;
    }),
  );
}

function goalField(context: OptionsContext): TemplateResult {
  const goal = context.request.goal ?? "to_target";
  // What has been chosen stays to be seen.
  const taxed = goal === "least_tax" || hasTaxedAccounts(context.document);
  const offered = goals.filter(([value]) => taxed || value !== "least_tax");
  return choiceField("Which trades", "Which trades to make", offered, goal, (value) =>
    context.change("Change which trades", (draft) => {
      draft.goal = value;
    }),
  );
}

function gainsField(context: OptionsContext): TemplateResult {
  return choiceField("Gains", "Which gains may be realised", gainsChoices, gainsChoiceOf(context.request), (value) =>
    context.change("Change which gains may be realised", (draft) => setGainsChoice(draft, value)),
  );
}
