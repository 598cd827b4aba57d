// The whole site from nothing, twice: the core compiled in two folders too. Three to five minutes, so it has a step of its own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";

import { checkOut, clear, run } from "./two-checkouts.mjs";

after(clear);

test("two builds from nothing, in different folders, serve the same bytes", () => {
  // Both are copied before the first is built: the sources may be edited meanwhile.
  const folders = ["b", "yet another/and much longer/name of a folder"].map((name) =>
    checkOut(name, ["build/toolchain.cmake"]),
  );
  const [one, other] = folders.map((folder) => {
    run(folder, "cmake", "--preset", "wasm");
    run(folder, "cmake", "--build", "--preset", "wasm", "--target", "ballast_wasm");
    run(folder, "npm", "run", "-s", "build:web");
    return readFileSync(join(folder, "dist/SHA256SUMS"), "utf8");
  });
  assert.equal(one, other);
});
