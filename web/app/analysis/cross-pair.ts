import type { Classification } from "../../../wasm/planner/planner.js";

export interface CrossPair {
  readonly rows: string;
  readonly columns: string;
}

/** What is crossed before anybody chooses: the first of these that are there. */
const usual = ["tier", "type", "jurisdiction"];

/** The chosen pair as far as it still exists; null where there are fewer than two classifications. */
export function crossPair(
  classifications: readonly Classification[] | undefined,
  chosen: Partial<CrossPair>,
): CrossPair | null {
  const ids = (classifications ?? []).map(({ id }) => id);
  const [first, second] = [...usual.filter((id) => ids.includes(id)), ...ids.filter((id) => !usual.includes(id))];
  if (first === undefined || second === undefined) return null;
  const rows = chosen.rows !== undefined && ids.includes(chosen.rows) ? chosen.rows : first;
  const columns = chosen.columns !== undefined && ids.includes(chosen.columns) ? chosen.columns : second;
  if (rows !== columns) return { rows, columns };
  // The other side gives way to what was chosen last to be the same.
  const other = ids.find((id) => id !== rows) ?? second;
  return { rows, columns: other };
}
