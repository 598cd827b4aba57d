import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { TaxRules } from "../../../../wasm/planner/planner.js";
import { cellInput, cellProblems, problemId, problemList, type Cell } from "../../parts/cell.js";
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
  // Whole numbers, so no text of theirs is stored: these are for what is wrong with them.
  const whole = (field: string, label: string): Cell => ({
    pointer: `/tax_rules/${index}/${field}`,
    label: `${label} of ${called}`,
    kind: "text",
    stored: "",
    set: () => undefined,
  });
  const days = whole("wash_sale_days", "Wash-sale days");
  const months = rules.periods.map((_, at) => whole(`periods/${at}/after_months`, `Months of period ${at + 1}`));
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
        >${wholeInput(days, rules.wash_sale_days ?? 0, context, (count) => change("Change the wash-sale days", (draft) => edits.setWashSaleDays(draft, count)))}</label
      >
      <label class="check"
        ><input
          type="checkbox"
          .checked=${live(rules.switches_are_untaxed === true)}
          @change=${(event: Event) => {
            const { checked } = event.target as HTMLInputElement;
            change("Change whether switches are taxed", (draft) => edits.setSwitchesUntaxed(draft, checked));
          }}
        />
        Switches between funds are not taxed</label
      >
    </div>
    ${rates.map((rate, at) => {
      const month = months[at];
      return html`<div class="term-fields">
        ${
          at === 0 || month === undefined
            ? html`<p class="field first-period">From the day bought</p>`
            : html`<label class="field"
                ><span>Held for more than, months</span>${wholeInput(
                  month,
                  rules.periods[at]?.after_months ?? 0,
                  context,
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
      </div>`;
    })}
    ${problemList([name, carried, allowance, days, ...months, ...rates], context)}
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

function wholeInput(cell: Cell, value: number, context: HoldingsContext, set: (value: number) => void): TemplateResult {
  const wrong = cellProblems(cell, context).length > 0;
  return html`<input
    class="input number"
    type="number"
    min="0"
    step="1"
    aria-label=${cell.label}
    aria-invalid=${wrong ? "true" : "false"}
    aria-describedby=${wrong ? problemId(cell.pointer) : nothing}
    data-pointer=${cell.pointer}
    .value=${live(String(value))}
    @change=${(event: Event) => {
      const { valueAsNumber } = event.target as HTMLInputElement;
      if (Number.isInteger(valueAsNumber)) set(valueAsNumber);
    }}
  />`;
}
