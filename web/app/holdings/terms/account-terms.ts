import { html, nothing, type TemplateResult } from "lit";
import type { Account, FeeSchedule } from "../../../../wasm/planner/planner.js";
import { cellInput, problemList, type Cell } from "../../parts/cell.js";
import { codeIn } from "../../parts/currency-of.js";
import { icon } from "../../parts/icons.js";
import type { HoldingsContext } from "../holdings-context.js";
import { setConversionCost } from "../currencies/currency-edits.js";
import * as edits from "./term-edits.js";

interface Place {
  readonly account: Account;
  readonly index: number;
  readonly called: string;
}

type Tier = NonNullable<FeeSchedule["tiers"]>[number];

/**
 * What the venue asks of every trade: the least and the most a trade costs, other fees for larger trades. What is wrong
 * stands below the buttons, so that none moves away under the pointer that leaves a field.
 */
export function accountTerms(place: Place, context: HoldingsContext): TemplateResult {
  const { account, index } = place;
  const code = codeIn(context.document, account);
  const tiers = account.fees?.tiers ?? [];
  const least = accountCell(place, context, "Least fee", "fees/minimum", account.fees?.minimum, (draft, value) =>
    edits.setFee(draft, "minimum", value),
  );
  const most = accountCell(place, context, "Most fee", "fees/maximum", account.fees?.maximum, (draft, value) =>
    edits.setFee(draft, "maximum", value),
  );
  const trade = accountCell(
    place,
    context,
    "Least trade",
    "minimum_trade_value",
    account.minimum_trade_value,
    edits.setLeastTrade,
  );
  const conversion =
    context.document.currencies === undefined
      ? undefined
      : accountCell(
          place,
          context,
          "Cost of changing money",
          "conversion_cost",
          account.conversion_cost,
          setConversionCost,
          "percent",
        );
  return html`<div class="term-fields">
      <label class="field"><span>Least fee per trade, ${code}</span>${cellInput(least, context)}</label>
      <label class="field"><span>Most fee per trade, ${code}</span>${cellInput(most, context)}</label>
      <label class="field"><span>Least value of a trade, ${code}</span>${cellInput(trade, context)}</label>
      ${
        conversion === undefined
          ? nothing
          : html`<label class="field"><span>Changing money costs, %</span>${cellInput(conversion, context)}</label>`
      }
    </div>
    ${tiers.map((_, at) => tierRow(at, tierCells(at, place, context), place, context))}
    <button
      class="button small"
      type="button"
      @click=${() =>
        context.change(`Add a tier of fees of ${place.called}`, (draft) => {
          const found = draft.accounts[index];
          if (found !== undefined) edits.addTier(found);
        })}
    >
      ${icon("plus", 16)} Other fees from a value on
    </button>
    ${problemList([least, most, trade, ...(conversion === undefined ? [] : [conversion]), ...tiers.flatMap((_, at) => tierCells(at, place, context))], context)}`;
}

type TierCells = [from: Cell, proportional: Cell, fixed: Cell];

function tierCells(at: number, place: Place, context: HoldingsContext): TierCells {
  const tier: Partial<Tier> = place.account.fees?.tiers?.[at] ?? {};
  const cell = (label: string, field: keyof Tier, kind: Cell["kind"] = "number") =>
    accountCell(
      place,
      context,
      `${label} of tier ${at + 1}`,
      `fees/tiers/${at}/${field}`,
      tier[field],
      (draft, value) => edits.setTier(draft, at, field, value),
      kind,
      field === "from" ? "" : "0",
    );
  return [cell("Start", "from"), cell("Percentage fee", "proportional", "percent"), cell("Fixed fee", "fixed")];
}

function tierRow(
  at: number,
  [from, proportional, fixed]: TierCells,
  place: Place,
  context: HoldingsContext,
): TemplateResult {
  const code = codeIn(context.document, place.account);
  return html`<div class="term-fields tier">
    <label class="field"><span>Trades from, ${code}</span>${cellInput(from, context)}</label>
    <label class="field"><span>Fee, % of the trade</span>${cellInput(proportional, context)}</label>
    <label class="field"><span>Fee per trade, ${code}</span>${cellInput(fixed, context)}</label>
    <button
      class="button quiet icon small"
      type="button"
      aria-label="Remove tier ${at + 1} of ${place.called}"
      title="Remove this tier"
      @click=${() =>
        context.change(`Remove a tier of fees of ${place.called}`, (draft) => {
          const found = draft.accounts[place.index];
          if (found !== undefined) edits.removeTier(found, at);
        })}
    >
      ${icon("remove")}
    </button>
  </div>`;
}

function accountCell(
  { index, called }: Place,
  context: HoldingsContext,
  label: string,
  field: string,
  stored: string | undefined,
  set: (draft: Account, value: string) => void,
  kind: Cell["kind"] = "number",
  placeholder = field === "fees/maximum" ? "none" : "0",
): Cell {
  const pointer = `/accounts/${index}/${field}`;
  return {
    pointer,
    label: `${label} of ${called}`,
    kind,
    stored: stored ?? "",
    placeholder,
    set: (value) =>
      context.change(
        `Change ${label.toLowerCase()} of ${called}`,
        (draft) => {
          const found = draft.accounts[index];
          if (found !== undefined) set(found, value);
        },
        pointer,
      ),
  };
}
