import { html, nothing, type TemplateResult } from "lit";
import type { Problem } from "../../../wasm/planner/planner.js";
import { icon } from "./icons.js";
import { sentence } from "./sentence.js";

/** Places that have a field of their own, where their problems are shown. */
const onHoldings = [
  /^\/title$/,
  /^\/assets\/\d+\/(?:symbol|name|price|quantity_step)$/,
  /^\/accounts\/\d+\/(?:name|cash|fees\/proportional|fees\/fixed)$/,
  /^\/accounts\/\d+\/holdings\/\d+\/(?:quantity|locked_quantity)$/,
];
const onTargets = [
  /^\/policy\/targets$/,
  /^\/policy\/targets\/\d+\/(?:weight|band\/width)$/,
  /^\/policy\/(?:cash_weight|band\/width|cash_band\/width)$/,
];

/** What no field can show: a rule between several of them, or a field that the page does not have. */
export function unplacedProblems(problems: readonly Problem[], screen: "holdings" | "targets"): readonly Problem[] {
  return problems.filter(({ pointer }) => {
    if (pointer.startsWith("/policy") !== (screen === "targets")) return false;
    return !(screen === "targets" ? onTargets : onHoldings).some((place) => place.test(pointer));
  });
}

export function unplacedNote(
  problems: readonly Problem[],
  screen: "holdings" | "targets",
): TemplateResult | typeof nothing {
  const unplaced = unplacedProblems(problems, screen);
  if (unplaced.length === 0) return nothing;
  return html`<div class="note warn" role="status" data-testid="unplaced-problems">
    ${icon("warn")}
    <div>${unplaced.slice(0, 12).map(({ message }) => html`<p>${sentence(message)}</p>`)}</div>
  </div>`;
}
