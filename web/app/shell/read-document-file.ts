import type { PlanRequest, Problem } from "../../../wasm/planner/planner.js";
import type { Engine } from "../../shared/engine/types.js";
import type { Workspace } from "../../shared/storage/types.js";
import { blankRequest } from "../state/blank.js";
import { isDrawable } from "../state/workspace-shape.js";

/** What came of a file: a workspace, perhaps with problems to mend; or only problems. */
export interface ReadDocument {
  readonly workspace: Workspace | null;
  readonly problems: readonly Problem[];
}

/** What a plan's file has. */
const EXPORTED: ReadonlySet<string> = new Set(["document", "request", "plan"]);

/** A document as exported, or a plan as exported (which has its document and request inside). */
export async function readDocumentFile(text: string, engine: Pick<Engine, "validate">): Promise<ReadDocument> {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const { document, request, own } = unpack(plain);
  const wrong = own ? [] : await wrongAroundIt(plain, engine);
  if (wrong.length > 0) return { workspace: null, problems: wrong };
  const reply = await engine.validate(own || document === undefined ? plain : JSON.stringify(document));
  const problems = reply.ok ? [] : reply.errors;
  const drawable =
    isDrawable(document) && problems.every(({ source, code }) => source !== "engine" && !code.startsWith("text/"));
  return { workspace: drawable ? { document, request } : null, problems };
}

/** What parsing here would hide: a mistyped "request", and keys that stand twice, which the core finds in the text as written. */
async function wrongAroundIt(text: string, engine: Pick<Engine, "validate">): Promise<readonly Problem[]> {
  const unknown = Object.keys(JSON.parse(text) as object).filter((field) => !EXPORTED.has(field));
  const reply = await engine.validate(text);
  // That a plan's file is no document is told as well, and is no mistake.
  const repeated = reply.ok ? [] : reply.errors.filter(({ code }) => code === "text/duplicate_key");
  return [...repeated, ...unknown.map(unknownField)];
}

function unknownField(field: string): Problem {
  return {
    code: "document/unknown_field",
    source: "document",
    pointer: `/${field.replaceAll("~", "~0").replaceAll("/", "~1")}`,
    parameters: { field },
    message: `“${field}” is not a field of this file.`,
  };
}

function unpack(text: string): { document: unknown; request: PlanRequest; own: boolean } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { document: undefined, request: blankRequest(), own: true };
  }
  if (isObject(data) && data["format"] === undefined && isObject(data["document"])) {
    const request = isObject(data["request"]) ? (data["request"] as PlanRequest) : blankRequest();
    return { document: data["document"], request, own: false };
  }
  return { document: data, request: blankRequest(), own: true };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
