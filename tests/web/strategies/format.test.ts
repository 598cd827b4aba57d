/** The example of docs/format/strategy.md is one. */
import { readFileSync } from "node:fs";

import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

it("the example of the format is as the schema says", () => {
  const example = /```json\n([\s\S]*?)```/.exec(read("docs/format/strategy.md"))?.[1] ?? "";
  const isStrategy = new Ajv2020({ strict: true, strictRequired: false }).compile(
    JSON.parse(read("public/schema/strategy-1.json")) as object,
  );
  expect(isStrategy(JSON.parse(example)), JSON.stringify(isStrategy.errors)).toBe(true);
});
