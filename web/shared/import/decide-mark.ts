/** Which decimal mark a table's writer uses: what its unmistakable numbers prove. */
import type { DecimalMark } from "../read-decimal.js";
import { readAmount } from "./read-amount.js";

/** undefined: nothing tells, or the column contradicts itself. */
export type Evidence = DecimalMark | undefined;

export function decideMark(cells: Iterable<string>): Evidence {
  const seen = new Set<DecimalMark>();
  for (const cell of cells) {
    const number = readAmount(cell);
    if (number.kind === "value" && number.mark !== undefined) seen.add(number.mark);
  }
  const [only] = seen;
  return seen.size === 1 ? only : undefined;
}
