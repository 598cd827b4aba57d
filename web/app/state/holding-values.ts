import type { Account, BallastDocument } from "../../../wasm/planner/planner.js";
import type { Engine } from "../../shared/engine/types.js";

export type HoldingValues = ReadonlyMap<string, string>;

const none: HoldingValues = new Map();

/**
 * What each holding of one account is worth. A summary gives values per asset over all accounts, so the engine is asked
 * about a document with this account alone. Rows it objects to are left out and the rest asked again: one mistyped
 * quantity does not blank the table.
 */
export async function valueHoldings(
  engine: Engine,
  document: BallastDocument,
  account: Account,
): Promise<HoldingValues> {
  const held = new Set(account.holdings.map(({ asset }) => asset));
  let assets = document.assets.filter(({ id }) => held.has(id));
  let holdings = account.holdings.map(({ asset, quantity }) => ({ asset, quantity }));
  for (let attempt = 0; attempt < 2; attempt += 1) {
    if (holdings.length === 0) return none;
    const reply = await engine.summarize({
      format: "ballast",
      version: 1,
      base_currency: document.base_currency,
      assets: assets.map(({ id, price }) => ({ id, symbol: "-", price })),
      accounts: [{ id: account.id, holdings }],
      policy: { targets: [] },
    });
    if (reply.ok) {
      return new Map(
        reply.value.weights.flatMap(({ asset, value }) => (asset === null ? [] : ([[asset, value]] as const))),
      );
    }
    const refused = new Set<string>();
    for (const { pointer } of reply.errors) {
      const inAssets = /^\/assets\/(\d+)/.exec(pointer)?.[1];
      const inHoldings = /^\/accounts\/0\/holdings\/(\d+)/.exec(pointer)?.[1];
      const id = inAssets === undefined ? holdings[Number(inHoldings)]?.asset : assets[Number(inAssets)]?.id;
      if (id !== undefined) refused.add(id);
    }
    if (refused.size === 0) return none;
    assets = assets.filter(({ id }) => !refused.has(id));
    holdings = holdings.filter(({ asset }) => !refused.has(asset));
  }
  return none;
}
