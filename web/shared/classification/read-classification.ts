import type { BallastDocument } from "../../../wasm/planner/planner.js";
import { FORMAT, readBallast } from "./ballast-format.js";
import { isObject, type ReadClassification } from "./imported.js";
import { readPortfolioPerformance } from "./portfolio-performance.js";

/** Reads a file of one classification, in whichever of the two formats it is. Changes nothing. */
export function readClassification(text: string, assets: BallastDocument["assets"]): ReadClassification {
  let data: unknown;
  try {
    data = JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
  } catch {
    return { ok: false, problems: ["This is not JSON."] };
  }
  // Portfolio Performance can write all its taxonomies into one file.
  if (Array.isArray(data)) {
    const all = data as unknown[];
    if (all.length !== 1) return { ok: false, problems: ["This file has several taxonomies: export them one by one."] };
    [data] = all;
  }
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
