import { css } from "lit";

export const shareStyles = css`
  dialog {
    width: min(46rem, calc(100vw - 2rem));
  }
  .own {
    display: grid;
    gap: var(--space-3);
  }
  .contents {
    display: grid;
    gap: var(--space-3);
    padding: var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius-s);
    overflow-wrap: anywhere;
  }
  .contents dl {
    display: grid;
    gap: var(--space-1);
  }
  .contents dt {
    margin-top: var(--space-2);
    font-size: var(--text-s);
    font-weight: 600;
    color: var(--ink-soft);
  }
  summary {
    cursor: pointer;
    font-weight: 550;
  }
  pre {
    max-height: 18rem;
    margin: var(--space-2) 0 0;
    padding: var(--space-3);
    border-radius: var(--radius-s);
    background: var(--sunken);
    font-size: var(--text-s);
    overflow: auto;
    overflow-wrap: normal;
  }
  textarea.input.out {
    min-height: 5.5rem;
    overflow-wrap: anywhere;
  }
  .handed {
    display: grid;
    gap: var(--space-2);
  }
  .handed .buttons {
    justify-content: space-between;
  }
`;
