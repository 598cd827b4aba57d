import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  build: { target: "es2022" },
  // The worker is a module that imports others.
  worker: { format: "es" },
  // While developing, Vite would move the package's files away from the .wasm beside them.
  optimizeDeps: { exclude: ["ballast"] },
});
