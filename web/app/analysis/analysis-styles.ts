import { css } from "lit";

export const analysisStyles = css`
  .analysis {
    display: grid;
    gap: var(--space-5);
    grid-template-columns: minmax(0, 1fr);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-3) var(--space-5);
  }
  .choices .input {
    width: auto;
    max-width: 14rem;
  }
  .segments {
    display: inline-flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
  }
  h2 small {
    margin-inline-start: var(--space-2);
    font-size: var(--text-s);
    font-weight: 400;
  }
  .body {
    display: grid;
    gap: var(--space-4);
    grid-template-columns: minmax(0, 1fr);
    padding: var(--space-5);
  }
  .flush {
    padding-inline: 0;
    padding-bottom: 0;
  }
  .flush > :not(.scroll) {
    margin-inline: var(--space-5);
  }
  .treemap {
    display: block;
    height: auto;
    min-height: 24rem;
    aspect-ratio: 1000 / 520;
    overflow: hidden;
    border-radius: 6px;
    print-color-adjust: exact;
  }
  .map-frame {
    fill: var(--surface);
    stroke: var(--field-line);
  }
  .map-frame.nothing {
    stroke-dasharray: 5 4;
  }
  .map-head {
    fill: var(--ink);
    font-size: var(--text-s);
    font-weight: 600;
  }
  .map-head.narrow {
    display: none;
  }
  .map-share {
    font-weight: 400;
  }
  .heat thead th {
    min-width: 5rem;
    white-space: normal;
    vertical-align: bottom;
  }
  .heat td {
    border: 2px solid var(--surface);
    print-color-adjust: exact;
  }
  .heat .heat0 {
    color: var(--ink-soft);
  }
  .heat .heat1 {
    background: color-mix(in srgb, var(--asset-0) 8%, var(--surface));
  }
  .heat .heat2 {
    background: color-mix(in srgb, var(--asset-0) 15%, var(--surface));
  }
  .heat .heat3 {
    background: color-mix(in srgb, var(--asset-0) 22%, var(--surface));
  }
  .heat .heat4 {
    background: color-mix(in srgb, var(--asset-0) 29%, var(--surface));
  }
  .heat .heat5 {
    background: color-mix(in srgb, var(--asset-0) 36%, var(--surface));
  }
  .heat .heat6 {
    background: color-mix(in srgb, var(--asset-0) 43%, var(--surface));
    font-weight: 650;
  }
  .edge {
    color: var(--ink-soft);
  }
  .group th {
    padding-top: var(--space-4);
    color: var(--ink-soft);
    font-size: var(--text-s);
  }
  th.in1 {
    padding-inline-start: calc(var(--space-5) + 1 * var(--space-4));
  }
  th.in2 {
    padding-inline-start: calc(var(--space-5) + 2 * var(--space-4));
  }
  th.in3 {
    padding-inline-start: calc(var(--space-5) + 3 * var(--space-4));
  }
  th.in4,
  th.in5 {
    padding-inline-start: calc(var(--space-5) + 4 * var(--space-4));
  }
  tbody th[scope="row"] {
    font-weight: 500;
  }
  .findings {
    display: grid;
    gap: var(--space-2);
  }
  .findings li {
    padding-inline-start: var(--space-3);
    border-inline-start: 3px solid var(--line);
    overflow-wrap: anywhere;
  }
  details summary {
    width: fit-content;
    color: var(--ink-soft);
    font-size: var(--text-s);
    cursor: pointer;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  details p {
    margin-top: var(--space-2);
    max-width: 42rem;
  }
  @media (max-width: 48rem) {
    .cards th.wide {
      padding-inline-start: 0;
    }
    .cards td {
      white-space: normal;
    }
    .treemap {
      aspect-ratio: 4 / 5;
    }
    .map-head.wide {
      display: none;
    }
    .map-head.narrow {
      display: inline;
    }
    .body {
      padding: var(--space-4);
    }
    .flush > :not(.scroll) {
      margin-inline: var(--space-4);
    }
    .heat td,
    .heat thead th {
      min-width: 4.25rem;
      padding-inline: var(--space-2);
    }
    /* The names stay while the figures are moved past them. */
    .heat tr > :first-child {
      position: sticky;
      inset-inline-start: 0;
      z-index: 1;
      min-width: 7.25rem;
      max-width: 9rem;
      overflow-wrap: break-word;
      background: var(--surface);
    }
  }
`;
