import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Description } from "../../../wasm/planner/planner.js";
import { currencyCode } from "../parts/asset-lookup.js";
import { cellInput, problemList, type Cell } from "../parts/cell.js";
import type { HoldingsContext } from "./holdings-context.js";

/** The portfolio's title and the currency that everything is counted in. */
export function portfolioFields(context: HoldingsContext, description: Description | null): TemplateResult {
  const { document } = context;
  const code = currencyCode(document);
  const known = description?.currencies.map((currency) => currency.code) ?? [];
  const codes = known.includes(code) ? known : [code, ...known];
  const title: Cell = {
    pointer: "/title",
    label: "Title of the portfolio",
    kind: "text",
    stored: document.title ?? "",
    placeholder: "Portfolio",
    set: (value) =>
      context.change(
        "Change the title",
        (draft) => {
          if (value === "") delete draft.title;
          else draft.title = value;
        },
        "/title",
      ),
  };
  const problems = problemList([title], context);
  return html`<div class="portfolio">
    <label class="field"><span>Title</span>${cellInput(title, context)}</label>
    <label class="field"
      ><span>Counted in</span>
      <select
        class="input"
        aria-label="Base currency"
        .value=${live(code)}
        data-pointer="/base_currency"
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          // A currency the engine does not list keeps its own digits as long as it stays chosen.
          context.change("Change the currency", (draft) => {
            if (value !== currencyCode(draft)) draft.base_currency = value;
          });
          context.say("Prices and cash stay as they are: nothing is converted.", true);
        }}
      >
        ${codes.map((one) => html`<option value=${one} ?selected=${one === code}>${one}</option>`)}
      </select></label
    >
    ${problems === nothing ? nothing : html`<div class="foot-problems">${problems}</div>`}
  </div>`;
}
