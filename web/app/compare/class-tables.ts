import { html, nothing, type TemplateResult } from "lit";
import type { BallastDocument, ClassRow, Summary } from "../../../wasm/planner/planner.js";
import { classCell } from "../analysis/class-cell.js";
import { classColour, findClassification } from "../analysis/class-lookup.js";
import { legend } from "../parts/legend.js";
import { axis, axisEnd, weightTrack } from "../parts/weight-track.js";
import { isZero, showMoney, showPoints, showShare } from "../text/figures.js";
import { bandStatus } from "./band-status.js";
import { isTop, levelsChoice, type Levels } from "./class-levels.js";

/** Class by class, one table for each classification: the same columns as for assets. */
export function classTables(
  document: BallastDocument,
  summary: Summary,
  levels: Levels,
): TemplateResult | typeof nothing {
  const { classifications = [] } = document;
  if (classifications.length === 0) return nothing;
  return html`${classifications.map((classification) => {
    const filled = summary.classes.filter((row) => row.classification === classification.id && isShown(row));
    const rows = filled.filter((row) => levels.all || row.band !== null || isTop(classification, row.class));
    if (rows.length === 0) return nothing;
    const anyBand = rows.some(({ band }) => band !== null);
    const end = axisEnd(rows.flatMap((row) => [row.weight, row.target, row.band?.high ?? "0"]));
    const label = `Weights and targets by ${classification.name}`;
    return html`<section class="panel" aria-label=${label} data-testid="class-table">
      <header class="panel-head">
        <h2><bdi class="clip" title=${classification.name}>${classification.name}</bdi></h2>
        ${levelsChoice(classification, filled, levels)}
        ${legend([["now", "now"], ["target", "target"], ...(anyBand ? ([["band", "band"]] as const) : [])])}
      </header>
      <div class="scroll">
        <table role="table" class="cards" aria-label=${label}>
          <thead>
            <tr role="row">
              <th role="columnheader" scope="col">Class</th>
              <th role="columnheader" scope="col" class="track-cell"><span class="unseen">Chart</span>${axis(end)}</th>
              <th role="columnheader" scope="col" class="end">Now</th>
              <th role="columnheader" scope="col" class="end">Target</th>
              <th role="columnheader" scope="col" class="end">Difference</th>
              ${anyBand ? html`<th role="columnheader" scope="col">Band</th>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => classRow(document, row, { end, anyBand, digits: summary.base_currency.minor_unit_digits }))}
          </tbody>
        </table>
      </div>
    </section>`;
  })}`;
}

/** The catalogue's trees have dozens of classes that nobody holds; those have nothing to say. */
function isShown(row: ClassRow): boolean {
  return row.band !== null || row.outside_band || !(isZero(row.weight) && isZero(row.target));
}

function classRow(
  document: BallastDocument,
  row: ClassRow,
  { end, anyBand, digits }: { end: number; anyBand: boolean; digits: number },
): TemplateResult {
  const classification = findClassification(document.classifications, row.classification);
  const colour = classColour(classification, row.class);
  return html`<tr role="row" data-testid="class-row">
    ${classCell(classification, row.class)}
    <td role="cell" class="track-cell">
      ${weightTrack({ colour, at: row.weight, target: row.target, band: row.band, outside: row.outside_band }, end)}
    </td>
    <td role="cell" class="end figure" data-label="Now">
      ${showShare(row.weight)} <small>${showMoney(row.value, digits)}</small>
    </td>
    <td role="cell" class="end figure" data-label="Target">${showShare(row.target)}</td>
    <td role="cell" class="end figure" data-label="Difference">${showPoints(row.difference)}</td>
    ${anyBand ? html`<td role="cell" class="class-status">${bandStatus(row)}</td>` : nothing}
  </tr>`;
}
