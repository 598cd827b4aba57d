import { css } from "lit";

export const startStyles = css`
  .start {
    display: grid;
    gap: var(--space-6);
    padding-top: clamp(0.5rem, 3vw, 2rem);
  }
  .hero {
    display: grid;
    grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
    align-items: center;
    gap: var(--space-6);
  }
  .words {
    display: grid;
    gap: var(--space-4);
  }
  .hero h1 {
    max-width: 18ch;
    font-size: clamp(2rem, 5vw, 3.25rem);
    letter-spacing: -0.026em;
    line-height: 1.06;
  }
  .hero .lede {
    max-width: 34rem;
    font-size: var(--text-l);
  }
  .picture {
    width: 100%;
    max-width: 26rem;
    justify-self: end;
  }
  .doors {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--space-4);
  }
  .door {
    display: grid;
    grid-template-rows: auto auto 1fr auto;
    justify-items: start;
    gap: var(--space-2);
    padding: var(--space-5);
  }
  .door svg {
    color: var(--accent);
    margin-bottom: var(--space-2);
  }
  .door .button {
    margin-top: var(--space-3);
    width: 100%;
  }
  @media (max-width: 52rem) {
    .hero,
    .doors {
      grid-template-columns: minmax(0, 1fr);
    }
    .picture {
      display: none;
    }
    .door {
      grid-template-columns: auto minmax(0, 1fr);
      grid-template-rows: auto;
      align-items: center;
      column-gap: var(--space-3);
      padding: var(--space-4);
    }
    .door svg {
      margin: 0;
    }
    .door p,
    .door .button {
      grid-column: 1 / -1;
    }
  }
`;
