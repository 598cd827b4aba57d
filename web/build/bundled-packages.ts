/** Which npm packages a bundle really holds: by the modules that are left in it, not by what was installed. */
import type { Plugin } from "vite";

// From the last node_modules of the path: a package may bring packages of its own.
const IN_PACKAGE = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;

export interface BundledPackages {
  /** Goes into every bundle of the site, those of workers included. */
  plugin: () => Plugin;
  /** Sorted; complete once the last bundle is generated. */
  names: () => string[];
}

export function bundledPackages(): BundledPackages {
  const found = new Set<string>();
  return {
    names: () => [...found].sort(),
    plugin: () => ({
      name: "ballast:bundled-packages",
      apply: "build",
      generateBundle(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== "chunk") continue;
          for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
            const name = renderedLength > 0 ? packageOf(id) : undefined;
            if (name !== undefined) found.add(name);
          }
        }
      },
    }),
  };
}

export function packageOf(moduleId: string): string | undefined {
  return IN_PACKAGE.exec(moduleId.replaceAll("\\", "/"))?.[1];
}
