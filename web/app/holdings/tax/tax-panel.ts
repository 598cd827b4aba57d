import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { TaxRules } from "../../../../wasm/planner/planner.js";
import { cellInput, problemList, type Cell } from "../../parts/cell.js";
import { choiceField } from "../../parts/choice-field.js";
import { icon } from "../../parts/icons.js";
import { shortened } from "../../parts/problems.js";
import type { HoldingsContext } from "../holdings-context.js";
import * as edits from "./tax-edits.js";

const orders = [
  ["fifo", "oldest first (FIFO)"],
  ["lifo", "newest first (LIFO)"],
  ["hifo", "highest cost first (HIFO)"],
  ["lowest_tax", "least tax per unit first"],
  ["specified", "in the order listed"],
] as const;

/** Sets of tax rules for the whole portfolio: hidden until asked for, or until the document has some. */
export function taxPanel(context: HoldingsContext): TemplateResult {
  const rules = context.document.tax_rules ?? [];
  return html`<details class="panel terms taxes" ?open=${rules.length > 0} data-testid="taxes">
    <summary>Taxes on gains</summary>
    <div class="terms-body">
      <p class="soft small">
        The rules are yours to enter, and no country’s law is built in. What a plan says of tax is an estimate by them:
        calculated, not advice.
      </p>
      ${rules.map((one, index) => rulesFields(one, index, context))}
      <div class="buttons" role="group" aria-label="Add tax rules">
        ${edits.starts.map(
          (start) =>
            html`<button
              class="button small"
              type="button"
              @click=${() => context.change(`Add “${start.name}”`, (draft) => edits.addRules(draft, start))}
            >
              ${icon("plus", 16)} ${start.name}
            </button>`,
        )}
      </div>
    </div>
  </details>`;
}

function rulesFields(rules: TaxRules, index: number, context: HoldingsContext): TemplateResult {
  const { code } = context.currency;
  const called = shortened(rules.name || "rules without a name", 30);
  const change = (label: string, edit: (rules: TaxRules) => void, cell?: string) =>
    context.change(
      label,
      (draft) => {
        const found = draft.tax_rules?.[index];
        if (found !== undefined) edit(found);
      },
      cell,
    );
  const text = (label: string, field: "name" | "losses_carried" | "allowance"): Cell => {
    const pointer = `/tax_rules/${index}/${field}`;
    return {
      pointer,
      label: `${label} of ${called}`,
      kind: field === "name" ? "text" : "number",
      stored: rules[field] ?? "",
      placeholder: field === "name" ? "" : "0",
      set: (value) => change(`Change tax rules`, (draft) => edits.setRulesText(draft, field, value), pointer),
    };
  };
  const name = text("Name", "name");
  const carried = text("Losses carried", "losses_carried");
  const allowance = text("Allowance", "allowance");
  const rates = rules.periods.map((period, at): Cell => {
    const pointer = `/tax_rules/${index}/periods/${at}/rate`;
    return {
      pointer,
      label: `Rate ${at + 1} of ${called}`,
      kind: "percent",
      stored: period.rate,
      set: (value) =>
        change(
          "Change a rate",
          (draft) => {
            const found = draft.periods[at];
            if (found !== undefined) found.rate = value;
          },
          pointer,
        ),
    };
  });
  const months: Cell[] = rules.periods.map((_, at) => ({
    pointer: `/tax_rules/${index}/periods/${at}/after_months`,
    label: `Months of period ${at + 1}`,
    kind: "text",
    stored: "",
    set: () => undefined,
  }));
  return html`<fieldset class="tax-rules" data-testid="tax-rules">
    <legend>${called}</legend>
    <div class="term-fields">
      <label class="field"><span>Name</span>${cellInput(name, context)}</label>
      ${choiceField("Which lots go first", `Which lots of ${called} go first`, orders, rules.lots ?? "fifo", (order) =>
        change("Change which lots go first", (draft) => edits.setOrder(draft, order)),
      )}
      <label class="field"><span>Losses carried, ${code}</span>${cellInput(carried, context)}</label>
      <label class="field"><span>Allowance, ${code}</span>${cellInput(allowance, context)}</label>
      <label class="field"
        ><span>Wash-sale days</span
        >${wholeInput(`Wash-sale days of ${called}`, rules.wash_sale_days ?? 0, `/tax_rules/${index}/wash_sale_days`, (days) => change("Change the wash-sale days", (draft) => edits.setWashSaleDays(draft, days)))}</label
      >
    </div>
    ${rates.map(
      (rate, at) =>
        html`<div class="term-fields">
          ${
            at === 0
              ? html`<p class="field first-period">From the day bought</p>`
              : html`<label class="field"
                  ><span>Held for more than, months</span>${wholeInput(
                    `Months of period ${at + 1} of ${called}`,
                    rules.periods[at]?.after_months ?? 0,
                    `/tax_rules/${index}/periods/${at}/after_months`,
                    (count) =>
                      change("Change a period", (draft) => {
                        const found = draft.periods[at];
                        if (found !== undefined) found.after_months = count;
                      }),
                  )}</label
                >`
          }
          <label class="field"><span>Rate, % of the gain</span>${cellInput(rate, context)}</label>
          ${
            at === 0
              ? nothing
              : html`<button
                  class="button quiet icon small"
                  type="button"
                  aria-label="Remove period ${at + 1} of ${called}"
                  @click=${() => change("Remove a period", (draft) => void draft.periods.splice(at, 1))}
                >
                  ${icon("remove")}
                </button>`
          }
        </div>`,
    )}
    ${problemList([name, carried, allowance, ...months, ...rates], context)}
    <div class="buttons">
      <button class="button small" type="button" @click=${() => change("Add a period", edits.addPeriod)}>
        ${icon("plus", 16)} Another period
      </button>
      <button
        class="button quiet small"
        type="button"
        @click=${() => context.change(`Remove ${called}`, (draft) => edits.removeRules(draft, rules.id))}
      >
        ${icon("remove", 16)} Remove ${called}
      </button>
    </div>
  </fieldset>`;
}

function wholeInput(label: string, value: number, pointer: string, set: (value: number) => void): TemplateResult {
  return html`<input
    class="input number"
    type="number"
    min="0"
    step="1"
    aria-label=${label}
    data-pointer=${pointer}
    .value=${live(String(value))}
    @change=${(event: Event) => {
      const { valueAsNumber } = event.target as HTMLInputElement;
      if (Number.isInteger(valueAsNumber)) set(valueAsNumber);
    }}
  />`;
}
