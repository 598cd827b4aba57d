import type { SavingState } from "./app-state.js";
import { isObject } from "./shape.js";

/** The newest version of a document that this program reads. */
const NEWEST_VERSION = 1;

/**
 * What is stored and cannot be drawn. A newer version's document is not even shown: the core does not know what its
 * fields mean, so any figure of it could be wrong. It stays as it is, and can be taken out as it is.
 */
export function refusalOf(workspace: unknown): SavingState {
  const document = isObject(workspace) ? workspace["document"] : undefined;
  if (isNewer(document)) {
    return {
      kind: "failed",
      code: "newer_document",
      message:
        `It is a document of version ${String(document["version"])}, made by a newer Ballast; this one reads ` +
        `version ${String(NEWEST_VERSION)}. It is kept unchanged. Reload the page to get the newer Ballast, or export it as it is.`,
      kept: document,
    };
  }
  return {
    kind: "failed",
    code: "unreadable",
    message: "What is stored here is not a portfolio this version can read.",
    ...(isObject(document) ? { kept: document } : {}),
  };
}

function isNewer(document: unknown): document is Record<string, unknown> {
  if (!isObject(document) || document["format"] !== "ballast") return false;
  const { version } = document;
  return typeof version === "number" && version > NEWEST_VERSION;
}
