import { createPlanner } from "../../wasm/planner/planner.mjs";
import type { Description, Planner } from "../../wasm/planner/planner.js";

/** The core and what it says of itself, loaded when it is first needed: most readers of a page only read. */
export interface Core {
  readonly planner: Planner;
  readonly description: Description;
}

let loading: Promise<Core> | undefined;

export function loadCore(): Promise<Core> {
  loading ??= createPlanner().then((planner) => {
    const reply = planner.describe();
    if (!reply.ok) throw new Error(reply.errors[0]?.message ?? "The core does not answer.");
    return { planner, description: reply.value };
  });
  // What failed once may be there at the next try.
  loading.catch(() => (loading = undefined));
  return loading;
}
