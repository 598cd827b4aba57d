/** Puts the bill of materials beside the page. */
import type { Plugin } from "vite";

import type { BundledPackages } from "./bundled-packages.ts";
import { sbom } from "./sbom.mjs";

export function sbomPlugin(root: string, packages: BundledPackages): Plugin {
  return {
    name: "ballast:sbom",
    apply: "build",
    // Workers are bundled while the page's modules are read; the page's own packages are known just now.
    generateBundle: {
      order: "post",
      handler() {
        const source = `${JSON.stringify(sbom(root, packages.names()), undefined, 2)}\n`;
        this.emitFile({ type: "asset", fileName: "sbom.cdx.json", source });
      },
    },
  };
}
