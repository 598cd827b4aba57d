import { css } from "lit";

export const strategyStyles = css`
  dialog {
    width: min(62rem, calc(100vw - 2rem));
  }
  .choose {
    display: grid;
    grid-template-columns: minmax(0, 17rem) minmax(0, 1fr);
    gap: var(--space-5);
    align-items: start;
  }
  .names {
    display: grid;
    gap: 1px;
  }
  .names .check {
    min-height: 2.5rem;
    padding: 0.25rem var(--space-3);
    border-radius: var(--radius-s);
    overflow-wrap: anywhere;
  }
  .names .check:hover {
    background: var(--sunken);
  }
  .names .check:has(:checked) {
    background: var(--sunken);
    font-weight: 600;
  }
  .names input {
    flex: none;
  }
  .details {
    display: grid;
    gap: var(--space-3);
    min-height: 24rem;
    align-content: start;
    overflow-wrap: anywhere;
  }
  .details dl {
    display: grid;
    gap: var(--space-1);
  }
  .details dt {
    margin-top: var(--space-2);
    font-size: var(--text-s);
    font-weight: 600;
    color: var(--ink-soft);
  }
  .rules {
    display: grid;
    gap: var(--space-1);
  }
  .rules li {
    position: relative;
    padding-inline-start: var(--space-4);
  }
  .rules li::before {
    content: "";
    position: absolute;
    inset-inline-start: 0.25rem;
    top: 0.6em;
    width: 0.25rem;
    height: 0.25rem;
    border-radius: 50%;
    background: var(--ink-faint);
  }
  .files {
    padding-top: var(--space-3);
    border-top: 1px solid var(--line);
  }
  @media (max-width: 48rem) {
    .choose {
      grid-template-columns: minmax(0, 1fr);
    }
    .details {
      min-height: 0;
    }
  }
`;
