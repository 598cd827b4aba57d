import { html, svg, type TemplateResult } from "lit";
import { roughly } from "../text/figures.js";

export interface TrackFigures {
  readonly colour: string;
  /** Where it is, filled. */
  readonly at: string;
  /** Where it is meant to be. */
  readonly target: string;
  readonly band: { readonly low: string; readonly high: string } | null;
  readonly outside: boolean;
  /** Where it came from, hollow. */
  readonly from?: string;
}

const ticks = [0, 0.25, 0.5, 0.75, 1];

/**
 * One row of the chart: band as a pale bar, target as an upright mark, weight as a dot, and the way between them. All
 * places are per cent of the axis, so nothing is measured; the inner svg moves the middle line to 0. The figures stand
 * beside it in the table's cells.
 */
export function weightTrack({ colour, at, target, band, outside, from }: TrackFigures, end: number): TemplateResult {
  const x = (weight: string) => `${(placeOn(weight, end) * 100).toFixed(3)}%`;
  return html`<svg class="track ${colour}" width="100%" aria-hidden="true">
    ${ticks.map((tick) => svg`<line class="track-grid" x1="${tick * 100}%" x2="${tick * 100}%" y1="0" y2="100%" />`)}
    <svg y="50%" overflow="visible">
      ${band === null ? "" : bandBar(placeOn(band.low, end), placeOn(band.high, end))}
      <line class="track-way ${outside ? "outside" : ""}" x1=${x(target)} x2=${x(at)} y1="0" y2="0" />
      ${
        from === undefined
          ? ""
          : svg`<line class="track-moved" x1=${x(from)} x2=${x(at)} y1="0" y2="0" />
            <circle class="track-from" cx=${x(from)} cy="0" r="4.5" />`
      }
      <line class="track-target" x1=${x(target)} x2=${x(target)} y1="-10" y2="10" />
      <circle class="track-dot" cx=${x(at)} cy="0" r="6.5" />
    </svg>
  </svg>`;
}

function bandBar(low: number, high: number) {
  const width = `${((high - low) * 100).toFixed(3)}%`;
  return svg`<rect class="track-band" x="${(low * 100).toFixed(3)}%" width=${width} y="-7" height="14" rx="4" />`;
}

function placeOn(weight: string, end: number): number {
  return Math.min(1, Math.max(0, roughly(weight) / end));
}

/** The axis ends at a round weight just beyond everything drawn. */
export function axisEnd(weights: Iterable<string>): number {
  let most = 0;
  for (const weight of weights) most = Math.max(most, roughly(weight));
  const end = [0.02, 0.04, 0.08, 0.12, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8].find((one) => most * 1.02 <= one);
  return end ?? 1;
}

export function axis(end: number): TemplateResult {
  return html`<svg class="axis" width="100%" height="16" aria-hidden="true">
    ${ticks.map((tick) => svg`<text x="${tick * 100}%" y="12" text-anchor="middle">${label(end * tick)}</text>`)}
  </svg>`;
}

function label(share: number): string {
  return `${Number((share * 100).toFixed(1))}\u202f%`;
}
