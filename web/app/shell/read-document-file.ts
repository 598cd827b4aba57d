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

/** A document as exported, or a plan as exported (which has its document and request inside). */
export async function readDocumentFile(text: string, engine: Pick<Engine, "validate">): Promise<ReadDocument> {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const { document, request, own } = unpack(plain);
  // The core judges the text as written wherever it can: parsing here first would hide duplicate keys.
  const reply = await engine.validate(own || document === undefined ? plain : JSON.stringify(document));
  const problems = reply.ok ? [] : reply.errors;
  const drawable =
    isDrawable(document) && problems.every(({ source, code }) => source !== "engine" && !code.startsWith("text/"));
  return { workspace: drawable ? { document, request } : null, problems };
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
