import type { BallastDocument, Classification, Problem } from "../../../wasm/planner/planner.js";
import type { Engine } from "../../shared/engine/types.js";
import { definitionsFor } from "./apply-strategy.js";
import type { Strategy } from "./strategy.js";

/** What came of a file: a strategy, or everything that is wrong with it. */
export interface ReadStrategy {
  readonly strategy: Strategy | null;
  readonly problems: readonly StrategyProblem[];
}

export interface StrategyProblem {
  /** RFC 6901, into the file. */
  readonly pointer: string;
  readonly message: string;
}

const FIELDS: ReadonlySet<string> = new Set([
  ...["$schema", "format", "version", "id", "name", "for", "source", "weaknesses", "classifications"],
  ...["own_classifications", "policy"],
]);

/** The texts are looked at here; the rules by the engine, which is the one judge of them, in a document made for that. */
export async function readStrategy(
  text: string,
  engine: Pick<Engine, "validate">,
  builtIn: readonly Classification[],
  present: BallastDocument | null,
): Promise<ReadStrategy> {
  let data: unknown;
  try {
    data = JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
  } catch {
    return refused([{ pointer: "", message: "This file is not JSON." }]);
  }
  if (!isObject(data) || data["format"] !== "ballast-strategy") {
    return refused([
      { pointer: "", message: "This file is not a Ballast strategy: its “format” is not “ballast-strategy”." },
    ]);
  }
  if (data["version"] !== 1) {
    return refused([{ pointer: "/version", message: "This version of the page reads strategies of version 1 only." }]);
  }
  const problems = [...textProblems(data), ...listProblems(data, builtIn)];
  if (!isObject(data["policy"]) || "targets" in data["policy"]) {
    problems.push({ pointer: "/policy", message: "Needs a policy with a “prior” and “rules”." });
  } else problems.push(...(await policyProblems(data as unknown as Strategy, engine, builtIn, present)));
  return problems.length > 0 ? refused(problems) : { strategy: data as unknown as Strategy, problems };
}

function refused(problems: readonly StrategyProblem[]): ReadStrategy {
  return { strategy: null, problems };
}

function textProblems(data: Record<string, unknown>): StrategyProblem[] {
  const problems: StrategyProblem[] = [];
  for (const field of Object.keys(data)) {
    if (!FIELDS.has(field))
      problems.push({ pointer: pointer(field), message: `“${field}” is not a field of a strategy.` });
  }
  for (const field of ["id", "name", "for"]) {
    if (!isText(data[field])) problems.push({ pointer: pointer(field), message: "Needs a text that is not empty." });
  }
  if (data["source"] !== null && !isText(data["source"])) {
    problems.push({ pointer: "/source", message: "Needs a text, or null where nobody else described it." });
  }
  const { weaknesses } = data;
  if (!Array.isArray(weaknesses) || weaknesses.length === 0 || !weaknesses.every(isText)) {
    problems.push({ pointer: "/weaknesses", message: "Needs a list of texts with at least one weakness." });
  }
  return problems;
}

function listProblems(data: Record<string, unknown>, builtIn: readonly Classification[]): StrategyProblem[] {
  const { classifications, own_classifications: own = [] } = data;
  const problems: StrategyProblem[] = [];
  if (!Array.isArray(classifications)) {
    problems.push({
      pointer: "/classifications",
      message: "Needs a list of built-in classifications, which may be empty.",
    });
  } else {
    classifications.forEach((id: unknown, at) => {
      if (builtIn.some((one) => one.id === id)) return;
      problems.push({
        pointer: `/classifications/${String(at)}`,
        message: `${typeof id === "string" ? `“${id}”` : "This"} is not a built-in classification.`,
      });
    });
  }
  if (!Array.isArray(own) || !own.every((one) => isObject(one) && isText(one["id"]) && Array.isArray(one["classes"]))) {
    problems.push({ pointer: "/own_classifications", message: "Needs a list of classifications as in a document." });
  }
  return problems;
}

/** The places of the engine's problems, led back into the file. */
async function policyProblems(
  strategy: Strategy,
  engine: Pick<Engine, "validate">,
  builtIn: readonly Classification[],
  present: BallastDocument | null,
): Promise<StrategyProblem[]> {
  const own: unknown = strategy.own_classifications ?? [];
  if (!Array.isArray(strategy.classifications) || !Array.isArray(own) || !own.every(isObject)) return [];
  const definitions = definitionsFor(strategy, builtIn).map((one) => withoutAssets(one));
  const first = definitions.length - (strategy.own_classifications?.length ?? 0);
  const reply = await engine.validate({
    format: "ballast",
    version: 1,
    base_currency: "USD",
    assets: present?.assets ?? [],
    accounts: [],
    classifications: definitions,
    policy: strategy.policy,
  });
  if (reply.ok) return [];
  // What is wrong with the assets of the present portfolio is no fault of the file.
  return reply.errors.flatMap((problem) => {
    const place = placeInFile(problem, first);
    return place === null ? [] : [{ pointer: place, message: problem.message }];
  });
}

function placeInFile({ pointer: place, source }: Problem, first: number): string | null {
  if (source === "engine" || place.startsWith("/policy")) return source === "engine" ? "" : place;
  const [, at = "", rest = ""] = /^\/classifications\/(\d+)(.*)$/.exec(place) ?? [];
  if (at === "") return null;
  return Number(at) < first ? "/classifications" : `/own_classifications/${String(Number(at) - first)}${rest}`;
}

/** The definitions that are built in list assets by the catalogue's names, which a portfolio need not have. */
function withoutAssets({ members: _members, cash_members: _cash, ...rest }: Classification): Classification {
  return rest;
}

function pointer(field: string): string {
  return `/${field.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
