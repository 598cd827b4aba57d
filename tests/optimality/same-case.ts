/** The same case in other words: the plan's drift must not depend on them. */
import { generator } from "../bench/generator.mjs";
import { decimalText, units } from "./decimals.js";
import type { Case } from "./random-case.js";

/** Assets, accounts, holdings and targets in another order. */
export function permuted({ seed, document, request }: Case): Case {
  const random = generator(seed + 404);
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, place: random() }))
      .sort((one, other) => one.place - other.place)
      .map(({ item }) => item);
  const accounts = shuffled(document.accounts).map((account) => ({ ...account, holdings: shuffled(account.holdings) }));
  const policy = { ...document.policy, targets: shuffled(document.policy.targets) };
  return { seed, document: { ...document, assets: shuffled(document.assets), accounts, policy }, request };
}

/** Units of assets a thousand times as large: prices times 1,000, quantities and steps divided by it. */
export function inLargerUnits({ seed, document, request }: Case): Case {
  const smaller = (text: string): string => {
    const amount = units(text);
    if (amount % 1000n !== 0n) throw new Error(`${text} has too many decimals`);
    return decimalText(amount / 1000n);
  };
  const assets = document.assets.map((asset) => ({
    ...asset,
    price: decimalText(units(asset.price) * 1000n),
    quantity_step: smaller(asset.quantity_step ?? "0.00000001"),
  }));
  const accounts = document.accounts.map((account) => ({
    ...account,
    holdings: account.holdings.map((holding) => ({
      ...holding,
      quantity: smaller(holding.quantity),
      ...(holding.locked_quantity !== undefined && { locked_quantity: smaller(holding.locked_quantity) }),
      ...(holding.minimum_quantity !== undefined && { minimum_quantity: smaller(holding.minimum_quantity) }),
      ...(holding.locks && {
        locks: holding.locks.map(({ quantity, until }) => ({ quantity: smaller(quantity), until })),
      }),
    })),
  }));
  return { seed, document: { ...document, assets, accounts }, request };
}
