/** What a first visit loads, by what the page really asks for. */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { expect, it } from "vitest";

import { expectText, openSample } from "./support/steps.js";
import { DIST } from "./support/site.js";
import { visit } from "./support/visit.js";

const PAGE_BYTES = 200_000;
const ENGINE_BYTES = 320_000;

const gzipped = (path: string): number => gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length;

it("the page is at most 200 kB, the engine at most 320 kB (gzip)", async () => {
  const { page, loaded, end } = await visit();
  await openSample(page);
  await expectText(page.getByTestId("total-value"), "130,000.00");
  const paths = [...loaded].map((path) => (path === "/" ? "index.html" : path.slice(1)));
  const sizes = paths.map((path) => ({ path, bytes: gzipped(path) }));
  const sum = (engine: boolean): number =>
    sizes.filter(({ path }) => path.startsWith("engine/") === engine).reduce((total, { bytes }) => total + bytes, 0);
  console.log(
    `page ${String(sum(false))} B, engine ${String(sum(true))} B gzip: ${sizes.map(({ path, bytes }) => `${path} ${String(bytes)}`).join(", ")}`,
  );
  expect(sizes.some(({ path }) => path.endsWith(".wasm"))).toBe(true);
  expect(sum(false)).toBeLessThanOrEqual(PAGE_BYTES);
  expect(sum(true)).toBeLessThanOrEqual(ENGINE_BYTES);
  await end();
});

it("the one-file edition is as large as the README says", () => {
  const said = /as one file \(([\d.]+) MB\)/.exec(readFileSync(join(DIST, "../README.md"), "utf8"))?.[1];
  expect(Math.abs(statSync(join(DIST, "ballast.html")).size / 1e6 - Number(said))).toBeLessThan(0.1);
});

it("nothing is built that no part of the site asks for or keeps", () => {
  const known =
    /^(index\.html|ballast\.html|SHA256SUMS|sbom\.cdx\.json|sw(-remove)?\.js|_headers|robots\.txt|manifest\.webmanifest|assets|engine|icons|screenshots|samples|schema|catalogue|strategies|embed(-one-file\.html)?)$/;
  expect(readdirSync(DIST).filter((name) => !known.test(name))).toEqual([]);
});
