import { css } from "lit";

export const catalogueStyles = css`
  section {
    display: grid;
    gap: var(--space-3);
  }
  .field {
    max-width: 30rem;
  }
  .entries li {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--space-4);
    padding-block: var(--space-3);
    border-top: 1px solid var(--line-soft);
    overflow-wrap: anywhere;
  }
  .entries li > div {
    flex: 1;
    min-width: 0;
  }
  .entries .button {
    flex: none;
  }
  h3 .soft {
    font-weight: 400;
  }
  .fact {
    margin-inline-end: var(--space-3);
  }
  @media (max-width: 40rem) {
    .fact {
      display: block;
    }
  }
  .there {
    flex: none;
    white-space: nowrap;
  }
  .there svg {
    display: inline-block;
    vertical-align: -0.1em;
  }
`;
