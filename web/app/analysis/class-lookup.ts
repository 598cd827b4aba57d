import type { AssetClass, Classification } from "../../../wasm/planner/planner.js";
import { placedClasses } from "../../shared/classification/class-tree.js";

/** Names and colours of classes, from what a document says of them. `id` null is what is unclassified. */

type Classifications = readonly Classification[] | undefined;

interface Shown {
  readonly name: string;
  readonly depth: number;
  readonly colour: string;
}

const COLOURS = 10;
export const UNCLASSIFIED = "Unclassified";

/** Lists are never changed in place, so what was looked up in one stays right for as long as it lives. */
const shownOf = new WeakMap<readonly AssetClass[], ReadonlyMap<string, Shown>>();

function shown(classification: Classification | undefined, id: string | null): Shown | undefined {
  if (classification === undefined || id === null) return undefined;
  let all = shownOf.get(classification.classes);
  if (all === undefined) {
    all = new Map(
      placedClasses(classification).map(({ class: one, depth, pointer }) => {
        // A class has the colour of its top-level class.
        const top = Number(/^\/classes\/(\d+)/.exec(pointer)?.[1] ?? 0);
        return [one.id, { name: one.name, depth, colour: `a${String(top % COLOURS)}` }];
      }),
    );
    shownOf.set(classification.classes, all);
  }
  return all.get(id);
}

export function findClassification(classifications: Classifications, id: string): Classification | undefined {
  return classifications?.find((one) => one.id === id);
}

/** An unknown id stands for itself. */
export function className(classification: Classification | undefined, id: string | null): string {
  if (id === null) return UNCLASSIFIED;
  const name = shown(classification, id)?.name ?? "";
  return name === "" ? id : name;
}

export function classificationName(classifications: Classifications, id: string): string {
  const name = findClassification(classifications, id)?.name ?? "";
  return name === "" ? id : name;
}

/** "Type: Stablecoin", as the engine writes it. */
export function classWords(
  classifications: Classifications,
  reference: { readonly classification: string; readonly class: string | null },
): string {
  const classification = findClassification(classifications, reference.classification);
  return `${classificationName(classifications, reference.classification)}: ${className(classification, reference.class)}`;
}

/** 0 for the top level, and for what is unclassified. */
export function classDepth(classification: Classification | undefined, id: string | null): number {
  return shown(classification, id)?.depth ?? 0;
}

/** What is unclassified is as grey as cash. */
export function classColour(classification: Classification | undefined, id: string | null): string {
  return shown(classification, id)?.colour ?? "acash";
}
