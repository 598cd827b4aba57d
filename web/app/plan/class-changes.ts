import { html, nothing, type TemplateResult } from "lit";
import type { BallastDocument, Plan } from "../../../wasm/planner/planner.js";
import { classCell } from "../analysis/class-cell.js";
import { classColour, findClassification } from "../analysis/class-lookup.js";
import { isTop, levelsChoice, type Levels } from "../compare/class-levels.js";
import { legend } from "../parts/legend.js";
import { axis, axisEnd, weightTrack } from "../parts/weight-track.js";
import { isZero, showShare } from "../text/figures.js";

type ClassChange = Plan["classes"][number];

/** For each classification: where its classes stood, should be and end. */
export function classChanges(document: BallastDocument, plan: Plan, levels: Levels): TemplateResult | typeof nothing {
  const { classifications = [] } = document;
  if (classifications.length === 0 || plan.classes.length === 0) return nothing;
  return html`${classifications.map((classification) => {
    const { id, name } = classification;
    const filled = plan.classes.filter((row) => row.classification === id && isShown(row));
    const rows = filled.filter((row) => levels.all || row.band !== null || isTop(classification, row.class));
    if (rows.length === 0) return nothing;
    const end = axisEnd(rows.flatMap((row) => [row.before, row.after, row.target, row.band?.high ?? "0"]));
    const anyBand = rows.some(({ band }) => band !== null);
    return html`<section class="panel" aria-label="Before and after by ${name}" data-testid="class-changes">
      <header class="panel-head">
        <h2><bdi class="clip" title=${name}>${name}</bdi></h2>
        ${levelsChoice(classification, filled, levels)}
        ${legend([["before", "before"], ["now", "after"], ["target", "target"], ...(anyBand ? ([["band", "band"]] as const) : [])])}
      </header>
      <div class="scroll">
        <table role="table" class="cards" aria-label="Before and after by ${name}">
          <thead>
            <tr role="row">
              <th role="columnheader" scope="col">Class</th>
              <th role="columnheader" scope="col" class="track-cell"><span class="unseen">Chart</span>${axis(end)}</th>
              <th role="columnheader" scope="col" class="end">Before</th>
              <th role="columnheader" scope="col" class="end">After</th>
              <th role="columnheader" scope="col" class="end">Target</th>
              ${anyBand ? html`<th role="columnheader" scope="col">Band</th>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => classRow(document, row, end, anyBand))}
          </tbody>
        </table>
      </div>
    </section>`;
  })}`;
}

function isShown({ before, target, after, band }: ClassChange): boolean {
  return band !== null || [before, target, after].some((weight) => !isZero(weight));
}

function classRow(document: BallastDocument, row: ClassChange, end: number, anyBand: boolean): TemplateResult {
  const classification = findClassification(document.classifications, row.classification);
  const colour = classColour(classification, row.class);
  return html`<tr role="row" data-testid="class-change">
    ${classCell(classification, row.class)}
    <td role="cell" class="track-cell">
      ${weightTrack(
        { colour, at: row.after, from: row.before, target: row.target, band: row.band, outside: row.outside_after },
        end,
      )}
    </td>
    <td role="cell" class="end figure" data-label="Before">${showShare(row.before)}</td>
    <td role="cell" class="end figure" data-label="After"><b>${showShare(row.after)}</b></td>
    <td role="cell" class="end figure" data-label="Target">${showShare(row.target)}</td>
    ${anyBand ? html`<td role="cell" class="class-status">${bandWords(row)}</td>` : nothing}
  </tr>`;
}

function bandWords({ band, outside_before: before, outside_after: after }: ClassChange): TemplateResult {
  if (band === null) return html`<span class="soft">no band</span>`;
  const words = after ? (before ? "still outside" : "outside") : before ? "inside again" : "inside";
  return html`${words} <small class="figure">${showShare(band.low)} – ${showShare(band.high)}</small>`;
}
