/** The npm package's entry "ballast/worker": the planner in a worker of its own, so that a page never waits for it. */
import { createEngine as createClient, type EngineOptions } from "../shared/engine/client.js";
import type { Engine } from "../shared/engine/types.js";
import type { LoadedFile } from "../shared/loaded-files.js";

export type { Engine, EngineOptions, LoadedFile };

/**
 * `spawn` starts the worker where a bundler or a policy (Trusted Types) asks for another way; its script is
 * "ballast/worker/engine.js".
 */
export function createEngine(options: Partial<EngineOptions> = {}): Engine {
  return createClient({ spawn: startWorker, ...options });
}

function startWorker(): Worker {
  // Written out in this way, bundlers find the script and take it along.
  return new Worker(new URL("../engine/worker.js", import.meta.url), { type: "module", name: "ballast-engine" });
}
