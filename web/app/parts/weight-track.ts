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

const HEIGHT = 30;
const MIDDLE = HEIGHT / 2;

/**
 * One row of the chart: band as a pale bar, target as an upright mark, weight as a dot, and the way between them. All
 * places are per cent of the axis, so nothing is measured. The figures stand beside it in the table's cells.
 */
export function weightTrack({ colour, at, target, band, outside, from }: TrackFigures, end: number): TemplateResult {
  const x = (weight: string) => `${Math.min(100, Math.max(0, (roughly(weight) / end) * 100)).toFixed(3)}%`;
  const width = (low: string, high: string) =>
    `${Math.max(0, ((roughly(high) - roughly(low)) / end) * 100).toFixed(3)}%`;
  return html`<svg class="track ${colour}" width="100%" height=${HEIGHT} aria-hidden="true">
    <line class="track-line" x1="0" x2="100%" y1=${MIDDLE} y2=${MIDDLE} />
    ${
      band === null
        ? ""
        : svg`<rect class="track-band" x=${x(band.low)} width=${width(band.low, band.high)} y=${MIDDLE - 7} height="14" rx="4" />`
    }
    <line class="track-way ${outside ? "outside" : ""}" x1=${x(target)} x2=${x(at)} y1=${MIDDLE} y2=${MIDDLE} />
    ${
      from === undefined
        ? ""
        : svg`<line class="track-moved" x1=${x(from)} x2=${x(at)} y1=${MIDDLE} y2=${MIDDLE} />
            <circle class="track-from" cx=${x(from)} cy=${MIDDLE} r="4.5" />`
    }
    <line class="track-target" x1=${x(target)} x2=${x(target)} y1=${MIDDLE - 10} y2=${MIDDLE + 10} />
    <circle class="track-dot" cx=${x(at)} cy=${MIDDLE} r="6" />
  </svg>`;
}

/** The axis ends at a round weight just beyond everything drawn. */
export function axisEnd(weights: Iterable<string>): number {
  let most = 0;
  for (const weight of weights) most = Math.max(most, roughly(weight));
  const step = most <= 0.1 ? 0.02 : most <= 0.3 ? 0.05 : most <= 0.6 ? 0.1 : 0.2;
  return Math.max(0.02, Math.min(1, Math.ceil((most * 1.03) / step) * step));
}

export function axis(end: number): TemplateResult {
  const count = 4;
  const ticks = Array.from({ length: count + 1 }, (_, index) => index / count);
  return html`<svg class="axis" width="100%" height="16" aria-hidden="true">
    ${ticks.map(
      (tick) =>
        svg`<text x="${tick * 100}%" y="12" text-anchor=${tick === 0 ? "start" : tick === 1 ? "end" : "middle"}>${label(end * tick)}</text>`,
    )}
  </svg>`;
}

function label(share: number): string {
  return `${Number((share * 100).toFixed(1))}\u202f%`;
}
