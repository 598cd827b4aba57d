// Checks who includes whom in the core against core/modules.txt, and prints every breach as file:line.
//
//   node tools/check_includes.mjs [folder of the checkout]
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readModules } from "./modules_file.mjs";

const publicRoot = "core/include/";
const privateRoot = "core/src/";
const libraryFolders = { nlohmann: "nlohmann_json", boost: "boost_multiprecision", Eigen: "eigen" };

function sourcesBelow(top, folder) {
  return readdirSync(join(top, folder), { recursive: true })
    .filter((name) => /\.[ch]pp$/.test(name))
    .map((name) => join(folder, name))
    .sort();
}

// core/include/ballast/money/x.hpp and core/src/money/x.cpp → money
function moduleOf(file) {
  return file.startsWith(publicRoot) ? file.split("/")[3] : file.split("/")[2];
}

// Why this include is not allowed, or undefined.
function breach(modules, file, quoted, target) {
  const isPublic = file.startsWith(publicRoot);
  const own = moduleOf(file);
  const { reach, libraries } = modules.get(own);
  const first = target.split("/")[0];

  if (first === "emscripten" || first === "wasm" || /(^|\/)wasm\//.test(target))
    return "the core does not include from wasm/";
  if (first === "ballast") {
    const wanted = target.split("/")[1];
    if (!modules.has(wanted)) return `there is no module ${wanted} in core/modules.txt`;
    if (wanted === own || reach.has(wanted)) return undefined;
    return `${own} may not include ${wanted} (it may: ${[...reach].join(", ") || "none"})`;
  }
  if (first in libraryFolders) {
    const library = libraryFolders[first];
    if (!libraries.has(library)) return `${own} does not use ${library} (core/modules.txt)`;
    return isPublic ? `a public header does not include ${library}: whoever includes it would need it too` : undefined;
  }
  if (!quoted) return undefined;
  if (isPublic) return 'a public header includes public headers only, as "ballast/module/name.hpp"';
  const landing = normalize(join(dirname(file), target));
  const root = `${privateRoot}${own}/`;
  if (target.includes("..") && !landing.startsWith(root)) return `${target} is private to another module`;
  return undefined;
}

export function checkIncludes(top) {
  const modules = readModules(join(top, "core/modules.txt"));
  const breaches = [];
  let count = 0;
  for (const file of [...sourcesBelow(top, publicRoot), ...sourcesBelow(top, privateRoot)]) {
    if (!modules.has(moduleOf(file))) {
      breaches.push(`${file}:1: there is no module ${moduleOf(file)} in core/modules.txt`);
      continue;
    }
    for (const [index, line] of readFileSync(join(top, file), "utf8").split("\n").entries()) {
      const [, bracket, target] = /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(line) ?? [];
      if (!target) continue;
      count += 1;
      const reason = breach(modules, file, bracket === '"', target);
      if (reason) breaches.push(`${file}:${index + 1}: ${reason}`);
    }
  }
  return { breaches, count };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { breaches, count } = checkIncludes(resolve(process.argv[2] ?? "."));
  for (const line of breaches) process.stderr.write(`${line}\n`);
  if (breaches.length > 0) process.exit(1);
  process.stdout.write(`${count} includes, all in the direction of core/modules.txt\n`);
}
