import { css } from "lit";

export const headerStyles = css`
  :host {
    position: sticky;
    top: 0;
    z-index: 5;
    background: var(--paper);
    border-bottom: 1px solid var(--line);
  }
  .bar {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    align-items: center;
    gap: var(--space-4);
    max-width: var(--page);
    min-height: 3.75rem;
    margin: 0 auto;
    padding: 0 var(--gutter);
  }
  .skip {
    position: fixed;
    z-index: 10;
    inset: var(--space-2) auto auto var(--space-2);
    padding: var(--space-2) var(--space-4);
    border: 0;
    border-radius: var(--radius-s);
    background: var(--deep);
    color: var(--deep-ink);
    transform: translateY(-200%);
  }
  .skip:focus {
    transform: none;
  }
  .brand {
    display: inline-flex;
    align-items: center;
    gap: 0.625rem;
    width: fit-content;
    font-size: 1.125rem;
    font-weight: 680;
    letter-spacing: -0.02em;
    text-decoration: none;
  }
  nav ol {
    display: flex;
    gap: var(--space-1);
  }
  nav a {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 2.5rem;
    padding: 0.25rem 0.75rem;
    border-radius: var(--radius-s);
    color: var(--ink-soft);
    font-weight: 550;
    text-decoration: none;
    white-space: nowrap;
  }
  nav a:hover {
    background: var(--sunken);
    color: var(--ink);
  }
  nav .number {
    display: grid;
    place-items: center;
    width: 1.375rem;
    height: 1.375rem;
    border: 1px solid var(--line);
    border-radius: 50%;
    font-size: var(--text-xs);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  nav a[aria-current] {
    color: var(--ink);
  }
  nav a[aria-current] .number {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .tools {
    display: flex;
    align-items: center;
    justify-content: end;
    gap: var(--space-1);
  }
  .saved {
    display: inline-flex;
    align-items: center;
    justify-content: end;
    gap: 0.375rem;
    margin-inline-end: var(--space-2);
    color: var(--ink-soft);
    font-size: var(--text-s);
    white-space: nowrap;
  }
  .saved .short {
    display: none;
  }
  .saved.good svg {
    color: var(--good);
  }
  .saved.bad {
    color: var(--bad);
    font-weight: 600;
  }
  #menu {
    position: fixed;
    inset: 3.75rem max(var(--gutter), calc((100vw - var(--page)) / 2 + var(--gutter))) auto auto;
    width: 17rem;
    margin: 0;
    padding: var(--space-2);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    color: var(--ink);
    box-shadow: 0 12px 40px rgb(4 20 28 / 20%);
  }
  .item {
    width: 100%;
    min-height: 2.5rem;
    padding: 0.375rem 0.75rem;
    border: 0;
    border-radius: var(--radius-s);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .item:hover {
    background: var(--sunken);
  }
  .item.danger {
    color: var(--bad);
  }
  .themes {
    margin-block: var(--space-2);
    padding: var(--space-3) 0.75rem;
    border-block: 1px solid var(--line);
  }
  .themes fieldset div {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: 2px;
    padding: 2px;
    border-radius: var(--radius-s);
    background: var(--sunken);
  }
  .themes label {
    position: relative;
    display: grid;
    place-items: center;
    min-height: 2rem;
    border-radius: 5px;
    font-size: var(--text-s);
    font-weight: 550;
    cursor: pointer;
  }
  .themes input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
  }
  .themes .chosen {
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  .themes label:has(:focus-visible) {
    outline: 2px solid var(--focus);
  }
  @media (max-width: 64rem) {
    .bar {
      grid-template-columns: 1fr auto;
      gap: 0 var(--space-3);
      min-height: 3.5rem;
    }
    nav {
      grid-row: 2;
      grid-column: 1 / -1;
      margin-inline: calc(-1 * var(--gutter));
      padding-inline: calc(var(--gutter) - 0.75rem);
      overflow-x: auto;
      scrollbar-width: none;
    }
    nav a {
      border-radius: 0;
      padding-bottom: 0.5rem;
      border-bottom: 2px solid transparent;
    }
    nav a[aria-current] {
      border-bottom-color: var(--accent);
    }
    .nav-place {
      display: none;
    }
  }
  @media (max-width: 40rem) {
    nav {
      padding-inline: 0.25rem;
    }
    nav ol {
      justify-content: space-between;
      gap: 0;
    }
    nav a {
      padding-inline: 0.625rem;
      font-size: 0.875rem;
    }
    nav .number {
      display: none;
    }
    .saved .long {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .saved .short {
      display: inline;
    }
    .tools {
      gap: 0;
    }
  }
  @media (max-width: 21rem) {
    .brand span {
      display: none;
    }
  }
  @media print {
    :host {
      position: static;
      border: 0;
    }
    nav,
    .tools,
    #menu {
      display: none;
    }
    .bar {
      padding: 0;
      min-height: 2.5rem;
    }
  }
`;
