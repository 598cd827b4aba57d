import { css } from "lit";

/** Buttons, fields, choices: everything a person presses or types into. */
export const controls = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: 2.5rem;
    padding: 0.375rem 0.875rem;
    border: 1px solid var(--line);
    border-radius: var(--radius-s);
    background: var(--surface);
    color: var(--ink);
    font-weight: 550;
    line-height: 1.2;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color 120ms,
      border-color 120ms;
  }
  .button:hover {
    border-color: var(--field-line);
    background: var(--sunken);
  }
  .button.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }
  .button.primary:hover {
    background: var(--accent-strong);
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--ink-soft);
  }
  .button.quiet:hover {
    background: var(--sunken);
    color: var(--ink);
  }
  .button.danger {
    border-color: transparent;
    background: var(--bad);
    color: var(--surface);
  }
  .button.icon {
    width: 2.5rem;
    padding: 0;
  }
  .button.small {
    min-height: 2rem;
    padding: 0.25rem 0.625rem;
    font-size: var(--text-s);
  }
  .button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .link {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .field {
    display: grid;
    gap: var(--space-1);
    align-content: start;
  }
  .field > span,
  .field > label,
  legend {
    font-size: var(--text-s);
    font-weight: 550;
    color: var(--ink-soft);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-bottom: var(--space-2);
  }
  .input {
    width: 100%;
    min-width: 0;
    min-height: 2.5rem;
    padding: 0.375rem 0.625rem;
    border: 1px solid var(--field-line);
    border-radius: var(--radius-s);
    background: var(--surface);
    transition: border-color 120ms;
  }
  .input:hover {
    border-color: var(--ink-soft);
  }
  .input:focus-visible {
    outline-offset: -1px;
  }
  .input.number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .input[aria-invalid="true"] {
    border-color: var(--bad);
    background: var(--bad-soft);
  }
  .input::placeholder {
    color: var(--ink-faint);
    opacity: 1;
  }
  select.input {
    padding-inline-end: 1.75rem;
    appearance: none;
    background-image:
      linear-gradient(45deg, transparent 50%, var(--ink-soft) 50%),
      linear-gradient(-45deg, transparent 50%, var(--ink-soft) 50%);
    background-position:
      right 0.95rem center,
      right 0.65rem center;
    background-size: 0.3rem 0.3rem;
    background-repeat: no-repeat;
    text-overflow: ellipsis;
  }
  textarea.input {
    min-height: 9rem;
    resize: vertical;
    font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
    font-size: var(--text-s);
    line-height: 1.6;
  }
  .check {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 2rem;
    cursor: pointer;
  }
  input[type="checkbox"],
  input[type="radio"] {
    width: 1.125rem;
    height: 1.125rem;
    margin: 0;
    accent-color: var(--accent);
    cursor: pointer;
  }
  .problem {
    color: var(--bad);
    font-size: var(--text-s);
  }
`;
