// The page, built twice from one core: what is served must not depend on where it was built.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { checkOut, clear, run } from "./two-checkouts.mjs";

const CORE = ["build/wasm/ballast.mjs", "build/wasm/ballast.wasm"];

let folders;

before(() => {
  folders = ["a", "another/folder/with a longer name"].map((name) => checkOut(name, CORE));
  for (const folder of folders) run(folder, "npm", "run", "-s", "build:web");
});
after(clear);

const sums = (folder) => readFileSync(join(folder, "dist/SHA256SUMS"), "utf8");

test("two builds in different folders serve the same bytes", () => {
  const [one, other] = folders.map(sums);
  assert.equal(one, other);
});

test("sha256sum accepts the list, and it names every file that is served", () => {
  const [folder] = folders;
  run(join(folder, "dist"), "sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS");
  const listed = sums(folder)
    .split("\n")
    .filter(Boolean)
    .map((line) => line.slice(66));
  const served = run(join(folder, "dist"), "find", ".", "-type", "f")
    .split("\n")
    .filter(Boolean)
    .map((path) => path.slice(2))
    .filter((path) => !["SHA256SUMS", "_headers"].includes(path));
  assert.deepEqual(listed.sort(), served.sort());
});

test("no file names a folder of the machine it was built on", () => {
  const [folder] = folders;
  const places = [...folders, process.cwd(), homedir(), "/node_modules/"];
  for (const path of sums(folder)
    .split("\n")
    .filter(Boolean)
    .map((line) => line.slice(66))) {
    const text = readFileSync(join(folder, "dist", path), "latin1");
    for (const place of places) assert.ok(!text.includes(place), `${path} names ${place}`);
  }
});
