import type { Problem } from "../../wasm/planner/planner.js";
import { problemText } from "../app/parts/problems.js";
import { filledRows, type Entries, type Row } from "./entries.js";

/** Key of a field → what is wrong with what stands in it. The rest is about no field. */
export interface PlacedProblems {
  readonly fields: ReadonlyMap<string, string>;
  readonly rest: readonly string[];
}

export const noProblems: PlacedProblems = { fields: new Map(), rest: [] };

/** "3/price": of the row with key 3. */
export function fieldKey(row: Row, field: string): string {
  return `${String(row.key)}/${field}`;
}

export function placeProblems(problems: readonly Problem[], entries: Entries): PlacedProblems {
  const fields = new Map<string, string>();
  const rest: string[] = [];
  const rows = filledRows(entries);
  for (const problem of problems) {
    const [place, typed] = placeOf(problem, rows, entries);
    const kind = place?.endsWith("symbol") ? "text" : place?.endsWith("volatility") ? "percent" : "number";
    const text = problemText(problem, typed, kind);
    if (place === undefined) rest.push(text);
    else fields.set(place, text);
  }
  return { fields, rest };
}

const FIELDS: Readonly<Record<string, "symbol" | "price" | "cap" | "volatility">> = {
  id: "symbol",
  symbol: "symbol",
  price: "price",
  market_cap: "cap",
  annual_volatility: "volatility",
};

function placeOf({ source, pointer }: Problem, rows: readonly Row[], entries: Entries): [string | undefined, string] {
  const asset = /^\/assets\/(\d+)\/(\w+)$/.exec(pointer);
  const holding = /^\/accounts\/0\/holdings\/(\d+)\/(quantity|asset)$/.exec(pointer);
  const row = rows[Number((asset ?? holding)?.[1] ?? -1)];
  if (source === "request") return pointer.startsWith("/cash_flows") ? ["newMoney", entries.newMoney] : [undefined, ""];
  if (pointer === "/accounts/0/cash") return ["cash", entries.cash];
  if (row === undefined) return [undefined, ""];
  const held = entries.way === "values" ? "value" : "quantity";
  const field = asset === null ? (holding?.[2] === "asset" ? "symbol" : held) : FIELDS[asset[2] ?? ""];
  return field === undefined ? [undefined, ""] : [fieldKey(row, field), row[field]];
}
