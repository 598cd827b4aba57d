import { css } from "lit";

export const curveStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  .words {
    padding: var(--space-4) var(--space-5) 0;
  }
  .curve {
    display: block;
    height: 11rem;
    max-width: 44rem;
    padding: var(--space-3) var(--space-5);
    overflow: visible;
  }
  .curve-axis {
    stroke: var(--line);
  }
  .curve-line {
    fill: none;
    stroke: var(--accent);
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
  }
  .curve-point {
    fill: var(--accent);
    stroke: var(--surface);
    stroke-width: 1.5;
  }
  .curve-tick {
    fill: var(--ink-soft);
    font-size: var(--text-xs);
    font-variant-numeric: tabular-nums;
  }
  .button[aria-pressed="true"] {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  table {
    border-top: 1px solid var(--line);
  }
  @media (max-width: 48rem) {
    .words,
    .curve {
      padding-inline: var(--space-4);
    }
  }
`;
