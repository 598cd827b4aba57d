import { css } from "lit";

/** The plan on narrow pages and on paper. */
export const planNarrowStyles = css`
  @media (max-width: 64rem) {
    .modes {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .trades-body {
      grid-template-columns: minmax(0, 1fr);
    }
    .ledger {
      border-inline-start: 0;
      border-top: 1px solid var(--line);
    }
    .trades-body .ledger {
      padding-inline-start: max(var(--space-5), calc(100% - 22rem));
    }
  }
  @media (max-width: 48rem) {
    .modes {
      grid-template-columns: minmax(0, 1fr);
      padding: var(--space-2) var(--space-2) 0;
    }
    .details {
      padding: var(--space-4);
    }
    .details .field {
      width: 100%;
    }
    .headline {
      padding: var(--space-4);
    }
    .trades-body .ledger {
      padding: var(--space-4);
    }
    .trades .cards tr {
      grid-template-columns: 1.5rem repeat(2, minmax(0, 1fr));
    }
    .trades .cards .done-cell {
      width: auto;
      grid-row: 1 / span 3;
    }
    .trades .cards .trade-cell {
      grid-column: 2 / -1;
    }
    /* A card names its figures in the same box; a line through them would strike out the names too. */
    .trades .done td {
      text-decoration: none;
    }
    .cards .value-cell {
      display: none;
    }
    .reasons li {
      padding-inline: var(--space-4);
    }
  }
  @media print {
    .print-only {
      display: block;
    }
    .result {
      gap: var(--space-4);
    }
    .headline {
      padding: 0;
      border: 0;
    }
    .trades-body {
      grid-template-columns: minmax(0, 1fr);
    }
    .trades-body .ledger {
      padding-inline-start: max(var(--space-5), calc(100% - 20rem));
      border-inline-start: 0;
      border-top: 1px solid #bbb;
    }
    .trades {
      box-decoration-break: clone;
      break-inside: auto;
    }
    tr,
    .ledger {
      break-inside: avoid;
    }
    thead {
      display: table-header-group;
    }
  }
`;
