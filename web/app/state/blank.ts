import type { BallastDocument, PlanRequest } from "../../../wasm/planner/planner.js";
import type { Workspace } from "../../shared/storage/types.js";

export function blankDocument(currency = "USD"): BallastDocument {
  return {
    format: "ballast",
    version: 1,
    base_currency: currency,
    assets: [],
    accounts: [{ id: "main", name: "Main account", cash: "0", holdings: [] }],
    policy: { targets: [] },
  };
}

export function blankRequest(): PlanRequest {
  return { directions: "both", trigger: "always" };
}

export function blankWorkspace(): Workspace {
  return { document: blankDocument(), request: blankRequest() };
}
