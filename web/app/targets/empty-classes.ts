import type { BallastDocument, ClassReference, Rule } from "../../../wasm/planner/planner.js";
import { hasMembers } from "../../shared/classification/class-members.js";
import { classWords, findClassification } from "../analysis/class-lookup.js";
import { isZero } from "../text/figures.js";

/** Of the classes that rules ask a share for, those in which no asset lies: "Type: Stablecoin", each once. */
export function emptyClasses(document: BallastDocument, rules: readonly (Rule | undefined)[]): string[] {
  const empty = rules.filter((rule) => rule !== undefined && "class" in rule && asksForSome(rule)) as ClassReference[];
  return [
    ...new Set(
      empty.flatMap((one) => {
        const classification = findClassification(document.classifications, one.classification);
        const isEmpty = classification !== undefined && !hasMembers(document, classification, one.class);
        return isEmpty ? [classWords(document.classifications, one)] : [];
      }),
    ),
  ];
}

function asksForSome({ exact, least }: Rule): boolean {
  return !isZero(exact ?? least ?? "0");
}
