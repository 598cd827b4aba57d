import type { Classification } from "../../wasm/planner/planner.js";
import { judgeStrategy } from "../app/share/judge-strategy.js";
import type { StrategyProblem } from "../app/strategies/read-strategy.js";
import type { Strategy } from "../app/strategies/strategy.js";
import type { Engine } from "../shared/engine/types.js";
import { decodeStrategy } from "../shared/share/decode-strategy.js";
import { MOST_BYTES } from "../shared/share/strategy-link.js";

export interface FoundStrategy {
  readonly strategy: Strategy | null;
  readonly problems: readonly StrategyProblem[];
}

/** A built-in strategy by its name, or one that the page brings along, which is judged like any file. */
export async function findStrategy(
  wanted: string,
  library: readonly Strategy[],
  builtIn: readonly Classification[],
  engine: () => Promise<Pick<Engine, "validate">>,
): Promise<FoundStrategy> {
  const text = wanted.trim();
  if (text.length > MOST_BYTES) return problem("This page's strategy is larger than any strategy.");
  if (text === "") return problem("This page names no strategy.");
  if (text.startsWith("{")) return judgeStrategy(text, await engine(), builtIn);
  const link = /#s\d+=.*$/s.exec(text)?.[0];
  if (link !== undefined) {
    const decoded = decodeStrategy(link);
    return decoded.ok ? judgeStrategy(decoded.text, await engine(), builtIn) : problem(decoded.message);
  }
  const strategy = library.find(({ id }) => id === text) ?? null;
  if (strategy !== null) return { strategy, problems: [] };
  const names = library.map(({ id }) => id).join(", ");
  return problem(`“${text.slice(0, 60)}” is not the name of a strategy. There are: ${names}.`);
}

function problem(message: string): FoundStrategy {
  return { strategy: null, problems: [{ pointer: "", message }] };
}
