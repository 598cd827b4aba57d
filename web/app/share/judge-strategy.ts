import type { BallastDocument, Classification } from "../../../wasm/planner/planner.js";
import type { Engine } from "../../shared/engine/types.js";
import { readStrategy, type ReadStrategy } from "../strategies/read-strategy.js";
import type { Strategy } from "../strategies/strategy.js";
import { documentNaming } from "./named-assets.js";

/** A strategy from elsewhere, judged as if the assets it names were there: whoever uses it gets them in their table. */
export function judgeStrategy(
  text: string,
  engine: Pick<Engine, "validate">,
  builtIn: readonly Classification[],
): Promise<ReadStrategy> {
  let document: BallastDocument | null = null;
  try {
    document = documentNaming(JSON.parse(text) as Strategy);
  } catch {
    // Not even the form of a strategy: readStrategy says so.
  }
  return readStrategy(text, engine, builtIn, document);
}
