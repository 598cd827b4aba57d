import { css } from "lit";

export const targetsStyles = css`
  .sum {
    display: grid;
    gap: var(--space-3);
    padding: var(--space-5);
  }
  .sum-line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--space-1) var(--space-3);
    min-height: 2.25rem;
  }
  .sum-line b {
    font-size: var(--text-xl);
    font-weight: 650;
    letter-spacing: -0.015em;
    font-variant-numeric: tabular-nums;
  }
  .sum-line.over b {
    color: var(--bad);
  }
  .table-head {
    gap: var(--space-3) var(--space-5);
  }
  .overall {
    display: grid;
    gap: var(--space-3);
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    padding: var(--space-5);
  }
  .overall h2 {
    grid-column: 1 / -1;
  }
  .overall select {
    min-width: 10.5rem;
  }
  .band-field {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .band-field select {
    flex: 1 1 8.5rem;
    width: auto;
    max-width: 10.5rem;
  }
  td .band-field select {
    margin-inline-start: -0.625rem;
    border-color: transparent;
    background-color: transparent;
  }
  td .band-field select:hover,
  td .band-field select:focus {
    border-color: var(--field-line);
  }
  .with-unit {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    color: var(--ink-soft);
    font-size: var(--text-s);
  }
  .with-unit .input {
    width: 4.25rem;
    color: var(--ink);
    font-size: var(--text-m);
  }
  td.now {
    width: 8rem;
  }
  td.target {
    width: 14rem;
  }
  td.band {
    width: 17.5rem;
  }
  td.range {
    width: 11rem;
  }
  .stepper {
    display: inline-flex;
    align-items: center;
    position: relative;
    border: 1px solid var(--field-line);
    border-radius: var(--radius-s);
    background: var(--surface);
  }
  .stepper .input {
    width: 6.5rem;
    border: 0;
    background: transparent;
    padding-inline-end: 0.25rem;
    font-weight: 600;
    min-height: 2.375rem;
  }
  .stepper:has([aria-invalid="true"]) {
    border-color: var(--bad);
    background: var(--bad-soft);
  }
  .stepper:has(.input:focus-visible) {
    outline: 2px solid var(--focus);
    outline-offset: -1px;
  }
  .stepper .input:focus-visible {
    outline: none;
  }
  .stepper .unit {
    color: var(--ink-soft);
    padding-inline-end: var(--space-1);
  }
  .stepper .button {
    width: 2.125rem;
    min-height: 2.375rem;
  }
  .rest {
    display: inline-flex;
    align-items: baseline;
    gap: var(--space-2);
    min-height: 2.5rem;
    padding-inline-start: 2.125rem;
    align-items: center;
  }
  .rest b {
    min-width: 3.5rem;
    text-align: end;
  }
  .target .problems,
  .band .problems {
    max-width: 16rem;
    margin-top: var(--space-1);
  }
  .band .problems {
    flex-basis: 100%;
  }
  @media (max-width: 48rem) {
    td.now,
    td.target,
    td.band,
    td.range {
      width: auto;
    }
    .cards tr {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .cards th.wide {
      grid-column: 1;
    }
    .cards td.now {
      text-align: end;
    }
    .cards td.range {
      grid-column: 2;
      color: var(--ink-soft);
      font-size: var(--text-s);
    }
    .cards td.range::before {
      display: none;
    }
    td .band-field select,
    .band-field select {
      flex: 1 1 100%;
      max-width: none;
      margin: 0;
      border-color: var(--field-line);
    }
    .stepper {
      display: flex;
    }
    .stepper .input {
      flex: 1;
      width: 3rem;
    }
    .rest {
      padding: 0;
    }
    .head .button {
      padding-inline: 0.625rem;
      font-size: var(--text-s);
    }
    .overall {
      grid-template-columns: minmax(0, 1fr);
      padding: var(--space-4);
    }
    .sum {
      padding: var(--space-4);
    }
  }
`;
