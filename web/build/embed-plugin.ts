/**
 * After the site is built: the planner for other people's pages, in a folder of its own because it has a policy of its
 * own. embed/index.html is what frames show; embed-one-file.html beside it is the same with everything inside, for browsers that take
 * "self" for nobody in a frame without an origin (WebKit); embed/ballast-planner.js is the script that makes the frame.
 */
import { resolve } from "node:path";

import { build, type InlineConfig, type Plugin } from "vite";

import { bareGluePlugin } from "./bare-glue-plugin.ts";
import type { BundledPackages } from "./bundled-packages.ts";
import { oneFilePlugin } from "./one-file-plugin.ts";
import { EMBED_META_POLICY, embedOneFilePolicy } from "./policy.mjs";
import { policyMetaPlugin } from "./policy-meta-plugin.ts";
import { withoutNodePlugin } from "./without-node-plugin.ts";

export function embedPlugin(web: string, packages: BundledPackages): Plugin {
  let outDir = "";
  return {
    name: "ballast:embed",
    apply: "build",
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir, "embed");
    },
    closeBundle: {
      order: "post",
      sequential: true,
      async handler(error?: Error) {
        if (error !== undefined) return;
        await build(page(web, outDir, packages));
        await build(oneFile(web, resolve(outDir, "..")));
        await build(script(web, outDir, packages));
      },
    },
  };
}

const common = { configFile: false, publicDir: false, logLevel: "warn" } satisfies InlineConfig;

function page(web: string, outDir: string, packages: BundledPackages): InlineConfig {
  return {
    ...common,
    root: resolve(web, "embed"),
    base: "./",
    plugins: [withoutNodePlugin(), policyMetaPlugin(EMBED_META_POLICY), packages.plugin()],
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
    },
  };
}

function oneFile(web: string, outDir: string): InlineConfig {
  return {
    ...common,
    root: resolve(web, "embed"),
    base: "./",
    plugins: [bareGluePlugin(), oneFilePlugin("embed-one-file.html", embedOneFilePolicy)],
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  };
}

function script(web: string, outDir: string, packages: BundledPackages): InlineConfig {
  return {
    ...common,
    plugins: [packages.plugin()],
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: resolve(web, "widget/ballast-planner.ts"),
        // Also for those who import it: the class is the module's one export.
        preserveEntrySignatures: "exports-only",
        output: { format: "es", entryFileNames: "ballast-planner.js", codeSplitting: false },
      },
    },
  };
}
