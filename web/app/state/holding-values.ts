import type { BallastDocument, Problem, Summary } from "../../../wasm/planner/planner.js";

/** Account id → asset id → value. */
export type HoldingValues = ReadonlyMap<string, ReadonlyMap<string, string>>;

export const noValues: HoldingValues = new Map();

export function valuesOf(summary: Summary): HoldingValues {
  return new Map(
    summary.accounts.map(({ account, holdings }) => [
      account,
      new Map(holdings.map(({ asset, value }) => [asset, value])),
    ]),
  );
}

/**
 * What can be valued of a document with mistakes: prices and quantities alone, without the rows that the engine objects
 * to, so that one mistyped quantity does not blank the table.
 */
export function withoutRefusedRows(document: BallastDocument, problems: readonly Problem[]): BallastDocument {
  const refusedAssets = new Set<string>();
  const refusedHoldings = new Set<string>();
  for (const { pointer } of problems) {
    const asset = /^\/assets\/(\d+)(?:\/(?:id|price))?$/.exec(pointer)?.[1];
    const id = asset === undefined ? undefined : document.assets[Number(asset)]?.id;
    if (id !== undefined) refusedAssets.add(id);
    const holding = /^(\/accounts\/\d+\/holdings\/\d+)(?:\/(?:asset|quantity))?$/.exec(pointer)?.[1];
    if (holding !== undefined) refusedHoldings.add(holding);
  }
  return {
    format: "ballast",
    version: 1,
    // Values have all their digits, whatever is settled in.
    base_currency: "USD",
    assets: document.assets
      .filter(({ id }) => !refusedAssets.has(id))
      .map(({ id, price }) => ({ id, symbol: "-", price })),
    accounts: document.accounts.map(({ id, holdings }, account) => ({
      id,
      holdings: holdings
        .filter(
          ({ asset }, place) =>
            !refusedAssets.has(asset) && !refusedHoldings.has(`/accounts/${account}/holdings/${place}`),
        )
        .map(({ asset, quantity }) => ({ asset, quantity })),
    })),
    policy: { targets: [] },
  };
}
