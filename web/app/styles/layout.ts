import { css } from "lit";

/** Panels, screen heads, notes: the arrangement that all screens share. */
export const layout = css`
  .screen {
    display: grid;
    gap: var(--space-5);
    grid-template-columns: minmax(0, 1fr);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--space-4) var(--space-5);
  }
  .head > div:first-child {
    display: grid;
    gap: var(--space-2);
    min-width: 0;
    flex: 1 1 22rem;
  }
  .panel {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  .panel-body {
    padding: var(--space-5);
  }
  .panel-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3) var(--space-5);
    padding: var(--space-4) var(--space-5);
    border-bottom: 1px solid var(--line);
  }
  .panel-head h2 {
    min-width: 0;
    max-width: 100%;
  }
  .note {
    display: flex;
    gap: var(--space-3);
    align-items: start;
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-s);
    background: var(--sunken);
    color: var(--ink);
  }
  .note svg {
    flex: none;
    margin-top: 0.125rem;
  }
  .note.bad {
    background: var(--bad-soft);
  }
  .note.warn {
    background: var(--warn-soft);
  }
  .note.good {
    background: var(--good-soft);
  }
  .note.bad svg {
    color: var(--bad);
  }
  .note.warn svg {
    color: var(--warn);
  }
  .note.good svg {
    color: var(--good);
  }
  .note > div {
    display: grid;
    gap: var(--space-1);
    min-width: 0;
    flex: 1;
    overflow-wrap: anywhere;
  }
  .nothing-yet {
    display: grid;
    justify-items: start;
    gap: var(--space-2);
  }
  .nothing-yet .button {
    margin-top: var(--space-2);
  }
  .next {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: var(--space-3);
  }
  dialog {
    width: min(40rem, calc(100vw - 2rem));
    max-height: calc(100dvh - 2rem);
    padding: 0;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    overflow: auto;
    /* What gets the focus must not lie under the buttons, which stay in sight: in one row, or in up to three. */
    scroll-padding-block: var(--space-4) 5.5rem;
    box-shadow: 0 24px 64px rgb(4 20 28 / 28%);
  }
  @media (max-width: 40rem) {
    dialog {
      scroll-padding-block-end: 11.5rem;
    }
  }
  dialog::backdrop {
    background: rgb(6 24 32 / 52%);
  }
  .dialog {
    display: grid;
    gap: var(--space-4);
    padding: var(--space-5);
    grid-template-columns: minmax(0, 1fr);
  }
  .dialog .actions {
    position: sticky;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--space-2);
    margin: 0 calc(-1 * var(--space-5)) calc(-1 * var(--space-5));
    padding: var(--space-3) var(--space-5);
    border-top: 1px solid var(--line);
    background: var(--surface);
  }
  .swatch {
    print-color-adjust: exact;
    display: inline-block;
    flex: none;
    width: 0.625rem;
    height: 0.625rem;
    border-radius: 3px;
    background: var(--swatch, var(--asset-cash));
  }
  .a0 {
    --swatch: var(--asset-0);
  }
  .a1 {
    --swatch: var(--asset-1);
  }
  .a2 {
    --swatch: var(--asset-2);
  }
  .a3 {
    --swatch: var(--asset-3);
  }
  .a4 {
    --swatch: var(--asset-4);
  }
  .a5 {
    --swatch: var(--asset-5);
  }
  .a6 {
    --swatch: var(--asset-6);
  }
  .a7 {
    --swatch: var(--asset-7);
  }
  .a8 {
    --swatch: var(--asset-8);
  }
  .a9 {
    --swatch: var(--asset-9);
  }
  .acash {
    --swatch: var(--asset-cash);
  }
  .aothers {
    --swatch: var(--band);
  }
  @media (max-width: 40rem) {
    .panel-body {
      padding: var(--space-4);
    }
    .panel-head {
      padding: var(--space-3) var(--space-4);
    }
  }
  @media print {
    .no-print {
      display: none !important;
    }
    .panel {
      border-color: #bbb;
      box-shadow: none;
      break-inside: avoid;
    }
  }
`;
