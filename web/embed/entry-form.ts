import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { BallastDocument, Classification } from "../../wasm/planner/planner.js";
import { className } from "../app/analysis/class-lookup.js";
import { placedClasses } from "../shared/classification/class-tree.js";
import { filledRows, MOST_ROWS, type Entries, type Row, type RowText } from "./entries.js";
import { fieldKey, type PlacedProblems } from "./place-problems.js";

export interface FormContext {
  readonly entries: Entries;
  readonly needed: ReadonlySet<RowText>;
  readonly problems: PlacedProblems;
  readonly currencies: readonly string[];
  /** What the entries make so far, for their classes; null until the catalogue is there. */
  readonly document: BallastDocument | null;
  readonly change: (change: Partial<Entries>) => void;
  readonly changeRow: (row: Row, change: Partial<Row>) => void;
  readonly addRow: () => void;
  readonly removeRow: (row: Row) => void;
}

const LABELS: Record<RowText, string> = {
  symbol: "Asset",
  value: "Value",
  quantity: "Quantity",
  price: "Price",
  cap: "Market cap",
  volatility: "Volatility, %",
};

/** Not a form to be sent: a sandboxed frame has none, and nothing is sent anyway. */
export function entryForm(context: FormContext): TemplateResult {
  const { entries, change } = context;
  const numbers: RowText[] = entries.way === "values" ? ["value"] : ["quantity", "price"];
  const fields: RowText[] = ["symbol", ...numbers, ...context.needed];
  return html`<fieldset class="ways">
      <legend>What you hold, by</legend>
      ${(["values", "quantities"] as const).map(
        (way) =>
          html`<label
            ><input type="radio" name="way" .checked=${live(entries.way === way)} @change=${() => change({ way })} />
            ${way === "values" ? "value" : "quantity and price"}</label
          >`,
      )}
    </fieldset>
    <ul class="rows" aria-label="Assets">
      ${entries.rows.map((row, at) => rowItem(context, row, at, fields))}
    </ul>
    <button type="button" class="button" ?disabled=${entries.rows.length >= MOST_ROWS} @click=${context.addRow}>
      Add an asset
    </button>
    <div class="fields">
      ${textField(context, "cash", "Cash", entries.cash, (cash) => change({ cash }))}
      ${textField(context, "newMoney", "New money", entries.newMoney, (newMoney) => change({ newMoney }))}
      <label class="field"
        ><span>Currency</span
        ><select
          class="input"
          @change=${(event: Event) => change({ currency: (event.target as HTMLSelectElement).value })}
        >
          ${context.currencies.map(
            (code) => html`<option value=${code} ?selected=${code === entries.currency}>${code}</option>`,
          )}
        </select></label
      >
      <label class="field"
        ><span>Trades</span
        ><select
          class="input"
          @change=${(event: Event) =>
            change({ directions: (event.target as HTMLSelectElement).value as Entries["directions"] })}
        >
          <option value="both" ?selected=${entries.directions === "both"}>Buy and sell</option>
          <option value="buy_only" ?selected=${entries.directions === "buy_only"}>Only buy</option>
        </select></label
      >
    </div>`;
}

function rowItem(context: FormContext, row: Row, at: number, fields: readonly RowText[]): TemplateResult {
  const called = row.symbol.trim() === "" ? `row ${String(at + 1)}` : row.symbol.trim();
  return html`<li class="row" data-testid="row">
    ${fields.map((field) => {
      const set = (typed: string) => context.changeRow(row, { [field]: typed });
      const isFixed = field === "symbol" && row.id !== null;
      return textField(context, fieldKey(row, field), LABELS[field], row[field], set, ` of ${called}`, isFixed);
    })}
    ${classFields(context, row)}
    ${
      row.id === null
        ? html`<button
            type="button"
            class="button remove"
            aria-label="Remove ${called}"
            @click=${() => context.removeRow(row)}
          >
            <span aria-hidden="true">×</span>
          </button>`
        : nothing
    }
  </li>`;
}

/** What the catalogue does not know of an asset a visitor can say. */
function classFields(context: FormContext, row: Row): TemplateResult[] {
  const asset = context.document?.assets[filledRows(context.entries).indexOf(row)];
  if (asset === undefined || row.symbol.trim() === "") return [];
  return (context.document?.classifications ?? []).flatMap((classification) => {
    if (classification.kind === "market_cap") return [];
    const known = (classification.members ?? []).filter((one) => one.asset === asset.id);
    const byHand = row.classes[classification.id] ?? "";
    if (known.length > 0 && byHand === "") {
      const names = known.map((one) => className(classification, one.class)).join(", ");
      return [html`<p class="class soft small">${classification.name}: <bdi>${names}</bdi></p>`];
    }
    return [classChoice(context, row, classification, byHand)];
  });
}

function classChoice(context: FormContext, row: Row, classification: Classification, chosen: string): TemplateResult {
  const { id, name } = classification;
  const choose = (event: Event) =>
    context.changeRow(row, { classes: { ...row.classes, [id]: (event.target as HTMLSelectElement).value } });
  return html`<label class="field class"
    ><span>${name}</span
    ><select class="input" aria-label="${name} of ${row.symbol}" @change=${choose}>
      <option value="">Not known</option>
      ${placedClasses(classification).map(
        ({ class: one, depth }) =>
          html`<option value=${one.id} ?selected=${one.id === chosen}>${"\u2003".repeat(depth)}${one.name}</option>`,
      )}
    </select></label
  >`;
}

function textField(
  { problems }: FormContext,
  key: string,
  label: string,
  text: string,
  set: (typed: string) => void,
  more = "",
  isFixed = false,
): TemplateResult {
  const problem = problems.fields.get(key);
  const id = `f-${key.replace("/", "-")}`;
  return html`<div class="field">
    <label for=${id}>${label}<span class="unseen">${more}</span></label>
    <input
      class="input"
      id=${id}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      maxlength="100"
      inputmode=${key.endsWith("symbol") ? "text" : "decimal"}
      ?readonly=${isFixed}
      aria-invalid=${problem === undefined ? "false" : "true"}
      aria-describedby=${problem === undefined ? nothing : `${id}-problem`}
      .value=${live(text)}
      @input=${(event: Event) => set((event.target as HTMLInputElement).value)}
    />
    ${problem === undefined ? nothing : html`<p class="problem" id="${id}-problem">${problem}</p>`}
  </div>`;
}
