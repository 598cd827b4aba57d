import { css } from "lit";

export const doneFormStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  .words {
    padding: var(--space-4) var(--space-5) var(--space-2);
  }
  td {
    width: 10.5rem;
  }
  .foot {
    display: grid;
    gap: var(--space-3);
    padding: var(--space-4) var(--space-5);
    border-top: 1px solid var(--line);
  }
  .foot .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  @media (max-width: 48rem) {
    .words,
    .foot {
      padding-inline: var(--space-4);
    }
    .cards tr {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .cards td {
      width: auto;
    }
  }
`;
