import type { Band, Classification, RulePolicy } from "../../../wasm/planner/planner.js";
import { classWords } from "../analysis/class-lookup.js";
import { percentText } from "../text/figures.js";

/** The bands of a policy as sentences. */
export function bandsWords(policy: RulePolicy, classifications: readonly Classification[]): string[] {
  const { band, cash_band: cash, class_bands: ofClasses = [], asset_bands: ofAssets = [] } = policy;
  return [
    ...(band === undefined ? [] : [`For all: ${bandWords(band)}`]),
    ...(cash === undefined ? [] : [`Cash: ${bandWords(cash)}`]),
    ...ofClasses.map((one) => `${classWords(classifications, one)}: ${bandWords(one.band)}`),
    ...ofAssets.map((one) => `${one.asset}: ${bandWords(one.band)}`),
  ];
}

function bandWords(band: Band): string {
  switch (band.kind) {
    case "none":
      return "no band";
    case "absolute":
      return `± ${percentText(band.width)} points`;
    case "relative":
      return `± ${percentText(band.width)} % of the target`;
    case "five_twenty_five":
      return "5 points, or a quarter of the target where that is less";
  }
}
