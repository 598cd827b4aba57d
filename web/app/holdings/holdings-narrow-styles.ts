import { css } from "lit";

/** The holdings screen on a phone and on paper. */
export const holdingsNarrowStyles = css`
  @media (max-width: 48rem) {
    .total .pending {
      inset: 100% auto auto 0;
    }
    .total {
      justify-items: start;
      text-align: start;
      min-height: 0;
      margin-bottom: var(--space-4);
    }
    .portfolio .name {
      flex-basis: calc(100% - 8rem);
    }
    .portfolio .field:not(.name) {
      flex: 1 1 7rem;
    }
    .account-name {
      flex-basis: 7rem;
    }
    .holdings {
      min-width: 0;
    }
    /* There the field's name says it. */
    .holdings .quoted small {
      display: none;
    }
    .holdings tr.holding {
      grid-template-columns: repeat(12, minmax(0, 1fr));
      position: relative;
    }
    .holdings .input {
      border-color: var(--line);
    }
    .rules-switch {
      display: flex;
      padding: 0 var(--space-4) var(--space-3);
    }
    .holdings:not(.with-rules) tr:not(.wrong) .rule,
    .holdings .fresh > td:nth-child(n + 3) {
      display: none;
    }
    .holdings .tick input {
      margin: 0;
    }
    .holdings tr > td,
    .holdings tbody td:first-child {
      grid-column: span 4;
      padding: 0;
    }
    .holdings tr > td:nth-child(1) {
      grid-column: span 5;
    }
    .holdings tr > td:nth-child(2) {
      grid-column: span 6;
      padding-inline-end: var(--space-2);
    }
    .holdings tr > td.remove {
      position: absolute;
      inset-block-start: 2.125rem;
      inset-inline-end: 0.5rem;
    }
    .holdings td.value {
      padding-block: 0;
    }
    .holdings td.value::before {
      margin-bottom: 0.5rem;
    }
    .holdings tr > td.tick {
      grid-column: span 2;
      text-align: start;
    }
    .holdings tr > td.rule {
      grid-column: span 4;
    }
    .holdings tr > td.tick.rule {
      grid-column: span 2;
    }
    .holdings td.tick::before {
      margin-bottom: 0.6rem;
      white-space: nowrap;
    }
    .holdings .symbol-cell .swatch {
      display: none;
    }
    .holdings .symbol-cell .input {
      width: 100%;
    }
    .holdings tr.problem-row {
      display: block;
      padding: 0 var(--space-4) var(--space-3);
    }
    .holdings tr.wrong {
      border-bottom: 0;
    }
    .holdings .problem-row td {
      padding: 0;
    }
    .account-foot {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      padding: var(--space-4);
    }
    .account-foot .field {
      width: auto;
    }
    .remove-account {
      margin: 0;
      padding-inline: 0;
      white-space: nowrap;
    }
    .unheld-row {
      padding: var(--space-3) var(--space-4);
    }
  }
  @media print {
    .holdings .remove,
    .fresh {
      display: none;
    }
  }
`;
