import { css } from "lit";

/** What every shadow root starts from: box model, headings, plain text, links, focus. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
    color: var(--ink);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: var(--text-2xl);
    font-weight: 650;
    line-height: 1.15;
    letter-spacing: -0.022em;
    text-wrap: balance;
  }
  h1:focus {
    outline: none;
  }
  h2 {
    font-size: var(--text-l);
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: -0.011em;
  }
  h3 {
    font-size: var(--text-m);
    font-weight: 650;
    line-height: 1.35;
  }
  a {
    color: inherit;
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }
  bdi {
    unicode-bidi: isolate;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .lede {
    max-width: 40rem;
    color: var(--ink-soft);
    text-wrap: pretty;
  }
  .soft {
    color: var(--ink-soft);
  }
  .small {
    font-size: var(--text-s);
  }
  .figure {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .clip {
    display: inline-block;
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    vertical-align: bottom;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  svg {
    display: block;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition-duration: 0.01ms !important;
      animation-duration: 0.01ms !important;
    }
  }
  @media (max-width: 40rem) {
    h1 {
      font-size: 1.625rem;
    }
  }
`;
