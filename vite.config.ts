import { fileURLToPath } from "node:url";

import { defineConfig } from "vite";

import { bundledPackages } from "./web/build/bundled-packages.ts";
import { embedPlugin } from "./web/build/embed-plugin.ts";
import { offlinePlugin } from "./web/build/offline-plugin.ts";
import { META_POLICY } from "./web/build/policy.mjs";
import { policyMetaPlugin } from "./web/build/policy-meta-plugin.ts";
import { sbomPlugin } from "./web/build/sbom-plugin.ts";
import { withoutNodePlugin } from "./web/build/without-node-plugin.ts";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const packages = bundledPackages();

export default defineConfig({
  root: path("web/app"),
  publicDir: path("public"),
  cacheDir: path("node_modules/.cache/vite"),
  // Relative addresses: the site can stand in any folder of a host.
  base: "./",
  plugins: [
    policyMetaPlugin(META_POLICY),
    packages.plugin(),
    embedPlugin(path("web"), packages),
    sbomPlugin(path("."), packages),
    offlinePlugin(path("web/offline/service-worker.ts"), path("web/offline/remove-worker.ts")),
  ],
  build: {
    outDir: path("dist"),
    emptyOutDir: true,
    target: "es2022",
    // Nothing inline: the page's policy allows neither inline scripts and styles nor data: addresses.
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        entryFileNames: "assets/[name]-[hash].js",
        chunkFileNames: "assets/[name]-[hash].js",
        assetFileNames: "assets/[name]-[hash][extname]",
      },
    },
  },
  worker: {
    format: "es",
    plugins: () => [withoutNodePlugin(), packages.plugin()],
    rolldownOptions: {
      // A folder of its own, because the engine has a policy of its own (web/build/policy.mjs).
      output: {
        entryFileNames: "engine/[name]-[hash].js",
        chunkFileNames: "engine/[name]-[hash].js",
        assetFileNames: "engine/[name]-[hash][extname]",
        codeSplitting: false,
      },
    },
  },
});
