/** Starts the site's own engine worker. */
import { scriptUrl } from "../script-url.js";

export function spawnWorker(attempt: number): Worker {
  return new Worker(scriptUrl("engine", attempt), { type: "module", name: "ballast-engine" });
}
