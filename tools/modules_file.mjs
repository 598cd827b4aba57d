// Reads core/modules.txt: the modules of the core, what each may include, and the libraries it uses privately.
import { readFileSync } from "node:fs";

// → Map: module → { reach: Set of modules it may include, direct and through others; libraries: Set }
export function readModules(file) {
  const modules = new Map();
  for (const [index, line] of readFileSync(file, "utf8").split("\n").entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [, name, includes, libraries = ""] = /^([a-z_]+) *:([a-z_ *]*)(?:\+([a-z_ ]+))?$/.exec(line) ?? [];
    if (!name) throw new Error(`${file}:${index + 1}: not "module : modules + libraries": ${line}`);
    const words = (text) => text.split(/\s+/).filter(Boolean);
    const named = includes.trim() === "*" ? [...modules.keys()] : words(includes);
    const reach = new Set();
    for (const below of named) {
      if (!modules.has(below)) throw new Error(`${file}:${index + 1}: ${name} names ${below}, which is not above it`);
      for (const each of [below, ...modules.get(below).reach]) reach.add(each);
    }
    modules.set(name, { reach, libraries: new Set(words(libraries)) });
  }
  return modules;
}
