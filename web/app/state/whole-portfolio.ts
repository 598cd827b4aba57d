import type { BallastDocument } from "../../../wasm/planner/planner.js";
import type { Engine } from "../../shared/engine/types.js";

/**
 * The engine, asked about all accounts: the screens show the whole portfolio. A document may name a group of accounts to
 * look at alone, for programs; that stays in it as it is.
 */
export function ofWholePortfolio(engine: Engine): Engine {
  return {
    ...engine,
    summarize: (document) => engine.summarize(whole(document)),
    plan: (document, request, signal) => engine.plan(whole(document), request, signal),
    resolve: (document) => engine.resolve(whole(document)),
    analyze: (document, request, signal) => engine.analyze(whole(document), request, signal),
  };
}

function whole(document: BallastDocument | string): BallastDocument | string {
  return typeof document === "string" || document.group === undefined ? document : withoutGroup(document);
}

function withoutGroup({ group: _, ...rest }: BallastDocument): BallastDocument {
  return rest;
}
