import { css } from "lit";

/** A few choices side by side of which one is chosen. */
export const segmented = css`
  .segmented {
    display: inline-grid;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
    justify-self: start;
    gap: 2px;
    padding: 3px;
    border-radius: var(--radius-s);
    background: var(--sunken);
  }
  .segmented label {
    position: relative;
    display: grid;
    place-items: center;
    min-width: 7.5rem;
    min-height: 2.25rem;
    border-radius: 5px;
    font-weight: 550;
    cursor: pointer;
  }
  .segmented input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
  }
  .segmented .chosen {
    background: var(--raised);
    box-shadow: var(--shadow);
  }
  .segmented label:has(:focus-visible) {
    outline: 2px solid var(--focus);
  }
  @media (max-width: 48rem) {
    .segmented {
      justify-self: stretch;
    }
    .segmented label {
      min-width: 0;
    }
  }
`;
