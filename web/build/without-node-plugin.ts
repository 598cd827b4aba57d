/** Emscripten's glue imports Node's "module" where it runs under Node; a browser never gets there. */
import type { Plugin } from "vite";

const EMPTY = "\0ballast:empty";

export function withoutNodePlugin(): Plugin {
  return {
    name: "ballast:without-node",
    enforce: "pre",
    resolveId: (id) => (id === "module" ? EMPTY : undefined),
    load: (id) => (id === EMPTY ? "export const createRequire = undefined;" : undefined),
  };
}
