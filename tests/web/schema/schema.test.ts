/** The published schemas agree with the reader (its scenarios and errors) and with the declared types. */
import { readdirSync, readFileSync } from "node:fs";

import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";

import { interfacesOfPlanner } from "./interfaces.js";

interface Case {
  command?: string;
  document?: unknown;
  document_text?: string;
  request?: unknown;
  request_text?: string;
  errors?: { code: string; source: string }[];
}

interface Schema {
  properties: Record<string, unknown>;
  required?: string[];
  $defs: Record<string, { properties?: Record<string, unknown>; required?: string[] }>;
}

const root = new URL("../../../", import.meta.url);

function json(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, root), "utf8"));
}

function cases(folder: string): [string, Case][] {
  return readdirSync(new URL(`tests/${folder}/`, root))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => [name.replace(".json", ""), json(`tests/${folder}/${name}`) as Case]);
}

const documentSchema = json("public/schema/document-1.json") as Schema;
const requestSchema = json("public/schema/request-1.json") as Schema;
const ajv = new Ajv2020({ strict: true, allErrors: true });
const isDocument = ajv.compile(documentSchema);
const isRequest = ajv.compile(requestSchema);
const analysisSchema = json("public/schema/analysis-request-1.json") as Schema;
const profileSchema = json("public/schema/profile-request-1.json") as Schema;
const executionSchema = json("public/schema/execution-1.json") as Schema;
const isRequestOf: Record<string, ValidateFunction> = {
  analyze: ajv.compile(analysisSchema),
  carry_out: ajv.compile(executionSchema),
  profile: ajv.compile(profileSchema),
};
const requestCheck = (command: string | undefined): ValidateFunction => isRequestOf[command ?? ""] ?? isRequest;

/** Rules between fields, and what only the core's tables know: a schema cannot say them. */
const BEYOND_A_SCHEMA = new Set([
  "number/total_too_large",
  "number/not_minor_units",
  "document/duplicate_id",
  "document/unknown_asset",
  "document/unknown_account",
  "document/unknown_group",
  "document/unknown_currency",
  "document/currency_not_listed",
  "document/duplicate_entry",
  "document/locked_above_quantity",
  "document/tiers_not_rising",
  "document/unknown_tax_rules",
  "document/periods_not_rising",
  "document/lots_above_quantity",
  "request/date_needed",
  "request/sold_more_than_held",
  "request/overdrawn",
  "request/currencies_differ",
  "request/no_account_for_flow",
  "document/maximum_below_minimum",
  "policy/targets_sum",
  "policy/target_without_price",
  "policy/rule_range_reversed",
  "policy/not_below",
  "policy/rules_conflict",
  "document/unknown_classification",
  "document/unknown_class",
  "classification/shares_above_one",
]);

/** Of the right number of characters, but not of bytes; a day of no year; or wrong by the questionnaire. */
const BEYOND_BY_NAME = new Set([
  "document__string_too_long-in-bytes",
  "document__not_a_date",
  "document__unknown_value-question",
  "number__out_of_range-profile-constants",
]);

function parsed(value: unknown, text: string | undefined): unknown {
  if (text === undefined) return value;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

describe("schemas", () => {
  it.each(cases("scenarios"))("accept the input of the scenario %s", (_, { command, document, request }) => {
    const accepts = requestCheck(command);
    if (command !== "profile") expect(isDocument(document), JSON.stringify(isDocument.errors)).toBe(true);
    if (request !== undefined) expect(accepts(request), JSON.stringify(accepts.errors)).toBe(true);
  });

  const errors = cases("errors").filter(
    ([, { errors: all = [] }]) => !all.some(({ code }) => code.startsWith("text/")),
  );

  it.each(errors)("judge %s as the reader does, as far as a schema can", (name, { errors: all = [], ...input }) => {
    const document = parsed(input.document, input.document_text);
    const request = parsed(input.request, input.request_text) ?? {};
    const structural = all.filter(({ code }) => !BEYOND_A_SCHEMA.has(code));
    const wrong = (source: string): boolean =>
      !BEYOND_BY_NAME.has(name) && structural.some((error) => error.source === source);
    const accepts = requestCheck(input.command);
    if (input.command !== "profile") {
      expect(isDocument(document), JSON.stringify(isDocument.errors)).toBe(!wrong("document"));
    }
    expect(accepts(request), JSON.stringify(accepts.errors)).toBe(!wrong("request"));
  });

  it.each([
    ["0", true],
    ["-0", true],
    ["-0.00", true],
    ["007.50", true],
    ["0.000000000000000001", true],
    ["1.5" + "0".repeat(30), true],
    ["100000000000000000000.00", true],
    ["99999999999999999999.999999999999999999", true],
    ["100000000000000000000.000000000000000001", false],
    ["100000000000000000001", false],
    ["0.0000000000000000001", false],
    ["-0.1", false],
    ["1e5", false],
    ["+1", false],
    [".5", false],
    ["5.", false],
    ["1,5", false],
    ["", false],
    ["1\n", false],
    ["١", false],
  ])("take the decimal %j as the reader does: %s", (minimum_trade_value, expected) => {
    expect(isRequest({ minimum_trade_value })).toBe(expected);
  });
});

describe("schemas and the planner’s types name the same fields", () => {
  const declared = interfacesOfPlanner(root);

  function check(name: string, { properties = {}, required = [] }: Partial<Schema>): void {
    const fields = declared.get(name);
    expect(Object.keys(properties).filter((field) => field !== "$schema")).toEqual(fields?.all);
    expect(required).toEqual(fields?.required);
  }

  it("of a document", () => {
    check("BallastDocument", documentSchema);
    for (const name of ["Asset", "Account", "Holding", "Lot", "Target", "Classification"]) {
      check(name, documentSchema.$defs[name.toLowerCase()] as Schema);
    }
    check("AssetClass", documentSchema.$defs["class"] as Schema);
    check("ClassReference", documentSchema.$defs["class_reference"] as Schema);
    check("ClassShare", documentSchema.$defs["class_share"] as Schema);
    check("FeeSchedule", documentSchema.$defs["fees"] as Schema);
    check("FeeSchedule.tiers", documentSchema.$defs["fee_tier"] as Schema);
    check("Holding.locks", documentSchema.$defs["lock"] as Schema);
    check("TaxRules", documentSchema.$defs["tax_rules"] as Schema);
    check("TaxRules.periods", documentSchema.$defs["tax_period"] as Schema);
    check("OwnCurrency", documentSchema.$defs["currency"] as Schema);
    check("ForeignCurrency", documentSchema.$defs["foreign_currency"] as Schema);
  });

  it("of what was done", () => {
    check("Execution", executionSchema);
    check("Execution.trades", executionSchema.$defs["done_trade"] as Schema);
    check("Execution.cash_flows", executionSchema.$defs["cash_flow"] as Schema);
  });

  it("of a request", () => {
    check("PlanRequest", requestSchema);
    check("PlanRequest.cash_flows", requestSchema.$defs["cash_flow"] as Schema);
    check("AnalysisRequest", analysisSchema);
    check("AnalysisRequest.cross_tables", analysisSchema.$defs["cross_table"] as Schema);
    check("ProfileRequest", profileSchema);
    check("ProfileRequest.answers", profileSchema.$defs["answer"] as Schema);
    const constants = Object.keys(profileSchema.$defs["constants"]?.properties ?? {});
    expect(constants).toEqual(declared.get("ProfileConstants")?.all);
  });
});
