/**
 * The canary: what code that got into the page could send out, in each browser. The table in docs/privacy/egress.md is
 * compared with what is found here; BALLAST_WRITE=1 writes it anew.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { afterAll, describe, expect, it } from "vitest";

import { BROWSERS } from "./browsers.js";
import { measure } from "./measure.js";
import { ALL_WAYS } from "./plan.js";
import { read, write, type Column } from "./table.js";

const DOCUMENT = fileURLToPath(new URL("../../docs/privacy/egress.md", import.meta.url));
const WRITES = process.env["BALLAST_WRITE"] === "1";

describe("what can leave the page", () => {
  const columns: Column[] = [];

  it.each(Object.keys(BROWSERS))("in %s is what the document says", async (name) => {
    const browser = await BROWSERS[name]?.();
    if (browser === undefined) throw new Error(`no browser is called ${name}`);
    try {
      const verdicts = await measure(browser);
      columns.push({ browser: name, version: browser.version, verdicts });
      if (WRITES) return;
      const said = read(readFileSync(DOCUMENT, "utf8"), name);
      const difference = ALL_WAYS.filter(({ slug }) => said.get(slug) !== verdicts.get(slug)).map(
        ({ slug, place, name: way }) =>
          `${place}: ${way}: ${String(verdicts.get(slug))}, said: ${String(said.get(slug))}`,
      );
      expect(difference).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  afterAll(() => {
    if (WRITES && existsSync(DOCUMENT)) writeFileSync(DOCUMENT, write(readFileSync(DOCUMENT, "utf8"), columns));
  });
});
