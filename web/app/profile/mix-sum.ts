import type { BallastDocument, Problem } from "../../../wasm/planner/planner.js";
import type { Engine } from "../../shared/engine/types.js";
import { mixParts, type Mix, type MixPart } from "./take-mix.js";

/** Whether an edited mix is whole, in the engine's figures. */
export type MixState =
  | { readonly kind: "whole" }
  | { readonly kind: "off"; readonly sum: string; readonly difference: string }
  /** Some figures are none. */
  | { readonly kind: "wrong"; readonly parts: ReadonlyMap<MixPart, Problem> };

/** The page adds up nothing itself: the engine is asked about four assets with the mix as their targets. */
export async function mixState(mix: Mix, engine: Pick<Engine, "validate">): Promise<MixState> {
  const reply = await engine.validate(fourAssets(mix));
  if (reply.ok) return { kind: "whole" };
  const sum = reply.errors.find(({ code }) => code === "policy/targets_sum");
  if (sum !== undefined) {
    return { kind: "off", sum: sum.parameters["sum"] ?? "", difference: sum.parameters["difference"] ?? "" };
  }
  const parts = new Map<MixPart, Problem>();
  for (const problem of reply.errors) {
    const part = mixParts[Number(/^\/policy\/targets\/(\d+)\//.exec(problem.pointer)?.[1] ?? NaN)];
    if (part !== undefined) parts.set(part, problem);
  }
  return { kind: "wrong", parts };
}

function fourAssets(mix: Mix): BallastDocument {
  return {
    format: "ballast",
    version: 1,
    base_currency: "USD",
    assets: mixParts.map((part) => ({ id: part, symbol: part, price: "1" })),
    accounts: [],
    policy: { targets: mixParts.map((part) => ({ asset: part, weight: mix[part] })), cash_weight: "0" },
  };
}
