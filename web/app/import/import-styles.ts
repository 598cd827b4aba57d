import { css } from "lit";

export const importStyles = css`
  dialog {
    width: min(54rem, calc(100vw - 2rem));
  }
  .drop {
    display: grid;
    gap: var(--space-3);
    padding: var(--space-3);
    border: 1.5px dashed var(--line);
    border-radius: var(--radius);
  }
  .drop.over {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .preview {
    display: grid;
    gap: var(--space-3);
    grid-template-columns: minmax(0, 1fr);
  }
  .preview .scroll {
    max-height: 17rem;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius-s);
  }
  .preview thead th {
    position: sticky;
    top: 0;
    background: var(--surface);
  }
  .preview td,
  .preview th {
    padding-block: 0.375rem;
  }
  .preview .row-number {
    width: 1%;
  }
  .preview td {
    max-width: 14rem;
  }
  .listed {
    display: grid;
    gap: var(--space-1);
    max-height: 9rem;
    overflow: auto;
  }
  .listed code {
    font-size: var(--text-s);
    color: var(--ink-soft);
    overflow-wrap: anywhere;
  }
  .where {
    display: grid;
    gap: var(--space-1);
  }
  .where .input {
    width: auto;
    max-width: 16rem;
  }
`;
