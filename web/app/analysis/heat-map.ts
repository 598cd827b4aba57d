import { html, type TemplateResult } from "lit";
import type { Composition, Classification } from "../../../wasm/planner/planner.js";
import { isZero, roughly, showShare } from "../text/figures.js";
import { className } from "./class-lookup.js";

type CrossTable = Composition["cross_tables"][number];

const STEPS = 6;

export interface HeatMapSides {
  readonly rows: Classification | undefined;
  readonly columns: Classification | undefined;
  /** The weights of the classes by id, for the edges. */
  readonly rowWeights: ReadonlyMap<string | null, string>;
  readonly columnWeights: ReadonlyMap<string | null, string>;
}

/**
 * Two classifications crossed: a table whose cells are darker the more lies in both. The figure stands in each cell;
 * classes of which there is nothing are left out.
 */
export function heatMap(table: CrossTable, sides: HeatMapSides, label: string): TemplateResult {
  const most = Math.max(0, ...table.cells.flat().map(roughly));
  // The catalogue's classifications have dozens of classes that nobody holds.
  const rows = table.row_classes
    .map((id, at) => ({ id, at }))
    .filter(({ at }) => (table.cells[at] ?? []).some(isFilled));
  const columns = table.column_classes
    .map((id, at) => ({ id, at }))
    .filter(({ at }) => table.cells.some((row) => isFilled(row[at] ?? "0")));
  if (rows.length === 0) return html`<p class="soft">There is nothing in it.</p>`;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${label}>
    <table class="heat" aria-label=${label} data-testid="heat-map">
      <thead>
        <tr>
          <th scope="col"><span class="unseen">Class</span></th>
          ${columns.map(({ id }) => html`<th scope="col" class="end"><bdi>${className(sides.columns, id)}</bdi></th>`)}
          <th scope="col" class="end edge">All</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ id, at: row }) =>
            html`<tr>
              <th scope="row"><bdi>${className(sides.rows, id)}</bdi></th>
              ${columns.map(({ at }) => cellOf(table.cells[row]?.[at] ?? "0", most))}
              <td class="end figure edge">${edge(sides.rowWeights, id)}</td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All</th>
          ${columns.map(({ id }) => html`<td class="end figure">${edge(sides.columnWeights, id)}</td>`)}
          <td class="end edge"></td>
        </tr>
      </tfoot>
    </table>
  </div>`;
}

/** Nothing is a dash: a page of "0.0 %" hides where something is. */
function cellOf(cell: string, most: number): TemplateResult {
  const shown = isFilled(cell) ? showShare(cell) : html`<span aria-label="nothing" role="img">–</span>`;
  return html`<td class="end figure heat${heatStep(cell, most)}">${shown}</td>`;
}

function isFilled(cell: string): boolean {
  return !isZero(cell);
}

/** 0: nothing; then in even steps up to the heaviest cell. */
export function heatStep(cell: string, most: number): number {
  const share = roughly(cell);
  return share <= 0 || most <= 0 ? 0 : Math.min(STEPS, Math.max(1, Math.ceil((share / most) * STEPS)));
}

function edge(weights: ReadonlyMap<string | null, string>, id: string | null): string {
  const weight = weights.get(id);
  return weight === undefined ? "" : showShare(weight);
}
