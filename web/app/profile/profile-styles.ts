import { css } from "lit";

export const profileStyles = css`
  dialog {
    width: min(50rem, calc(100vw - 2rem));
  }
  .questions {
    display: grid;
    gap: var(--space-5);
  }
  .questions legend {
    color: var(--ink);
    font-size: var(--text-m);
  }
  .questions .check {
    display: flex;
    min-height: 2rem;
  }
  .questions input {
    flex: none;
  }
  .horizon .input {
    width: 6rem;
  }
  .with-unit {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    color: var(--ink-soft);
    font-size: var(--text-s);
    font-weight: 400;
  }
  .with-unit .input {
    color: var(--ink);
    font-size: var(--text-m);
  }
  .result {
    display: grid;
    gap: var(--space-4);
    grid-template-columns: minmax(0, 1fr);
    padding-top: var(--space-4);
    border-top: 1px solid var(--line);
  }
  th small {
    display: block;
    font-weight: 400;
  }
  tr > :first-child {
    padding-inline-start: 0;
  }
  tr > :last-child {
    padding-inline-end: 0;
  }
  .bar-cell {
    width: 45%;
  }
  .bar-ground {
    fill: var(--sunken);
  }
  .bar-fill {
    fill: var(--asset-0);
  }
  .score .bar-fill {
    fill: var(--ink);
  }
  .score th,
  .score td {
    font-weight: 650;
  }
  td .input {
    width: 5.5rem;
  }
  .constants {
    display: grid;
    gap: var(--space-3);
    margin-top: var(--space-3);
  }
  .constants .field {
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
  }
  .constants .input {
    width: 6rem;
  }
  pre {
    margin: 0;
    overflow-x: auto;
    font-size: var(--text-s);
    line-height: 1.6;
  }
  details summary {
    width: fit-content;
    color: var(--ink-soft);
    font-size: var(--text-s);
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .off {
    color: var(--bad);
    font-weight: 600;
  }
  @media print {
    .bar,
    .strip {
      print-color-adjust: exact;
    }
  }
`;
