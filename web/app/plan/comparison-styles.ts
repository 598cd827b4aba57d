import { css } from "lit";

export const comparisonStyles = css`
  .comparison .words {
    padding: var(--space-4) var(--space-5);
  }
  .comparison table {
    table-layout: fixed;
    border-top: 1px solid var(--line);
  }
  .comparison th,
  .comparison td {
    overflow-wrap: anywhere;
    white-space: normal;
  }
  .comparison tbody th {
    width: 40%;
    color: var(--ink-soft);
    font-weight: 400;
  }
  .comparison .differs td {
    font-weight: 600;
  }
  @media (max-width: 48rem) {
    .comparison .words {
      padding-inline: var(--space-4);
    }
    .comparison th,
    .comparison td {
      padding-inline: var(--space-2);
      font-size: var(--text-s);
    }
    .comparison :is(th, td):first-child {
      padding-inline-start: var(--space-4);
    }
    .comparison :is(th, td):last-child {
      padding-inline-end: var(--space-4);
    }
  }
`;
