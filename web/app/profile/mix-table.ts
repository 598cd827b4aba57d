import { html, type TemplateResult } from "lit";
import { cellInput, problemList, type Cell, type CellSurroundings } from "../parts/cell.js";
import { showShareShort } from "../text/figures.js";
import type { MixState } from "./mix-sum.js";
import { mixColours, mixStrip } from "./profile-result.js";
import { mixNames, mixParts, type Mix, type MixPart } from "./take-mix.js";

/** The mix as bar and table; as fields where it is being changed, with the engine's word on their sum. */
export function mixTable(
  mix: Mix,
  edit: { readonly state: MixState | null; readonly set: (part: MixPart, value: string) => void } | null,
  around: CellSurroundings,
): TemplateResult {
  const cells = mixParts.map((part): Cell => ({
    pointer: `/mix/${part}`,
    label: `Share of ${mixNames[part].toLowerCase()}, per cent`,
    kind: "percent",
    stored: mix[part],
    set: (value) => edit?.set(part, value),
  }));
  return html`${mixStrip(mix)}
    <table aria-label="The mix" data-testid="profile-mix">
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col" class="end">Share</th>
        </tr>
      </thead>
      <tbody>
        ${mixParts.map(
          (part, at) =>
            html`<tr>
              <th scope="row">
                <span class="what"
                  ><span class="swatch ${mixColours[part]}" aria-hidden="true"></span
                  ><span>${mixNames[part]}</span></span
                >
              </th>
              <td class="end figure">
                ${
                  edit === null
                    ? showShareShort(mix[part])
                    : html`<span class="with-unit"
                        >${cellInput(cells[at] as Cell, around)}<span aria-hidden="true">%</span></span
                      >`
                }
              </td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Together</th>
          <td class="end figure" role="status" data-testid="mix-sum">
            ${edit === null ? showShareShort("1") : sumWords(edit.state)}
          </td>
        </tr>
      </tfoot>
    </table>
    ${edit === null ? "" : problemList(cells, around)}`;
}

function sumWords(state: MixState | null): TemplateResult | string {
  if (state === null || state.kind === "wrong") return "–";
  if (state.kind === "whole") return showShareShort("1");
  const off = state.difference.startsWith("-")
    ? `${showShareShort(state.difference.slice(1))} too little`
    : `${showShareShort(state.difference)} too much`;
  return html`${showShareShort(state.sum)} <span class="off">${off}</span>`;
}
