import { css } from "lit";

/**
 * Tables of figures. On a narrow page a `.cards` table lets each row become a card whose cells carry their column's
 * name; the roles are written out in the markup, because a changed `display` would otherwise take them away.
 */
export const tables = css`
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  caption {
    text-align: start;
  }
  th,
  td {
    padding: 0.5625rem var(--space-3);
    text-align: start;
    vertical-align: middle;
    border-bottom: 1px solid var(--line-soft);
  }
  tr > :first-child {
    padding-inline-start: var(--space-5);
  }
  tr > :last-child {
    padding-inline-end: var(--space-5);
  }
  thead th {
    padding-block: var(--space-2);
    font-size: var(--text-xs);
    font-weight: 550;
    color: var(--ink-soft);
    white-space: nowrap;
    border-bottom-color: var(--line);
  }
  tbody th {
    font-weight: 550;
  }
  tbody:last-child tr:last-child > * {
    border-bottom: 0;
  }
  tfoot tr > * {
    border-bottom: 0;
    border-top: 1px solid var(--line);
    font-weight: 600;
  }
  .end {
    text-align: end;
  }
  .what {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    min-width: 0;
  }
  .what > span:last-child {
    min-width: 0;
  }
  .what .asset-words {
    display: grid;
    justify-items: start;
    max-width: 15rem;
  }
  .what small {
    display: block;
    max-width: 100%;
    font-size: var(--text-s);
    font-weight: 400;
    color: var(--ink-soft);
  }
  @media (max-width: 48rem) {
    tr > :first-child {
      padding-inline-start: var(--space-4);
    }
    tr > :last-child {
      padding-inline-end: var(--space-4);
    }
    .cards,
    .cards tbody,
    .cards tfoot,
    .cards tr,
    .cards td,
    .cards th {
      display: block;
    }
    .cards thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .cards tr {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--space-2) var(--space-3);
      padding: var(--space-4);
      border-bottom: 1px solid var(--line);
    }
    .cards tbody:last-child tr:last-child {
      border-bottom: 0;
    }
    .cards tr > * {
      padding: 0;
      border: 0;
      min-width: 0;
    }
    .cards tr > .wide {
      grid-column: 1 / -1;
    }
    .cards [data-label]::before {
      content: attr(data-label);
      display: block;
      font-size: var(--text-xs);
      font-weight: 400;
      color: var(--ink-soft);
    }
    .cards .end {
      text-align: start;
    }
    .cards .what .asset-words {
      max-width: 100%;
    }
  }
`;
