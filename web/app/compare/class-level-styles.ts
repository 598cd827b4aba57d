import { css } from "lit";

/** Tables of classes: each level a step further in, and the state of a band in the last column. */
export const classLevelStyles = css`
  .what.in1 {
    margin-inline-start: var(--space-4);
  }
  .what.in2 {
    margin-inline-start: calc(2 * var(--space-4));
  }
  .what.in3,
  .what.in4 {
    margin-inline-start: calc(3 * var(--space-4));
  }
  .class-status {
    white-space: nowrap;
  }
  .class-status small {
    display: block;
    color: var(--ink-soft);
    font-size: var(--text-s);
  }
  .class-status .off {
    font-weight: 600;
    color: var(--accent);
  }
  .panel-head .check {
    margin-inline-start: auto;
    font-size: var(--text-s);
  }
`;
