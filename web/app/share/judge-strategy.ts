import type { Classification } from "../../../wasm/planner/planner.js";
import type { Engine } from "../../shared/engine/types.js";
import { blankDocument } from "../state/blank.js";
import { readStrategy, type ReadStrategy } from "../strategies/read-strategy.js";
import type { Strategy } from "../strategies/strategy.js";
import { missingAssets } from "./named-assets.js";

/** A strategy from elsewhere, judged as if the assets it names were there: whoever uses it gets them in their table. */
export function judgeStrategy(
  text: string,
  engine: Pick<Engine, "validate">,
  builtIn: readonly Classification[],
): Promise<ReadStrategy> {
  const document = blankDocument();
  try {
    document.assets = missingAssets(JSON.parse(text) as Strategy, document).map((one) => ({ ...one, price: "1" }));
  } catch {
    // Not even the form of a strategy: readStrategy says so.
  }
  return readStrategy(text, engine, builtIn, document);
}
