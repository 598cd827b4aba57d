import { css } from "lit";

export const planStyles = css`
  .modes {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: var(--space-2);
    padding: var(--space-4) var(--space-4) 0;
  }
  .mode {
    display: flex;
    gap: var(--space-3);
    padding: var(--space-3);
    border: 1px solid transparent;
    border-radius: var(--radius-s);
    cursor: pointer;
  }
  .mode:hover {
    background: var(--sunken);
  }
  .mode.chosen {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .mode input {
    flex: none;
    margin-top: 0.1875rem;
  }
  .mode b {
    display: block;
    font-weight: 600;
  }
  .mode small {
    display: block;
    font-size: var(--text-s);
    line-height: 1.4;
    color: var(--ink-soft);
  }
  .mode.chosen small {
    color: var(--ink);
  }
  .details {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-3) var(--space-4);
    padding: var(--space-4) var(--space-5) var(--space-5);
  }
  .details .field {
    width: 13rem;
  }
  .details .check {
    min-height: 2.5rem;
  }
  .details .check input {
    flex: none;
  }
  .details .check small {
    display: block;
    max-width: 42rem;
  }
  .details .problems {
    flex-basis: 100%;
  }
  .result {
    display: grid;
    gap: var(--space-5);
    grid-template-columns: minmax(0, 1fr);
    min-height: 70vh;
    align-content: start;
  }
  .headline {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-4) var(--space-6);
    padding: var(--space-5);
  }
  .headline .count {
    font-size: var(--text-xl);
    font-weight: 650;
    letter-spacing: -0.018em;
    line-height: 1.25;
  }
  .headline > div:first-child {
    display: grid;
    gap: var(--space-1);
    flex: 1 1 24rem;
  }
  .proof {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    color: var(--good);
    font-size: var(--text-s);
    font-weight: 550;
  }
  .proof svg {
    flex: none;
  }
  .proof.gap {
    color: var(--ink-soft);
  }
  .trades-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 18.5rem;
  }
  .trades-body > table {
    align-self: start;
  }
  .trades-body .none {
    padding: var(--space-5);
  }
  .done-cell {
    width: 2.5rem;
  }
  .trade-cell .line {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-width: 0;
  }
  .trade-cell .line bdi {
    max-width: 11rem;
  }
  .trade-cell .name {
    font-weight: 400;
    color: var(--ink-soft);
  }
  .side {
    flex: none;
    width: 2.25rem;
    font-weight: 650;
  }
  .side.sell {
    color: var(--accent);
  }
  .side.buy {
    color: var(--good);
  }
  .reason {
    display: block;
    padding-inline-start: 2.75rem;
    font-size: var(--text-s);
    font-weight: 400;
    line-height: 1.4;
    color: var(--ink-soft);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .quantity {
    white-space: nowrap;
    font-weight: 600;
  }
  .done .trade-cell,
  .done td:not(.done-cell) {
    color: var(--ink-faint);
  }
  .done .line,
  .done td:not(.done-cell) {
    text-decoration: line-through;
  }
  .done .side,
  .done .name,
  .done .reason {
    color: inherit;
  }
  .done .swatch {
    opacity: 0.5;
  }
  .ledger {
    padding: var(--space-4) var(--space-5);
    border-inline-start: 1px solid var(--line);
    background: color-mix(in oklab, var(--sunken) 45%, transparent);
    font-variant-numeric: tabular-nums;
  }
  .ledger div {
    display: flex;
    justify-content: space-between;
    gap: var(--space-3);
    padding-block: 0.25rem;
  }
  .ledger dt {
    color: var(--ink-soft);
  }
  .ledger .sign {
    display: inline-block;
    width: 0.875rem;
    color: var(--ink);
  }
  .ledger dd {
    white-space: nowrap;
  }
  .ledger .sum-line {
    margin-top: var(--space-1);
    padding-top: var(--space-2);
    border-top: 1px solid var(--field-line);
    font-weight: 650;
  }
  .ledger .sum-line dt {
    color: var(--ink);
  }
  .totals .ledger {
    border: 0;
    background: none;
  }
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr));
    gap: var(--space-5);
    align-items: start;
  }
  @media (min-width: 64rem) {
    .two:has(.skipped) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .two > .skipped {
      grid-column: 2;
      grid-row: 1 / span 2;
    }
  }
  .reasons li {
    display: grid;
    gap: 0.125rem;
    padding: var(--space-3) var(--space-5);
    border-bottom: 1px solid var(--line-soft);
  }
  .reasons li:last-child {
    border-bottom: 0;
  }
  .reasons .first {
    display: flex;
    justify-content: space-between;
    gap: var(--space-3);
    min-width: 0;
    font-weight: 550;
  }
  .reasons small {
    font-size: var(--text-s);
    color: var(--ink-soft);
  }
  .print-only {
    display: none;
  }
`;
