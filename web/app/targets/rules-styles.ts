import { css } from "lit";

export const rulesStyles = css`
  .prior {
    display: grid;
    gap: var(--space-4);
    padding: var(--space-5);
  }
  .priors {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
    gap: var(--space-2);
  }
  .priors legend {
    margin-bottom: var(--space-3);
  }
  .choice {
    display: flex;
    gap: var(--space-3);
    padding: 0.625rem var(--space-3);
    border: 1px solid transparent;
    border-radius: var(--radius-s);
    cursor: pointer;
  }
  .choice:hover {
    background: var(--sunken);
  }
  .choice.chosen {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .choice input {
    flex: none;
    margin-top: 0.1875rem;
  }
  .choice b {
    display: block;
    font-weight: 600;
  }
  .choice small {
    display: block;
    font-size: var(--text-s);
    line-height: 1.4;
    color: var(--ink-soft);
  }
  .choice.chosen small {
    color: var(--ink);
  }
  .parts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
    gap: var(--space-2) var(--space-5);
  }
  .parts li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-1) var(--space-3);
  }
  .parts .what {
    flex: 1 1 8rem;
  }
  .parts small {
    display: block;
    color: var(--ink-soft);
    font-size: var(--text-s);
  }
  .what .asset-words {
    display: grid;
    min-width: 0;
  }
  .limits {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3) var(--space-5);
    padding-top: var(--space-4);
    border-top: 1px solid var(--line-soft);
  }
  .limits .field {
    width: 19rem;
    max-width: 100%;
    align-content: end;
  }
  .limits .input {
    max-width: 8rem;
  }
  .rules-bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-4);
  }
  /* Cards of very different heights: down one column, then down the next, as the keyboard goes. */
  .dimensions {
    columns: 20rem;
    column-gap: var(--space-4);
    margin-bottom: calc(-1 * var(--space-4));
  }
  .dimensions.two {
    columns: 20rem 2;
  }
  .dimension {
    break-inside: avoid;
    margin-bottom: var(--space-4);
    padding-bottom: var(--space-3);
  }
  .dimension-head,
  .rule-head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 4.25rem 4.25rem;
    align-items: baseline;
    gap: var(--space-2);
  }
  .dimension-head {
    padding: var(--space-4) var(--space-4) var(--space-2);
    border-bottom: 1px solid var(--line);
  }
  .dimension-head h2 {
    overflow-wrap: anywhere;
  }
  .column-name {
    font-size: var(--text-xs);
    font-weight: 550;
    color: var(--ink-soft);
    text-align: end;
  }
  .rule-row {
    display: grid;
    gap: var(--space-1);
    padding: 0.625rem var(--space-4);
    border-bottom: 1px solid var(--line-soft);
    border-inline-start: 3px solid transparent;
  }
  .rule-row.binds {
    border-inline-start-color: var(--field-line);
  }
  .rule-row.conflicts {
    border-inline-start-color: var(--bad);
    background: var(--bad-soft);
  }
  .depth-1 {
    padding-inline-start: 2rem;
  }
  .depth-2 {
    padding-inline-start: 3rem;
  }
  .depth-3 {
    padding-inline-start: 4rem;
  }
  .depth-4,
  .depth-5 {
    padding-inline-start: 5rem;
  }
  .rule-name {
    min-width: 0;
    overflow-wrap: anywhere;
    font-weight: 550;
  }
  .rule-name small {
    display: block;
    color: var(--ink-soft);
    font-size: var(--text-s);
    font-weight: 400;
  }
  .rule-head .figure {
    text-align: end;
    font-size: var(--text-s);
  }
  .rule-head .share {
    font-weight: 600;
  }
  .rule-line,
  .rule-band {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-2);
  }
  .rule-line .rule-kind {
    flex: 1 1 7.5rem;
    width: auto;
    max-width: 11rem;
    margin-inline-start: -0.625rem;
    min-height: 2.25rem;
    border-color: transparent;
    background-color: transparent;
    color: var(--ink-soft);
  }
  .rule-line:has(.with-unit) .rule-kind {
    color: var(--ink);
  }
  .rule-line .rule-kind:hover,
  .rule-line .rule-kind:focus {
    border-color: var(--field-line);
    background-color: var(--surface);
  }
  .rule-line .lock {
    margin-inline-start: auto;
  }
  .rule-line:has(.with-unit .input + span + .input) .rule-kind {
    flex-basis: 6rem;
  }
  .rule-line .with-unit {
    gap: 0.25rem;
  }
  .rule-line .with-unit .input {
    width: 3.75rem;
  }
  .rule-line .input {
    min-height: 2.25rem;
  }
  .rule-of {
    display: flex;
    align-items: center;
    gap: var(--space-2);
  }
  .rule-of .input {
    width: auto;
    max-width: 14rem;
    min-height: 2rem;
    padding-block: 0.125rem;
    color: var(--ink);
  }
  .lock {
    width: 2.25rem;
    min-height: 2.25rem;
  }
  .lock.on {
    color: var(--accent);
  }
  .rule-mark.bad {
    color: var(--bad);
  }
  .rule-band .band-field {
    flex: 1;
    flex-wrap: nowrap;
  }
  .rule-band .band-field:has(.problem) {
    flex-wrap: wrap;
  }
  .rule-band .band-field select {
    flex: 0 1 10rem;
    min-width: 6rem;
    min-height: 2.25rem;
    margin: 0;
    border-color: transparent;
    background-color: transparent;
  }
  .rule-band .with-unit .input {
    width: 3.75rem;
    min-height: 2.25rem;
  }
  .rule-band .band-field select:hover,
  .rule-band .band-field select:focus {
    border-color: var(--field-line);
  }
  .fold {
    padding: var(--space-2) var(--space-4) 0;
  }
  .sums {
    min-height: 1.75rem;
    padding: var(--space-2) var(--space-4) 0;
  }
  .verdict {
    position: sticky;
    bottom: 0;
    z-index: 2;
    display: grid;
    gap: var(--space-2);
    justify-items: start;
    max-height: 60dvh;
    overflow: auto;
    padding: var(--space-3) var(--space-5);
    border: 1px solid var(--line);
    border-radius: var(--radius) var(--radius) 0 0;
    background: var(--raised);
    box-shadow: 0 -6px 24px rgb(4 20 28 / 10%);
  }
  .verdict.conflict {
    border-color: var(--bad);
  }
  .verdict p svg {
    display: inline-block;
    vertical-align: -0.2em;
    color: var(--good);
  }
  .verdict.conflict p svg {
    color: var(--bad);
  }
  .verdict li {
    overflow-wrap: anywhere;
  }
  .verdict li svg {
    display: inline-block;
    vertical-align: -0.1em;
    color: var(--ink-soft);
  }
  .conflict-rules .link {
    text-align: start;
  }
  .conflict-rules li {
    min-height: 1.75rem;
  }
  @media (max-width: 48rem) {
    .prior {
      padding: var(--space-4);
    }
    .verdict {
      max-height: 50dvh;
      padding-inline: var(--space-4);
    }
  }
  @media print {
    .verdict {
      position: static;
      box-shadow: none;
    }
  }
`;
