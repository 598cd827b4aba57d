// The npm package, as somebody has it who installed the tarball: checked, used from Node, and built with Vite.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { chromium } from "playwright-core";
import { publint } from "publint";
import { build } from "vite";

import { CHROMIUM } from "../../tools/chromium.mjs";
import { buildPackage } from "../../tools/package/build_package.mjs";
import { serve } from "../../tools/serve.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scratch = join(root, "build/package-test");
let made;

before(() => {
  made = buildPackage();
  rmSync(scratch, { recursive: true, force: true });
});

// An example in a folder of its own, with the tarball installed. The tools it is built with are those of this checkout.
function install(example) {
  const folder = join(scratch, example);
  mkdirSync(scratch, { recursive: true });
  cpSync(join(root, "docs/examples", example), folder, { recursive: true });
  const { devDependencies, ...described } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  assert.ok(Object.keys(devDependencies ?? {}).every((name) => name === "vite"));
  described.dependencies = { ballast: `file:${made.tarball}` };
  writeFileSync(join(folder, "package.json"), JSON.stringify(described));
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--silent"];
  execFileSync("npm", ["install", "--offline", ...quiet], { cwd: folder });
  return folder;
}

test("publint finds nothing", async () => {
  const { messages } = await publint({ pkgDir: made.folder, strict: true });
  // "browser" names a module of Node's that a bundler may leave out; "exports" and "imports" cannot say that.
  const known = "USE_EXPORTS_OR_IMPORTS_BROWSER";
  assert.deepEqual(
    messages.filter(({ code }) => code !== known),
    [],
  );
});

test("the types are right for every way in which modules are found", async () => {
  const types = createPackageFromTarballData(readFileSync(made.tarball));
  const { problems } = await checkPackage(types, { excludeEntrypoints: ["./ballast.wasm", /json$/] });
  // ES modules only: `require` of them, and resolution that knows no "exports", are left out on purpose.
  const ours = problems.filter(
    ({ kind, resolutionKind }) => !["node10", "node16-cjs"].includes(resolutionKind) && kind !== "CJSResolvesToESM",
  );
  assert.deepEqual(ours, []);
});

test("the example for Node makes a plan", () => {
  const output = execFileSync("node", ["plan.mjs"], { cwd: install("node"), encoding: "utf8" });
  // 10,000 in all, 9,000 of it BTC: 0.1 BTC too many, and 6,000 of the fund to buy.
  assert.deepEqual(output.trim().split("\n").sort(), ["buy 60 world for 6000", "sell 0.1 btc for 5000"]);
});

test("a bundle holds what was imported, and nothing else of the package", async () => {
  const folder = join(scratch, "node");
  writeFileSync(join(folder, "entry.js"), 'export { createPlanner } from "ballast";\n');
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: "error",
    build: { write: false, lib: { entry: "entry.js", formats: ["es"] } },
  });
  const [{ output }] = [built].flat();
  const modules = output.flatMap((file) => (file.type === "chunk" ? Object.keys(file.modules) : []));
  const ofPackage = modules.filter((id) => id.includes("/ballast/")).map((id) => id.replace(/.*\/ballast\//, ""));
  assert.deepEqual(ofPackage.sort(), [
    "lib/build/wasm/ballast.mjs",
    "lib/wasm/planner/load-wasm.mjs",
    "lib/wasm/planner/planner.mjs",
    "lib/wasm/planner/to-text.mjs",
  ]);
});

test("the example for Vite is built, and its worker answers in Chromium", async () => {
  const folder = install("vite");
  await build({ root: folder, logLevel: "error", configFile: join(folder, "vite.config.js") });
  const server = await serve({ root: join(folder, "dist"), port: 0 });
  const browser = await chromium.launch(CHROMIUM);
  try {
    const page = await browser.newPage();
    const complaints = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(server.url);
    await page.getByText(/Ballast \d+\.\d+\.\d+ is ready/).waitFor({ timeout: 20_000 });
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
    await server.close();
  }
});

test("the reference is written from the types, without a warning", () => {
  execFileSync("npm", ["run", "-s", "api"], { cwd: root, stdio: "pipe" });
  assert.match(readFileSync(join(root, "build/api/index.html"), "utf8"), /ballast/);
});
