import { css } from "lit";

export const compareStyles = css`
  .verdict {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: var(--space-4) var(--space-6);
    padding: var(--space-5);
  }
  .verdict .big {
    font-size: clamp(2.5rem, 6vw, 3.5rem);
    font-weight: 650;
    line-height: 1;
    letter-spacing: -0.035em;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .verdict .words {
    display: grid;
    gap: var(--space-1);
  }
  .verdict .words p:first-child {
    font-size: var(--text-l);
    font-weight: 550;
    line-height: 1.35;
  }
  .waiting {
    min-height: 80vh;
  }
  details summary {
    width: fit-content;
    color: var(--ink-soft);
    font-size: var(--text-s);
    cursor: pointer;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  details p {
    margin-top: var(--space-2);
    max-width: 42rem;
  }
  .chart-head {
    padding-inline: var(--space-5);
  }
  .off {
    font-weight: 600;
    color: var(--accent);
  }
  .status {
    white-space: nowrap;
  }
  .part {
    margin-top: var(--space-4);
    font-size: var(--text-xl);
  }
  td small {
    display: block;
    font-size: var(--text-s);
    font-weight: 400;
    color: var(--ink-soft);
  }
  .panel-note {
    padding: var(--space-3) var(--space-5);
  }
  @media (max-width: 48rem) {
    .panel-note {
      padding-inline: var(--space-4);
    }
    .verdict {
      grid-template-columns: minmax(0, 1fr);
      padding: var(--space-4);
    }
    .cards .status {
      grid-column: 1 / -1;
    }
    .cards .status small {
      display: inline;
      margin-inline-start: var(--space-1);
    }
  }
`;
