import type { BallastDocument } from "../../../wasm/planner/planner.js";
import { FORMAT, readBallast } from "./ballast-format.js";
import { isObject, type ReadClassification } from "./imported.js";
import { readPortfolioPerformance, taxonomyName } from "./portfolio-performance.js";

/** The names of a file's taxonomies, where it has several: Portfolio Performance can write all of them into one. */
export function taxonomiesIn(text: string): readonly string[] {
  const data = parsed(text);
  return Array.isArray(data) && data.length > 1 ? data.map(taxonomyName) : [];
}

/**
 * Reads a file of a classification, in whichever of the two formats it is; of several taxonomies the one at `place`.
 * Changes nothing.
 */
export function readClassification(text: string, assets: BallastDocument["assets"], place = 0): ReadClassification {
  const file = parsed(text);
  if (file === undefined) return { ok: false, problems: ["This is not JSON."] };
  if (Array.isArray(file) && file.length === 0) return { ok: false, problems: ["There is no taxonomy in this file."] };
  const data: unknown = Array.isArray(file) ? file[place] : file;
  // The core reads no text with half a character in it, and could not say where it stands.
  if (hasHalfCharacter(data)) return { ok: false, problems: ["A text in this file has half a character in it."] };
  if (!isObject(data)) return { ok: false, problems: ["This is not a classification."] };
  if (data["format"] === FORMAT) return readBallast(data, assets);
  if (data["format"] === "ballast") {
    return { ok: false, problems: ["This is a whole Ballast document: open it from the menu."] };
  }
  if ("categories" in data) return readPortfolioPerformance(data, assets);
  return {
    ok: false,
    problems: ["This is neither a Ballast classification nor a taxonomy of Portfolio Performance."],
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text) as unknown;
  } catch {
    return undefined;
  }
}

/** With a list of its own and not by calls: a file may be nested deeper than calls can be. */
function hasHalfCharacter(data: unknown): boolean {
  const left: unknown[] = [data];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === "string" && /\p{Surrogate}/u.test(value)) return true;
    if (typeof value === "object" && value !== null) {
      for (const [key, child] of Object.entries(value)) left.push(key, child);
    }
  }
  return false;
}
