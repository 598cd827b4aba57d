import { defineConfig } from "vitest/config";

export default defineConfig({
  // The engine's script has an address only in a build; a test that starts it gives its own.
  plugins: [
    {
      name: "ballast:worker-url",
      enforce: "pre",
      resolveId: (id) => (id.endsWith("?worker&url") ? "\0ballast:worker-url" : undefined),
      load: (id) => (id === "\0ballast:worker-url" ? 'export default "/engine/worker.js";' : undefined),
    },
  ],
  test: {
    include: ["tests/web/**/*.test.ts", "tests/wasm/**/*.test.ts"],
    // IndexedDB and workers are stood in for where a test needs them; everything else is plain Node.
    environment: "node",
    testTimeout: 20_000,
  },
});
