import { css } from "lit";

export const holdingsStyles = css`
  .total {
    display: grid;
    justify-items: end;
    gap: 0.125rem;
    position: relative;
    min-height: 4rem;
    align-content: end;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .total b {
    font-size: var(--text-2xl);
    font-weight: 650;
    letter-spacing: -0.02em;
    line-height: 1.1;
    overflow-wrap: anywhere;
  }
  .total b small {
    font-size: var(--text-l);
    font-weight: 500;
    letter-spacing: 0;
    color: var(--ink-soft);
  }
  .total .pending {
    position: absolute;
    inset: 100% 0 auto auto;
    white-space: nowrap;
    font-weight: 400;
    letter-spacing: 0;
    line-height: 1.4;
  }
  .head > div.portfolio {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3) var(--space-4);
    align-items: end;
  }
  .portfolio .field {
    width: 9rem;
  }
  .portfolio .name {
    flex: 1 1 12rem;
    max-width: 24rem;
  }
  .portfolio .code {
    width: 6rem;
  }
  .portfolio .smallest {
    width: 10rem;
  }
  .foot-problems {
    grid-column: 1 / -1;
    flex-basis: 100%;
  }
  .account {
    overflow: clip;
  }
  .account-name {
    flex: 1 1 12rem;
    max-width: 24rem;
  }
  .account-name .title {
    margin-inline-start: -0.625rem;
    border-color: transparent;
    background: transparent;
    font-size: var(--text-l);
    font-weight: 650;
    letter-spacing: -0.011em;
  }
  .account-name .title:hover,
  .account-name .title:focus {
    border-color: var(--field-line);
    background: var(--surface);
  }
  .account-name .title[aria-invalid="true"] {
    border-color: var(--bad);
    background: var(--bad-soft);
  }
  .account-value {
    display: grid;
    justify-items: end;
    line-height: 1.3;
  }
  .account-value b {
    font-weight: 600;
  }
  .holdings {
    min-width: 64rem;
    table-layout: fixed;
  }
  .holdings .quoted {
    display: flex;
    align-items: baseline;
    gap: var(--space-1);
  }
  .holdings .quoted .input {
    min-width: 0;
  }
  .holdings .quoted small {
    color: var(--ink-soft);
  }
  .holdings th:nth-child(1) {
    width: 8.75rem;
  }
  .holdings th:nth-child(3) {
    width: 8.5rem;
  }
  .holdings th:nth-child(4) {
    width: 8rem;
  }
  .holdings th:nth-child(5) {
    width: 8.75rem;
  }
  .holdings th:nth-child(6) {
    width: 7.25rem;
  }
  .holdings th:nth-child(7) {
    width: 5.25rem;
  }
  .holdings th.tick {
    width: 2.75rem;
  }
  .holdings th:last-child {
    width: 3.5rem;
  }
  .tick {
    text-align: center;
  }
  .holdings td {
    padding: 0.1875rem 0.1875rem;
  }
  .holdings tbody td:first-child {
    padding-inline-start: var(--space-5);
  }
  .holdings thead th {
    padding-inline: 0.8125rem;
  }
  .holdings thead th:first-child {
    padding-inline-start: calc(var(--space-5) + 1.375rem);
  }
  .holdings thead th.tick {
    padding-inline: 0;
  }
  .holdings .tick input {
    display: block;
    margin: 0 auto;
  }
  .rules-switch {
    display: none;
  }
  .holdings .input {
    border-color: transparent;
    background: transparent;
    text-overflow: ellipsis;
  }
  .holdings .input:hover {
    border-color: var(--line);
  }
  .holdings .input:focus {
    border-color: var(--field-line);
    background: var(--surface);
  }
  .holdings .input[aria-invalid="true"] {
    border-color: var(--bad);
    background: var(--bad-soft);
  }
  .holdings .strong {
    font-weight: 600;
  }
  .holdings .symbol-cell {
    white-space: nowrap;
  }
  .symbol-cell .swatch {
    margin-inline-end: -0.125rem;
    vertical-align: middle;
  }
  .symbol-cell .input {
    width: calc(100% - 0.75rem);
  }
  .swatch.none {
    visibility: hidden;
  }
  .holdings .value {
    padding-inline: 0.8125rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .holdings .rule .input {
    color: var(--ink-soft);
  }
  .holdings .remove {
    text-align: end;
  }
  .holdings .remove .button {
    opacity: 0.55;
  }
  .holdings tr:hover .remove .button:enabled,
  .holdings .remove .button:focus-visible {
    opacity: 1;
  }
  .holdings .fresh input[type="checkbox"],
  .holdings .fresh .remove {
    visibility: hidden;
  }
  .holdings .wrong > * {
    border-bottom-color: transparent;
  }
  .holdings .problem-row td {
    padding: 0 var(--space-5) var(--space-2);
  }
  .more {
    padding: var(--space-3) var(--space-5);
  }
  .account-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-3) var(--space-4);
    padding: var(--space-4) var(--space-5);
    border-top: 1px solid var(--line);
    background: color-mix(in oklab, var(--sunken) 45%, transparent);
  }
  .account-foot .field {
    width: 10.5rem;
  }
  .remove-account {
    margin-inline-start: auto;
    min-height: 2.5rem;
  }
  .unheld {
    width: 100%;
  }
  .unheld-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3) var(--space-4);
    padding: var(--space-3) var(--space-5);
    border-top: 1px solid var(--line-soft);
  }
  .unheld-row .what {
    flex: 1 1 10rem;
  }
  .unheld-row .field {
    width: 9rem;
  }
`;
