/**
 * The canary: what code that got into the page could send out, in each browser. The table in docs/privacy/egress.md is
 * compared with what is found here; BALLAST_WRITE=1 writes it anew.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { afterAll, describe, it } from "vitest";

import { BROWSERS } from "./browsers.js";
import { measure } from "./measure.js";
import { ALL_WAYS } from "./plan.js";
import { read, write, type Column } from "./table.js";

const DOCUMENT = fileURLToPath(new URL("../../docs/privacy/egress.md", import.meta.url));
const WRITES = process.env["BALLAST_WRITE"] === "1";

describe("what can leave the page", () => {
  const columns = new Map<string, Column>();

  // Mostly it is waited for what does not come: side by side.
  it.concurrent.for(Object.keys(BROWSERS))("in %s is what the document says", async (name, { expect }) => {
    const browser = await BROWSERS[name]?.();
    if (browser === undefined) throw new Error(`no browser is called ${name}`);
    try {
      const said = read(readFileSync(DOCUMENT, "utf8"), name);
      const verdicts = await measure(browser, said);
      columns.set(name, { browser: name, version: browser.version, verdicts });
      if (WRITES) return;
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
    if (!WRITES || !existsSync(DOCUMENT)) return;
    const inOrder = Object.keys(BROWSERS).flatMap((name) => columns.get(name) ?? []);
    writeFileSync(DOCUMENT, write(readFileSync(DOCUMENT, "utf8"), inOrder));
  });
});
