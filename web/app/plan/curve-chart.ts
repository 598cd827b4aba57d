import { html, svg, type TemplateResult } from "lit";
import type { CurvePoint } from "../../../wasm/planner/planner.js";
import { roughly, showShare } from "../text/figures.js";

/** More than this is not read out; the same figures stand in the table. */
const MOST_WORDS = 12;
/** Per cent of the drawing, left free for the figures beside the axes and for the last point's circle. */
const FRAME = { left: 11, right: 97, top: 8, bottom: 82 };
const MOST_TICKS = 10;

/**
 * What is left in the wrong place, over the number of trades. Places are per cent of the drawing, so nothing is measured;
 * the line alone is stretched, the circles and figures are not.
 */
export function curveChart(points: readonly CurvePoint[]): TemplateResult {
  const places = placed(points);
  const every = Math.ceil(points.length / MOST_TICKS);
  const worst = points.reduce((most, point) => Math.max(most, roughly(point.misplaced_share)), 0);
  const top = points.find((point) => roughly(point.misplaced_share) === worst);
  return html`<svg
    class="curve"
    width="100%"
    role="img"
    aria-label="In the wrong place by number of trades: ${words(points)}"
  >
    <line class="curve-axis" x1="${FRAME.left}%" x2="${FRAME.right}%" y1="${FRAME.bottom}%" y2="${FRAME.bottom}%" />
    <text class="curve-tick" x="${FRAME.left - 2}%" y="${FRAME.bottom}%" text-anchor="end" dy="0.3em">0</text>
    <text class="curve-tick" x="${FRAME.left - 2}%" y="${FRAME.top}%" text-anchor="end" dy="0.3em">
      ${top === undefined ? "" : showShare(top.misplaced_share, 0)}
    </text>
    <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible">
      <polyline class="curve-line" points=${places.map(({ x, y }) => `${x},${y}`).join(" ")} />
    </svg>
    ${places.map(
      ({ x, y, trades }, at) =>
        svg`<circle class="curve-point" cx="${x}%" cy="${y}%" r="4" />${
          (places.length - 1 - at) % every === 0
            ? svg`<text class="curve-tick" x="${x}%" y="96%" text-anchor="middle">${trades}</text>`
            : ""
        }`,
    )}
  </svg>`;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly trades: number;
}

export function placed(points: readonly CurvePoint[]): Place[] {
  const most = Math.max(1, ...points.map(({ trades }) => trades));
  const least = Math.min(most - 1, ...points.map(({ trades }) => trades));
  const worst = Math.max(Number.MIN_VALUE, ...points.map((point) => roughly(point.misplaced_share)));
  return points.map((point) => ({
    x: FRAME.left + ((FRAME.right - FRAME.left) * (point.trades - least)) / (most - least),
    y: FRAME.bottom - ((FRAME.bottom - FRAME.top) * roughly(point.misplaced_share)) / worst,
    trades: point.trades,
  }));
}

function words(points: readonly CurvePoint[]): string {
  const said = points.slice(0, MOST_WORDS).map((point) => `${point.trades}: ${showShare(point.misplaced_share)}`);
  return said.join(", ") + (points.length > MOST_WORDS ? ", and so on" : "");
}
