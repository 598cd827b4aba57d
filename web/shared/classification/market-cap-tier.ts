import type { AssetClass, Classification } from "../../../wasm/planner/planner.js";
import { compareDecimals, isDecimalText } from "../decimal-text.js";

/** The class with the highest threshold that a market cap reaches, as the core has it; undefined: below all of them. */
export function tierOf({ classes }: Pick<Classification, "classes">, marketCap: string): AssetClass | undefined {
  if (!isDecimalText(marketCap)) return undefined;
  return classes
    .filter(
      ({ at_least: least }) => least !== undefined && isDecimalText(least) && compareDecimals(least, marketCap) <= 0,
    )
    .sort((a, b) => compareDecimals(b.at_least ?? "0", a.at_least ?? "0"))[0];
}
