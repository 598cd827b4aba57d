import { fileURLToPath } from "node:url";

import { defineConfig } from "vite";

import { engineScriptPlugin } from "./web/build/engine-script-plugin.ts";
import { oneFilePlugin } from "./web/build/one-file-plugin.ts";
import { oneFilePolicy } from "./web/build/policy.mjs";
import { standInPlugin } from "./web/build/stand-in-plugin.ts";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The same page as one file, dist/ballast.html, to be opened from a disk. Built after the site, into its folder. */
export default defineConfig({
  root: path("web/app"),
  publicDir: false,
  cacheDir: path("node_modules/.cache/vite"),
  plugins: [
    standInPlugin({
      [path("web/shared/engine/spawn-worker.ts")]: path("web/onefile/spawn-worker.ts"),
      [path("web/shared/offline/register.ts")]: path("web/onefile/register-offline.ts"),
      [path("web/app/shell/edition-note.ts")]: path("web/onefile/edition-note.ts"),
      [path("web/app/privacy/edition-words.ts")]: path("web/onefile/edition-words.ts"),
    }),
    engineScriptPlugin(path("web/engine/worker.ts")),
    oneFilePlugin("ballast.html", oneFilePolicy),
  ],
  build: {
    outDir: path("dist"),
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
