/** Builds an edition of the page in which some modules are others, with the same exports. */
import type { Plugin } from "vite";

/** @param modules Absolute path of a module → of what stands in for it. */
export function standInPlugin(modules: Readonly<Record<string, string>>): Plugin {
  const unused = new Set(Object.keys(modules));
  return {
    name: "ballast:stand-in",
    apply: "build",
    enforce: "pre",
    async resolveId(source, importer, options) {
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      const other = resolved === null ? undefined : modules[resolved.id];
      if (resolved !== null && other !== undefined) unused.delete(resolved.id);
      return other;
    },
    // A module that was moved would otherwise come into the file as it is.
    buildEnd(error) {
      if (error === undefined && unused.size > 0) this.error(`nothing imports ${[...unused].join(", ")}`);
    },
  };
}
