import { html, type TemplateResult } from "lit";
import type { Classification } from "../../../wasm/planner/planner.js";
import { classColour, classDepth, className } from "./class-lookup.js";

/** The first cell of a row about a class: its colour and name, set in by how deep it lies. */
export function classCell(classification: Classification | undefined, id: string | null): TemplateResult {
  const name = className(classification, id);
  return html`<th role="rowheader" scope="row" class="wide">
    <span class="what in${Math.min(4, classDepth(classification, id))}">
      <span class="swatch ${classColour(classification, id)}" aria-hidden="true"></span>
      <span class="asset-words"><bdi class="clip symbol" title=${name}>${name}</bdi></span>
    </span>
  </th>`;
}
