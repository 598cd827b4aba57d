// Makes the npm package: build/package/ and build/ballast-VERSION.tgz. Inside, files lie as they do here (lib/wasm, lib/web,
// lib/build), so that nothing has to be rewritten; what a user may import is named by "exports" alone.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { manifest } from "./manifest.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(root, "build/package");

const COPIED = {
  "wasm/planner": "lib/wasm/planner",
  "build/wasm/ballast.mjs": "lib/build/wasm/ballast.mjs",
  "build/wasm/ballast.wasm": "lib/build/wasm/ballast.wasm",
  "public/schema": "schema",
  "public/catalogue": "catalogue",
  "public/strategies": "strategies",
  "docs/package.md": "README.md",
  LICENSE: "LICENSE",
  "CHANGELOG.md": "CHANGELOG.md",
};

export function buildPackage() {
  const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const widget = existsSync(join(root, "web/widget/ballast-planner.ts"));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run("tsc", "-p", "tsconfig.package.json");
  if (widget) addWidget();
  for (const [from, to] of Object.entries(COPIED)) cpSync(join(root, from), join(folder, to), { recursive: true });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest(own, { widget }), undefined, 2)}\n`);
  execFileSync("npm", ["pack", folder, "--silent", "--pack-destination", join(root, "build")], { cwd: root });
  return { folder, tarball: join(root, `build/ballast-${own.version}.tgz`) };
}

// The element, and what editors need to know of it.
function addWidget() {
  run("tsc", "-p", "tsconfig.package-widget.json");
  run("custom-elements-manifest", "analyze", "--globs", "web/widget/**/*.ts", "--outdir", "build/package");
  // It names the sources; in the package they are where they were compiled to.
  const described = join(folder, "custom-elements.json");
  writeFileSync(described, readFileSync(described, "utf8").replace(/"(web\/widget\/[\w-]+)\.ts"/g, '"lib/$1.js"'));
}

function run(program, ...parameters) {
  execFileSync(join(root, "node_modules/.bin", program), parameters, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { tarball } = buildPackage();
  console.log(tarball.slice(root.length));
}
