// The package.json of the npm package: what can be imported from it, and under which name.
export function manifest(own, { widget }) {
  const { name, version, description, license, engines } = own;
  const entry = (path, types) => ({ types: `./lib/${types}`, default: `./lib/${path}` });
  return {
    name,
    version,
    description,
    license,
    type: "module",
    engines: { node: engines.node },
    sideEffects: ["./lib/web/engine/worker.js", ...(widget ? ["./lib/web/widget/ballast-planner.js"] : [])],
    // One file serves Node, pages and workers alike, so there is nothing to choose between by condition.
    exports: {
      ".": entry("wasm/planner/planner.mjs", "wasm/planner/planner.d.mts"),
      "./worker": entry("web/package/worker.js", "web/package/worker.d.ts"),
      "./worker/engine.js": entry("web/engine/worker.js", "web/engine/worker.d.ts"),
      ...(widget && { "./widget": entry("web/widget/ballast-planner.js", "web/widget/ballast-planner.d.ts") }),
      "./ballast.wasm": "./lib/build/wasm/ballast.wasm",
      "./schema/*.json": "./schema/*.json",
      "./catalogue/*.json": "./catalogue/*.json",
      "./strategies/*.json": "./strategies/*.json",
      ...(widget && { "./custom-elements.json": "./custom-elements.json" }),
      "./package.json": "./package.json",
    },
    ...(widget && { customElements: "./custom-elements.json" }),
    // Emscripten's glue asks for it under Node only.
    browser: { module: false },
  };
}
