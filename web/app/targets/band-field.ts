import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Band } from "../../../wasm/planner/planner.js";
import { cellInput, problemList, type Cell, type CellSurroundings } from "../parts/cell.js";
import { bandOf } from "./edits.js";

export const bandNames: Record<Band["kind"], string> = {
  none: "No band",
  absolute: "± points",
  relative: "± % of target",
  five_twenty_five: "5/25 rule",
};

export interface BandFieldOptions {
  /** What it is the band of: "BTC", "all assets". */
  readonly called: string;
  readonly band: Band | undefined;
  /** Where the band stands in the document. */
  readonly pointer: string;
  /** The words for "no band of its own"; left out where that is not a choice. */
  readonly inherit?: string;
  readonly set: (band: Band | undefined, cell?: string) => void;
}

/** The kind of a band and, where it has one, its width. */
export function bandField(options: BandFieldOptions, around: CellSurroundings): TemplateResult {
  const { called, band, pointer, inherit, set } = options;
  const kind = band?.kind ?? (inherit === undefined ? "none" : "inherit");
  const width = widthCell(options);
  return html`<div class="band-field">
    <select
      class="input"
      aria-label="Band of ${called}"
      .value=${live(kind)}
      data-pointer="${pointer}/kind"
      @change=${(event: Event) => {
        const chosen = (event.target as HTMLSelectElement).value;
        set(chosen === "inherit" ? undefined : bandOf(chosen as Band["kind"]));
      }}
    >
      ${inherit === undefined ? nothing : html`<option value="inherit" ?selected=${kind === "inherit"}>${inherit}</option>`}
      ${Object.entries(bandNames).map(
        ([value, name]) => html`<option value=${value} ?selected=${value === kind}>${name}</option>`,
      )}
    </select>
    ${
      width === undefined
        ? nothing
        : html`<span class="with-unit"
              >${cellInput(width, around)}<span aria-hidden="true"
                >${band?.kind === "absolute" ? "pp" : "%"}</span
              ></span
            >
            ${problemList([width], around, false)}`
    }
  </div>`;
}

function widthCell({ band, pointer, called, set }: BandFieldOptions): Cell | undefined {
  if (band === undefined || !("width" in band)) return undefined;
  const place = `${pointer}/width`;
  return {
    pointer: place,
    label: `Width of the band of ${called}, ${band.kind === "absolute" ? "percentage points" : "per cent of the target"}`,
    kind: "percent",
    stored: band.width,
    set: (value) => set({ ...band, width: value }, place),
  };
}
