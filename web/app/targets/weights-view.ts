import { html, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import type { BallastDocument } from "../../../wasm/planner/planner.js";
import { walkCells } from "../holdings/cell-keys.js";
import { weightStrip, type StripPart } from "../parts/weight-strip.js";
import type { Figures } from "../state/app-state.js";
import { isDecimal, showShare, showShareShort } from "../text/figures.js";
import { targetRow, targetRowInputs, type TargetContext } from "./target-row.js";

/** Targets as weights: their sum, and a row for each asset and for cash. */
export function weightsView(context: TargetContext): TemplateResult {
  const { document } = context;
  return html`<section class="panel" aria-label="Target weights">
    <table role="table" class="cards" aria-label="Target weights" @keydown=${walk}>
      <thead>
        <tr role="row">
          <th role="columnheader" scope="col">Asset</th>
          <th role="columnheader" scope="col" class="end">Now</th>
          <th role="columnheader" scope="col">Target</th>
          <th role="columnheader" scope="col">Band</th>
          <th role="columnheader" scope="col" class="end">Holds between</th>
        </tr>
      </thead>
      <tbody>
        ${document.assets.map(({ id }, place) =>
          guard(targetRowInputs(id, context), () => targetRow(id, place, context)),
        )}
        ${targetRow(null, document.assets.length, context)}
      </tbody>
    </table>
  </section>`;
}

/** The sum is the engine's: with cash as the rest it is 100 %, or the engine says by how much it is not. */
export function weightsSum(
  document: BallastDocument,
  { targets, cash_weight: cashWeight }: TargetContext["policy"],
  { summary, problems }: Figures,
): TemplateResult {
  const wrong = problems.find(({ code }) => code === "policy/targets_sum");
  const cash = summary?.weights.find(({ asset }) => asset === null)?.target;
  const parts: StripPart[] = targets
    .filter(({ weight }) => isDecimal(weight) && !weight.startsWith("-"))
    .map(({ asset, weight }) => ({ asset, share: weight }));
  const inOrder = document.assets.flatMap(({ id }) => parts.filter(({ asset }) => asset === id));
  const cashShare = cash ?? cashWeight;
  if (cashShare !== undefined && isDecimal(cashShare)) inOrder.push({ asset: null, share: cashShare });
  return html`<section class="panel sum" aria-label="Sum of the targets">
    <p class="sum-line ${wrong === undefined ? "" : "over"}" role="status" data-testid="target-sum">
      ${
        wrong !== undefined
          ? html`<b>${showShareShort(wrong.parameters["sum"] ?? "")}</b>
              <span>${offBy(wrong.parameters["difference"] ?? "")}</span>`
          : cash === undefined
            ? html`<b>–</b> <span class="soft">The sum is calculated once every entry is a number.</span>`
            : html`<b>${showShare("1", 0)}</b>
                <span class="soft"
                  >${cash === "0" ? "All of it in assets, nothing kept in cash." : html`of which cash keeps ${showShareShort(cash)}`}</span
                >`
      }
    </p>
    ${weightStrip(document, inOrder, "Targets", 28)}
  </section>`;
}

function walk(event: KeyboardEvent): void {
  if (event.key === "Enter") walkCells(event);
}

function offBy(difference: string): string {
  return difference.startsWith("-")
    ? `${showShareShort(difference.slice(1))} too little: raise a target, or let cash be the rest`
    : `${showShareShort(difference)} too much: lower a target`;
}
