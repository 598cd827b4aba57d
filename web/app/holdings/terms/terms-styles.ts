import { css } from "lit";

export const termsStyles = css`
  .terms {
    border-top: 1px solid var(--line-soft);
  }
  .terms summary {
    padding: var(--space-3) var(--space-5);
    font-size: var(--text-s);
    color: var(--ink-soft);
    cursor: pointer;
  }
  .terms-body {
    display: grid;
    justify-items: start;
    gap: var(--space-3);
    padding-block-end: var(--space-4);
  }
  .terms-body > * {
    margin-inline: var(--space-5);
  }
  .terms-body > .scroll {
    margin-inline: 0;
    width: 100%;
  }
  .tax-rules {
    display: grid;
    gap: var(--space-3);
    justify-items: start;
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--line-soft);
    border-radius: var(--radius-s);
  }
  .members {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-5);
  }
  .holding-lots {
    display: grid;
    gap: var(--space-2);
    justify-items: start;
  }
  .first-period {
    align-self: center;
  }
  .rate-date {
    padding-block-end: var(--space-2);
  }
  .term-fields {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-3) var(--space-4);
  }
  .term-fields .field {
    width: 11rem;
  }
  .locks .lock {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    margin-block-end: var(--space-2);
  }
  .lock .input {
    min-width: 0;
    width: 9rem;
  }
  @media (max-width: 48rem) {
    .term-fields .field {
      flex: 1 1 8rem;
    }
    .terms tbody tr:not(.problem-row) {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    .terms tr > :is(th, td):not(.tick),
    .terms tr > td.locks {
      grid-column: 1 / -1;
      padding: 0;
    }
    .terms tr > td:nth-child(2),
    .terms tr > td:nth-child(3),
    .terms tr > td.tick {
      grid-column: span 2;
      text-align: start;
      padding: 0;
    }
    .terms .tick input {
      margin: 0;
    }
  }
`;
