/** Puts the bill of materials beside the page, once all bundles are there: the page's, its threads', the frame's. */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";

import type { Plugin } from "vite";

import type { BundledPackages } from "./bundled-packages.ts";
import { sbom } from "./sbom.mjs";

export function sbomPlugin(root: string, packages: BundledPackages): Plugin {
  let outDir = "";
  return {
    name: "ballast:sbom",
    apply: "build",
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: "post",
      sequential: true,
      async handler(error?: Error) {
        if (error !== undefined) return;
        const text = `${JSON.stringify(sbom(root, packages.names()), undefined, 2)}\n`;
        await writeFile(resolve(outDir, "sbom.cdx.json"), text);
      },
    },
  };
}
