import type { Problem } from "../../../wasm/planner/planner.js";
import { isDecimal, showShareShort } from "../text/figures.js";
import { twoReadings } from "../text/typed.js";

/** The engine's problems, looked up by the place they name. */
export class ProblemIndex {
  #byPointer = new Map<string, Problem[]>();

  constructor(problems: readonly Problem[]) {
    for (const problem of problems) {
      const there = this.#byPointer.get(problem.pointer);
      if (there === undefined) this.#byPointer.set(problem.pointer, [problem]);
      else there.push(problem);
    }
  }

  at(pointer: string): readonly Problem[] {
    return this.#byPointer.get(pointer) ?? [];
  }

  /** At the place or anywhere inside it. */
  within(pointer: string): readonly Problem[] {
    return [...this.#byPointer].flatMap(([at, problems]) =>
      at === pointer || at.startsWith(`${pointer}/`) ? problems : [],
    );
  }
}

/**
 * The engine's sentence, except where it speaks of a form that the person never sees: an empty field, or a weight that
 * they typed as per cent.
 */
export function problemText(problem: Problem, typed: string, kind: "text" | "number" | "percent"): string {
  if (problem.code === "document/unknown_currency") {
    return `“${problem.parameters["code"] ?? ""}” is in no list of this page: choose its smallest amount.`;
  }
  if (problem.code === "document/string_empty" && problem.pointer.startsWith("/base_currency")) {
    return "Needs 3 to 8 letters, such as XAU.";
  }
  if (problem.code === "number/malformed" || problem.code === "document/string_empty") {
    if (typed.trim() === "") return kind === "text" ? "Needs a name." : "Needs a number.";
    const readings = twoReadings(typed);
    if (readings !== undefined) {
      return `“${typed}” could be ${readings.asDecimal} or ${readings.asGrouped}: type it with a point before decimals and no grouping.`;
    }
    if (kind === "percent") return `“${shortened(typed)}” is not a number such as 12.5.`;
  }
  if (problem.code === "number/out_of_range" && kind === "percent") {
    const value = problem.parameters["value"] ?? "";
    return `${isDecimal(value) ? showShareShort(value) : value} is outside the allowed range, 0 to 100 %.`;
  }
  return problem.message;
}

/** Long enough to recognise, short enough for a sentence. */
export function shortened(text: string, most = 40): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}
