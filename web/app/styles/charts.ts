import { css } from "lit";

export const charts = css`
  .strip {
    display: block;
    overflow: hidden;
    border-radius: 6px;
  }
  .strip-ground {
    fill: var(--sunken);
  }
  .strip-part {
    fill: var(--swatch);
    stroke: var(--surface);
    stroke-width: 2px;
  }
  .strip-name {
    fill: var(--asset-label);
    font-size: var(--text-s);
    font-weight: 600;
  }
  .acash .strip-name {
    fill: var(--surface);
  }
  .track,
  .axis {
    overflow: visible;
  }
  .track-line {
    stroke: var(--line);
    stroke-width: 1;
  }
  .track-band {
    fill: var(--band);
  }
  .track-way {
    stroke: var(--ink-faint);
    stroke-width: 2;
  }
  .track-way.outside {
    stroke: var(--accent);
    stroke-width: 3;
  }
  .track-moved {
    stroke: var(--swatch);
    stroke-width: 2;
    stroke-dasharray: 2 3;
  }
  .track-from {
    fill: var(--surface);
    stroke: var(--swatch);
    stroke-width: 2;
  }
  .track-target {
    stroke: var(--ink);
    stroke-width: 2.5;
    stroke-linecap: round;
  }
  .track-dot {
    fill: var(--swatch);
    stroke: var(--surface);
    stroke-width: 2;
  }
  .axis text {
    fill: var(--ink-soft);
    font-size: var(--text-xs);
    font-weight: 400;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-5);
    color: var(--ink-soft);
    font-size: var(--text-s);
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
  }
  .strips {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--space-2) var(--space-4);
    align-items: center;
  }
  .strips dt {
    font-size: var(--text-s);
    color: var(--ink-soft);
  }
`;
