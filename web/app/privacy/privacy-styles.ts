import { css } from "lit";

export const privacyStyles = css`
  dialog {
    width: min(50rem, calc(100vw - 2rem));
  }
  h2:focus {
    outline: none;
  }
  section {
    display: grid;
    gap: var(--space-3);
    grid-template-columns: minmax(0, 1fr);
    padding-top: var(--space-4);
    border-top: 1px solid var(--line);
  }
  section [role="status"]:empty {
    display: none;
  }
  .plain {
    display: grid;
    gap: var(--space-2);
    margin-top: var(--space-3);
    font-size: var(--text-s);
  }
  .plain li {
    display: grid;
    grid-template-columns: 13rem minmax(0, 1fr);
    gap: var(--space-3);
    overflow-wrap: anywhere;
  }
  .addresses li {
    grid-template-columns: 9rem minmax(0, 1fr);
  }
  .dots,
  .steps {
    display: grid;
    gap: var(--space-2);
    padding-inline-start: var(--space-5);
    list-style: disc;
  }
  .steps {
    list-style: decimal;
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--space-2) var(--space-5);
  }
  dt {
    color: var(--ink-soft);
  }
  dd {
    overflow-wrap: anywhere;
  }
  code {
    font-size: 0.92em;
    overflow-wrap: anywhere;
  }
  .hash {
    font-weight: 600;
  }
  pre {
    max-height: 16rem;
    margin: var(--space-3) 0 0;
    padding: var(--space-3);
    border-radius: var(--radius-s);
    background: var(--sunken);
    font-size: var(--text-s);
    line-height: 1.6;
    overflow: auto;
  }
  tr > :first-child {
    padding-inline-start: 0;
  }
  tr > :last-child {
    padding-inline-end: 0;
  }
  details summary {
    width: fit-content;
    color: var(--ink-soft);
    font-size: var(--text-s);
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .danger-text {
    color: var(--bad);
  }
  @media (max-width: 40rem) {
    th,
    td {
      padding-inline: var(--space-1);
    }
    .plain li,
    .addresses li {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    dd {
      margin-bottom: var(--space-2);
    }
  }
`;
