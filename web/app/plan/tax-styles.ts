import { css } from "lit";

/** Lots below a sale, and what they come to. */
export const taxStyles = css`
  .trades .panel-head p {
    margin-inline-start: auto;
  }
  .trades .lots-row > td {
    padding-top: 0;
    padding-inline-start: 7.25rem;
  }
  tr:has(+ .lots-row) > * {
    border-bottom: 0;
  }
  .lots-switch {
    font-size: var(--text-s);
  }
  .lots-switch::before {
    content: "▸";
    content: "▸" / "";
    display: inline-block;
    width: 1rem;
  }
  .lots-switch[aria-expanded="true"]::before {
    rotate: 90deg;
    translate: -0.25rem 0;
  }
  .lots {
    display: grid;
    gap: var(--space-2);
    padding-block: var(--space-2) var(--space-1);
    font-size: var(--text-s);
  }
  @media screen {
    [aria-expanded="false"] + .lots {
      display: none;
    }
  }
  .lot-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
  }
  .lot-line bdi {
    max-width: 12rem;
  }
  .lots small {
    font-size: var(--text-s);
    color: var(--ink-soft);
  }
  .sums {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3) var(--space-6);
    padding: var(--space-4) var(--space-5);
  }
  .sums dt {
    font-size: var(--text-s);
    color: var(--ink-soft);
  }
  .sums dd {
    font-weight: 600;
  }
  .losses-taken {
    padding: 0 var(--space-5) var(--space-4);
  }
  .tax-rules {
    border-top: 1px solid var(--line);
  }
  .tax-rules h3 {
    padding: var(--space-4) var(--space-5) var(--space-1);
    font-size: var(--text-m);
  }
  .tax-rules .sums {
    border-top: 1px solid var(--line-soft);
  }
  @media (max-width: 48rem) {
    .trades .cards .lots-row {
      display: block;
      padding-top: 0;
    }
    .trades .cards .lots-row > td {
      padding-inline-start: 2.25rem;
    }
    .cards tr:has(+ .lots-row) {
      border-bottom: 0;
    }
    .sums,
    .losses-taken,
    .tax-rules h3 {
      padding-inline: var(--space-4);
    }
    .sums {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
