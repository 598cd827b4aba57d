import { html, nothing, type TemplateResult } from "lit";
import type { Account, Holding, Lot } from "../../../../wasm/planner/planner.js";
import { symbolOf } from "../../parts/asset-lookup.js";
import { cellInput, problemList, type Cell } from "../../parts/cell.js";
import { choiceField } from "../../parts/choice-field.js";
import { icon } from "../../parts/icons.js";
import { shortened } from "../../parts/problems.js";
import type { HoldingsContext } from "../holdings-context.js";
import * as edits from "./tax-edits.js";

/** When parts of the holdings were bought and what they cost, and by which rules gains are taxed here. */
export function lotsPanel(
  account: Account,
  index: number,
  called: string,
  context: HoldingsContext,
): TemplateResult | typeof nothing {
  const rules = context.document.tax_rules ?? [];
  const anyLots = account.holdings.some(({ lots }) => lots !== undefined);
  if (account.holdings.length === 0) return nothing;
  return html`<details class="terms" ?open=${anyLots} data-testid="lots">
    <summary>Lots and tax of ${called}</summary>
    <div class="terms-body">
      ${
        rules.length === 0
          ? nothing
          : choiceField(
              "Gains here are taxed by",
              `Tax rules of ${called}`,
              [["", "not taxed"], ...rules.map(({ id, name }) => [id, name || id] as const)],
              account.tax_rules ?? "",
              (id) =>
                context.change(`Choose the tax rules of ${called}`, (draft) => {
                  const found = draft.accounts[index];
                  if (found !== undefined) edits.chooseRules(found, id);
                }),
            )
      }
      ${account.holdings.map((holding, place) => holdingLots(holding, index, place, context))}
    </div>
  </details>`;
}

function holdingLots(holding: Holding, account: number, place: number, context: HoldingsContext): TemplateResult {
  const called = shortened(symbolOf(context.document, holding.asset) || "row without a symbol", 30);
  const path = `/accounts/${account}/holdings/${place}/lots`;
  const lots = holding.lots ?? [];
  const change = (label: string, edit: (holding: Holding) => void, cell?: string) =>
    context.change(
      label,
      (draft) => {
        const found = draft.accounts[account]?.holdings[place];
        if (found !== undefined) edit(found);
      },
      cell,
    );
  const cell = (at: number, field: keyof Lot, label: string, kind: Cell["kind"], placeholder = ""): Cell => ({
    pointer: `${path}/${at}/${field}`,
    label: `${label} ${at + 1} of ${called}`,
    kind,
    stored: lots[at]?.[field] ?? "",
    placeholder,
    set: (value) =>
      change(`Change a lot of ${called}`, (draft) => edits.setLot(draft, at, field, value), `${path}/${at}/${field}`),
  });
  const rows = lots.map((_, at) => [
    cell(at, "acquired", "Day of lot", "text", "2024-01-31"),
    cell(at, "quantity", "Quantity of lot", "number"),
    cell(at, "unit_cost", "Unit cost of lot", "number"),
    cell(at, "id", "Id of lot", "text", "optional"),
  ]);
  const heads = ["Day bought", "Quantity", `Unit cost, ${context.currency.code}`, "Id"];
  const whole: Cell = { pointer: path, label: `Lots of ${called}`, kind: "number", stored: "", set: () => undefined };
  return html`<div
    class="holding-lots"
    role="group"
    aria-label="Lots of ${called}"
    @paste=${(event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const pointer = (event.target as HTMLElement).dataset["pointer"] ?? "";
      if (!/[\t\n]/u.test(text.trim()) || !pointer.endsWith("/acquired")) return;
      event.preventDefault();
      const from = Number(pointer.split("/").at(-2));
      change("Paste lots", (draft) => edits.pasteLots(draft, from, text));
    }}
  >
    ${rows.map(
      (cells, at) =>
        html`<div class="term-fields">
          ${cells.map((one, column) => html`<label class="field"><span>${heads[column]}</span>${cellInput(one, context)}</label>`)}
          <button
            class="button quiet icon small"
            type="button"
            aria-label="Remove lot ${at + 1} of ${called}"
            @click=${() => change(`Remove a lot of ${called}`, (draft) => edits.removeLot(draft, at))}
          >
            ${icon("remove")}
          </button>
        </div>`,
    )}
    ${problemList([...rows.flat(), whole], context)}
    <button class="button small" type="button" @click=${() => change(`Add a lot of ${called}`, edits.addLot)}>
      ${icon("plus", 16)} Add a lot of ${called}
    </button>
  </div>`;
}
