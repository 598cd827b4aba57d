import type { BallastDocument, Execution, HeldAfter, Holding } from "../../../wasm/planner/planner.js";

type HeldAccount = HeldAfter["accounts"][number];
type HeldHolding = HeldAccount["holdings"][number];

/** What the core says is held after trades, written where they changed something; the rest stays as it was typed. */
export function putHeld(
  document: BallastDocument,
  held: HeldAfter,
  { trades = [], cash_flows: flows = [], transfers = [] }: Execution,
): void {
  for (const after of held.accounts) {
    const account = document.accounts.find(({ id }) => id === after.account);
    const assets = new Set(trades.filter((trade) => trade.account === after.account).map(({ asset }) => asset));
    if (account === undefined) continue;
    const isMoved =
      flows.some((flow) => flow.account === after.account) ||
      transfers.some(({ from, to }) => from === after.account || to === after.account);
    if (assets.size > 0 || isMoved) account.cash = after.cash;
    for (const holding of after.holdings.filter(({ asset }) => assets.has(asset))) {
      const there = account.holdings.find(({ asset }) => asset === holding.asset);
      if (there === undefined) account.holdings.push(holdingOf(holding));
      else putHolding(there, holding);
    }
  }
}

function holdingOf(held: HeldHolding): Holding {
  const holding: Holding = { asset: held.asset, quantity: held.quantity };
  putHolding(holding, held);
  return holding;
}

function putHolding(holding: Holding, { quantity, locked_quantity: locked, locks, lots }: HeldHolding): void {
  holding.quantity = quantity;
  if (locked === "0") delete holding.locked_quantity;
  else holding.locked_quantity = locked;
  if (locks.length === 0) delete holding.locks;
  else holding.locks = locks;
  if (lots.length === 0) delete holding.lots;
  else holding.lots = lots;
}
