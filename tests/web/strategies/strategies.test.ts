/** The strategies that come with the page: as the schema says, about classes that exist, and in words that do not advise. */
import { readdirSync, readFileSync } from "node:fs";

import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";

import { findClass } from "../../../web/shared/classification/class-tree.js";
import { addDecimals, compareDecimals } from "../../../web/shared/decimal-text.js";
import { definitionsFor, missingClasses } from "../../../web/app/strategies/apply-strategy.js";
import { library } from "../../../web/app/strategies/library.js";
import { loadStrategyParts } from "../../../web/app/strategies/strategy-parts.js";
import type { Strategy } from "../../../web/app/strategies/strategy.js";
import { interfacesIn, interfacesOfPlanner } from "../schema/interfaces.js";

const strategyParts = await loadStrategyParts();

const root = new URL("../../../", import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), "utf8"));

const schema = json("public/schema/strategy-1.json") as {
  properties: Record<string, unknown>;
  required: string[];
  $defs: Record<string, { properties: Record<string, unknown> }>;
};
const isStrategy = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(schema);

const files = readdirSync(new URL("public/strategies/", root)).sort();
const strategies = files.map((name): [string, Strategy] => [name, json(`public/strategies/${name}`) as Strategy]);

describe.each(strategies)("%s", (file, strategy) => {
  it("is as the schema says, and named after its id", () => {
    expect(isStrategy(strategy), JSON.stringify(isStrategy.errors)).toBe(true);
    expect(file).toBe(`${strategy.id}.json`);
  });

  it("says what it is for and what is weak about it", () => {
    expect(strategy.for.length).toBeGreaterThan(40);
    expect(strategy.weaknesses.length).toBeGreaterThanOrEqual(3);
    expect(strategy.source === null || strategy.source.length > 10).toBe(true);
  });

  it("speaks of classes that the catalogue has, and of nobody's assets", () => {
    const { builtIn } = strategyParts;
    expect(definitionsFor(strategy, builtIn).map(({ id }) => id)).toEqual(strategy.classifications);
    expect(missingClasses(strategy, builtIn, null)).toEqual([]);
    for (const rule of strategy.policy.rules) {
      expect("class" in rule).toBe(true);
      if ("class" in rule) expect(strategy.classifications).toContain(rule.classification);
    }
    expect(strategy.policy.prior.kind).not.toBe("given");
  });

  it("asks for no more than the whole at any level, and for no less than nothing", () => {
    const sums = new Map<string, string>();
    for (const rule of strategy.policy.rules) {
      if (!("class" in rule) || rule.of !== undefined) continue;
      const definition = strategyParts.builtIn.find(({ id }) => id === rule.classification);
      const parent = definition === undefined ? "" : (findClass(definition, rule.class)?.parent?.id ?? "");
      const level = `${rule.classification}/${parent}`;
      sums.set(level, addDecimals(sums.get(level) ?? "0", rule.exact ?? rule.least ?? "0"));
      if (rule.least !== undefined && rule.most !== undefined) {
        expect(compareDecimals(rule.least, rule.most)).toBeLessThan(0);
      }
    }
    for (const [level, sum] of sums) expect(compareDecimals(sum, "1"), level).toBeLessThanOrEqual(0);
  });

  it("calculates and does not advise", () => {
    // A source is called what its author called it.
    const words = [strategy.name, strategy.for, ...strategy.weaknesses].join(" ");
    expect(words).not.toMatch(/\b(best|recommend|suggest|should|ideal|optimal|safe|beat|guarantee|advice|must)/i);
  });
});

describe("the library", () => {
  it("is all the files, each once", () => {
    expect(library.map(({ id }) => `${id}.json`).sort()).toEqual(files);
    expect(new Set(library.map(({ name }) => name)).size).toBe(library.length);
  });

  it("caps that can be kept by as many assets as it names", () => {
    for (const { policy } of library) {
      if (policy.largest === undefined || policy.most_per_asset === undefined) continue;
      expect(Number(policy.most_per_asset) * policy.largest).toBeGreaterThanOrEqual(1);
    }
  });
});

describe("the schema", () => {
  const declared = interfacesOfPlanner(root);
  const fieldsOf = (name: string) => Object.keys(schema.$defs[name]?.properties ?? {}).sort();

  it("has the fields of the page's strategy", () => {
    const strategy = interfacesIn(new URL("web/app/strategies/strategy.ts", root)).get("Strategy");
    expect(Object.keys(schema.properties).filter((field) => field !== "$schema")).toEqual(strategy?.all);
    expect(schema.required).toEqual(strategy?.required);
  });

  it("has the fields of a policy with rules", () => {
    const fields = [...(declared.get("CommonPolicy")?.all ?? []), ...(declared.get("RulePolicy")?.all ?? [])];
    expect(fieldsOf("policy")).toEqual(fields.sort());
    expect(fieldsOf("class")).toEqual([...(declared.get("AssetClass")?.all ?? [])].sort());
  });

  it.each([
    ["a rule that is exact and a range", { classification: "type", class: "x", exact: "0.1", most: "0.2" }],
    ["a rule without a figure", { classification: "type", class: "x" }],
    ["a rule about two things", { classification: "type", class: "x", asset: "btc", exact: "0.1" }],
    ["a share above 1", { asset: null, exact: "1.5" }],
  ])("refuses %s", (_, rule) => {
    const [[, first]] = strategies as [[string, Strategy]];
    expect(isStrategy({ ...first, policy: { prior: { kind: "equal" }, rules: [rule] } })).toBe(false);
  });
});
