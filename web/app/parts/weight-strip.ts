import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { BallastDocument } from "../../../wasm/planner/planner.js";
import { roughly, showShare } from "../text/figures.js";
import { colourClass, symbolOf } from "./asset-label.js";

export interface StripPart {
  readonly asset: string | null;
  readonly share: string;
}

/** A name is drawn where it has room: on a wide page, or even on a phone's. Pixels, with a little to spare. */
const WIDE = 900;
const NARROW = 240;
const ROOM_PER_LETTER = 9;
const ROOM_AROUND = 16;

/**
 * The whole as one bar, a part for each asset. Widths are per cent, so the bar fits any page without measuring. The
 * parts' words are in the label; nothing in it needs colour to be told apart, for the same rows stand in a table.
 */
export function weightStrip(
  document: BallastDocument,
  parts: readonly StripPart[],
  label: string,
  height = 36,
): TemplateResult {
  const filled = parts.filter(({ share }) => roughly(share) > 0);
  // Over 100 % the bar is drawn to scale of its own sum, so that nothing falls off its end.
  const scale = Math.max(
    1,
    filled.reduce((sum, { share }) => sum + roughly(share), 0),
  );
  const words = filled.map(({ asset, share }) => `${symbolOf(document, asset)} ${showShare(share)}`).join(", ");
  let at = 0;
  const rects: SVGTemplateResult[] = [];
  for (const { asset, share } of filled) {
    const width = roughly(share) / scale;
    rects.push(part(document, asset, at, width, height));
    at += width;
  }
  return html`<svg
    class="strip"
    width="100%"
    height=${height}
    role="img"
    aria-label="${label}: ${words === "" ? "nothing yet" : words}"
    data-testid="strip"
  >
    <rect class="strip-ground" width="100%" height=${height} rx="6" />
    ${rects}
    ${scale > 1 ? svg`<line class="strip-full" x1="${100 / scale}%" x2="${100 / scale}%" y1="0" y2=${height} />` : ""}
  </svg>`;
}

function part(
  document: BallastDocument,
  asset: string | null,
  at: number,
  width: number,
  height: number,
): SVGTemplateResult {
  const x = `${(at * 100).toFixed(3)}%`;
  const w = `${(width * 100).toFixed(3)}%`;
  const name = symbolOf(document, asset);
  const room = name.length * ROOM_PER_LETTER + ROOM_AROUND;
  const fits = width * NARROW >= room ? "short-fits" : "";
  // A nested svg clips the name at the part's own edge.
  return svg`<svg x=${x} width=${w} height=${height} class=${colourClass(document, asset)}>
    <rect class="strip-part" width="100%" height=${height} rx="4" />
    ${width * WIDE >= room ? svg`<text class="strip-name ${fits}" x="10" y=${height / 2 + 4.5}>${name}</text>` : ""}
  </svg>`;
}
