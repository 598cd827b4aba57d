import { css } from "lit";

export const flowsStyles = css`
  .flows {
    margin: 0;
    padding: var(--space-4) var(--space-5);
    border-top: 1px solid var(--line);
  }
  .flows-chart {
    display: block;
    height: 18rem;
    margin-top: var(--space-3);
    overflow: visible;
  }
  .flow {
    fill: var(--swatch, var(--asset-cash));
    fill-opacity: 0.55;
  }
  .flow-smaller {
    --swatch: var(--ink-faint);
  }
  .flow-cash {
    fill: var(--ink-soft);
  }
  .flow-name {
    fill: var(--ink);
    font-size: var(--text-xs);
  }
  .flow-amount {
    fill: var(--ink-soft);
    font-variant-numeric: tabular-nums;
  }
  @media (max-width: 48rem) {
    .flows {
      padding-inline: var(--space-4);
    }
    /* They stand in the list of trades above. */
    .flow-amount {
      display: none;
    }
  }
`;
