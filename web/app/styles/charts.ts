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
  .strip-full {
    stroke: var(--bad);
    stroke-width: 3;
    stroke-dasharray: 4 3;
  }
  .strip-name {
    fill: var(--asset-label);
    font-size: var(--text-s);
    font-weight: 600;
  }
  .acash .strip-name {
    fill: var(--surface);
  }
  .aothers .strip-name {
    fill: var(--ink);
  }
  .track,
  .axis {
    overflow: visible;
  }
  .track {
    display: block;
    height: 3.375rem;
  }
  .track-line {
    stroke: var(--line);
    stroke-width: 1;
  }
  .track-grid {
    stroke: var(--line-soft);
    stroke-width: 1;
    shape-rendering: crispEdges;
  }
  td.track-cell,
  th.track-cell {
    width: 44%;
    padding-inline: var(--space-6);
  }
  td.track-cell {
    padding-block: 0;
  }
  @media (max-width: 64rem) {
    td.track-cell,
    th.track-cell {
      width: 30%;
    }
  }
  @media (max-width: 48rem) {
    .track {
      height: 1.75rem;
    }
    .track-grid {
      display: none;
    }
    .strip-name:not(.short-fits) {
      display: none;
    }
    .cards td.track-cell {
      grid-column: 1 / -1;
      order: -1;
      width: auto;
      padding: 0 0.5rem;
      background: linear-gradient(var(--line), var(--line)) center / calc(100% - 1rem) 1px no-repeat;
    }
    .cards th.wide {
      order: -2;
    }
    .cards tr:has(.track-cell) {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
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
