import type { Classification } from "../../../wasm/planner/planner.js";
import { classificationOf } from "../../shared/classification/catalogue.js";
import { applyFilling, fillingOf } from "../../shared/classification/fill-members.js";
import { findClassification } from "../analysis/class-lookup.js";
import { loadCatalogue } from "../classifications/catalogue-source.js";
import { currencyCode } from "../parts/asset-lookup.js";
import type { FillMembers } from "./apply-strategy.js";
import type { Strategy } from "./strategy.js";

/** All that is needed to offer strategies and to put one in place. */
export interface StrategyParts {
  readonly library: readonly Strategy[];
  /** The classifications of the catalogue, as a document takes them in. */
  readonly builtIn: readonly Classification[];
  readonly fill: FillMembers;
}

/** Loaded when somebody asks for it. */
export async function loadStrategyParts(): Promise<StrategyParts> {
  const [{ library }, catalogue] = await Promise.all([import("./library.js"), loadCatalogue()]);
  return {
    library,
    builtIn: catalogue.classifications.map(classificationOf),
    fill: (document, id) => {
      const classification = findClassification(document.classifications, id);
      if (classification === undefined) return;
      applyFilling(classification, fillingOf(classification, document.assets, currencyCode(document), catalogue));
    },
  };
}
