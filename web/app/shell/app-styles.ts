import { css } from "lit";

export const appStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto 1fr auto;
    grid-template-columns: minmax(0, 1fr);
    min-height: 100dvh;
  }
  main {
    width: 100%;
    max-width: var(--page);
    margin: 0 auto;
    padding: var(--space-6) var(--gutter) var(--space-7);
    outline: none;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-5);
    width: 100%;
    max-width: var(--page);
    margin: 0 auto;
    padding: var(--space-4) var(--gutter) var(--space-6);
    color: var(--ink-soft);
    font-size: var(--text-s);
  }
  .foot b {
    color: var(--ink);
    font-weight: 600;
  }
  .version {
    margin-inline-start: auto;
  }
  .foot-line {
    border-top: 1px solid var(--line);
  }
  .view {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-5);
    margin-bottom: var(--space-5);
    padding: var(--space-2) var(--space-4);
  }
  .view .field {
    grid-template-columns: auto minmax(10rem, 1fr);
    align-items: center;
    gap: var(--space-3);
  }
  @media (max-width: 48rem) {
    .view .field {
      width: 100%;
    }
  }
  .failure {
    margin-bottom: var(--space-5);
  }
  .notices {
    position: fixed;
    z-index: 6;
    inset: auto 0 var(--foot, 0px) 0;
    display: grid;
    justify-items: center;
    gap: var(--space-2);
    padding: var(--space-4);
    pointer-events: none;
  }
  .notices > * {
    max-width: 100%;
  }
  .bar-card,
  .toast {
    pointer-events: auto;
    border-radius: var(--radius);
    box-shadow: 0 12px 40px rgb(4 20 28 / 24%);
  }
  .bar-card {
    display: flex;
    gap: var(--space-3);
    width: min(42rem, 100%);
    padding: var(--space-4);
    border: 1px solid var(--line);
    background: var(--raised);
    overflow-wrap: anywhere;
  }
  .bar-card > svg {
    flex: none;
    margin-top: 0.125rem;
    color: var(--warn);
  }
  .bar-card.quiet > svg {
    color: var(--ink-soft);
    margin-top: 0.375rem;
  }
  .bar-card > div {
    display: grid;
    gap: var(--space-3);
    min-width: 0;
    flex: 1;
  }
  .bar-card .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
  }
  .toast {
    display: flex;
    align-items: center;
    gap: var(--space-4);
    padding: 0.625rem var(--space-4);
    background: var(--deep);
    color: var(--deep-ink);
    overflow-wrap: anywhere;
  }
  .toast .link {
    flex: none;
    font-weight: 600;
    white-space: nowrap;
  }
  .toast .close {
    display: grid;
    place-items: center;
    min-width: 1.5rem;
    min-height: 1.5rem;
  }
  @media (max-width: 40rem) {
    main {
      padding-top: var(--space-5);
    }
    .version {
      margin-inline-start: 0;
    }
  }
  @media print {
    :host {
      display: block;
    }
    main {
      padding: var(--space-3) 0;
    }
    .foot {
      padding: var(--space-3) 0 0;
    }
    .foot-line {
      border: 0;
    }
  }
`;
