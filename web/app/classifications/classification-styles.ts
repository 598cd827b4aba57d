import { css } from "lit";

export const classificationStyles = css`
  .segmented.wrapping {
    display: flex;
    flex-wrap: wrap;
  }
  .segmented.wrapping label {
    min-width: 0;
    padding-inline: var(--space-4);
  }
  .one {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--space-3) var(--space-5);
  }
  .one .name {
    flex: 0 1 22rem;
  }
  .panel-note {
    padding: var(--space-3) var(--space-5);
  }
  .in-panel {
    margin: var(--space-4) var(--space-5) var(--space-2);
  }
  .classes {
    padding: var(--space-2) 0 var(--space-3);
  }
  .class-row {
    padding-block: var(--space-1);
    padding-inline: var(--space-5);
  }
  .class-row.depth-1 {
    padding-inline-start: 3rem;
  }
  .class-row.depth-2 {
    padding-inline-start: 4.5rem;
  }
  .class-row.depth-3 {
    padding-inline-start: 6rem;
  }
  .class-row.depth-4,
  .class-row.depth-5 {
    padding-inline-start: 7.5rem;
  }
  .class-fields {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-3);
  }
  .class-fields > .input {
    flex: 1 1 12rem;
    width: auto;
    max-width: 24rem;
    min-height: 2.25rem;
  }
  .class-fields .with-unit .input {
    width: 12rem;
    max-width: 55vw;
    min-height: 2.25rem;
  }
  .with-unit {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    color: var(--ink-soft);
    font-size: var(--text-s);
  }
  .with-unit .input {
    width: 4.5rem;
    color: var(--ink);
    font-size: var(--text-m);
  }
  .class-actions {
    display: inline-flex;
    flex-wrap: wrap;
  }
  .class-actions .button.icon {
    width: 2.25rem;
    min-height: 2.25rem;
  }
  td select.input {
    max-width: 22rem;
  }
  td .input.number {
    max-width: 14rem;
  }
  td.source {
    width: 16rem;
  }
  .in-words {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    max-width: 34rem;
  }
  .shares {
    display: grid;
    gap: var(--space-1);
  }
  .shares li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-2);
  }
  .shares select.input {
    flex: 1 1 9rem;
    width: auto;
    max-width: 15rem;
  }
  .rest-line {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    min-height: 1.75rem;
    align-items: center;
  }
  .add {
    display: grid;
    gap: var(--space-4);
  }
  .built-in {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
    gap: var(--space-3) var(--space-5);
  }
  .built-in li {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--space-3);
  }
  .where {
    display: grid;
    gap: var(--space-1);
  }
  @media (max-width: 48rem) {
    .panel-note {
      padding-inline: var(--space-4);
    }
    .in-panel {
      margin-inline: var(--space-4);
    }
    .class-row {
      padding-inline: var(--space-4);
    }
    td.source {
      width: auto;
    }
    td select.input,
    td .input.number {
      max-width: none;
    }
  }
`;
