import { html, type TemplateResult } from "lit";
import type { WeightRow } from "../../../wasm/planner/planner.js";
import { showPoints, showShare } from "../text/figures.js";

/** Whether a weight is inside its band, and by how much it is not: of an asset or a class. */
export function bandStatus({ band, outside_by: by }: Pick<WeightRow, "band" | "outside_by">): TemplateResult {
  if (band === null) return html`<span class="soft">no band</span>`;
  const range = html`<small class="figure">${showShare(band.low)} – ${showShare(band.high)}</small>`;
  if (by === null) return html`inside ${range}`;
  const side = by.startsWith("-") ? "below" : "above";
  return html`<span class="off figure">${showPoints(by, "unsigned")} ${side}</span> ${range}`;
}
