import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { BallastDocument } from "../../../wasm/planner/planner.js";
import { roughly, showShare } from "../text/figures.js";
import { colourClass, symbolOf } from "./asset-lookup.js";

export interface StripPart {
  readonly asset: string | null;
  readonly share: string;
}

/** A name is drawn where it has room: on a wide page, or even on a phone's. Pixels, with a little to spare. */
const WIDE = 900;
const NARROW = 240;
const ROOM_PER_LETTER = 9;
const ROOM_AROUND = 16;

/** Narrower parts than this are drawn together: stripes of a pixel or two tell nothing apart. */
const NARROWEST = 0.006;
/** More than this is not read out; the same rows stand in a table. */
const MOST_WORDS = 12;

interface Drawn {
  readonly colour: string;
  readonly name: string;
  width: number;
}

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
  // Over 100 % the bar is drawn to the scale of its own sum, so that nothing falls off its end.
  const sum = filled.reduce((total, { share }) => total + roughly(share), 0);
  const scale = Math.max(1, sum);
  const rects: SVGTemplateResult[] = [];
  let at = 0;
  for (const part of joinNarrow(document, filled, scale)) {
    rects.push(partOf(part, at, height));
    at += part.width;
  }
  return html`<svg
    class="strip"
    width="100%"
    height=${height}
    role="img"
    aria-label="${label}: ${words(document, filled)}"
    data-testid="strip"
  >
    <rect class="strip-ground" width="100%" height=${height} rx="6" />
    ${rects}
    ${
      scale > 1.000001
        ? svg`<line class="strip-full" x1="${100 / scale}%" x2="${100 / scale}%" y1="0" y2=${height} />`
        : ""
    }
  </svg>`;
}

function joinNarrow(document: BallastDocument, parts: readonly StripPart[], scale: number): Drawn[] {
  const drawn: Drawn[] = [];
  let joined: Drawn | undefined;
  for (const { asset, share } of parts) {
    const width = roughly(share) / scale;
    if (width >= NARROWEST) {
      joined = undefined;
      drawn.push({ colour: colourClass(document, asset), name: symbolOf(document, asset), width });
    } else if (joined === undefined) {
      joined = { colour: "aothers", name: "others", width };
      drawn.push(joined);
    } else joined.width += width;
  }
  return drawn;
}

function words(document: BallastDocument, parts: readonly StripPart[]): string {
  if (parts.length === 0) return "nothing yet";
  const said = parts.slice(0, MOST_WORDS).map(({ asset, share }) => `${symbolOf(document, asset)} ${showShare(share)}`);
  return said.join(", ") + (parts.length > MOST_WORDS ? ` and ${parts.length - MOST_WORDS} more` : "");
}

function partOf({ colour, name, width }: Drawn, at: number, height: number): SVGTemplateResult {
  const x = `${(at * 100).toFixed(3)}%`;
  const w = `${(width * 100).toFixed(3)}%`;
  const room = name.length * ROOM_PER_LETTER + ROOM_AROUND;
  const fits = width * NARROW >= room ? "short-fits" : "";
  // A nested svg clips the name at the part's own edge.
  return svg`<svg x=${x} width=${w} height=${height} class=${colour}>
    <rect class="strip-part" width="100%" height=${height} rx="4" />
    ${width * WIDE >= room ? svg`<text class="strip-name ${fits}" x="10" y=${height / 2 + 4.5}>${name}</text>` : ""}
  </svg>`;
}
