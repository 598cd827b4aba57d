/**
 * For pages with the core inside. Emscripten's glue knows where the .wasm is, too, but is never asked: it need not be in
 * the page twice. And it asks for a module of Node's where it runs under Node, which a page never does.
 */
import type { Plugin } from "vite";

export function bareGluePlugin(): Plugin {
  return {
    name: "ballast:bare-glue",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("/build/wasm/ballast.mjs")) return undefined;
      return code.replace('new URL("ballast.wasm",import.meta.url).href', '""').replace('await import("module")', "{}");
    },
  };
}
