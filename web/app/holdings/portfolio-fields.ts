import { html, nothing, type TemplateResult } from "lit";
import type { Description } from "../../../wasm/planner/planner.js";
import { cellInput, problemList, type Cell } from "../parts/cell.js";
import { currencyFields } from "./currency-fields.js";
import type { HoldingsContext } from "./holdings-context.js";

/** The portfolio's title and the currency that everything is counted in. */
export function portfolioFields(context: HoldingsContext, description: Description | null): TemplateResult {
  const { document } = context;
  const currency = currencyFields(context, description);
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
  const problems = problemList([title, ...currency.cells], context);
  return html`<div class="portfolio">
    <label class="field name"><span>Title</span>${cellInput(title, context)}</label>
    ${currency.fields} ${problems === nothing ? nothing : html`<div class="foot-problems">${problems}</div>`}
  </div>`;
}
