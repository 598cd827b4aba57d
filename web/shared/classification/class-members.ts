import type { BallastDocument, Classification } from "../../../wasm/planner/planner.js";
import { findClass, idsWithin } from "./class-tree.js";
import { tierOf } from "./market-cap-tier.js";

/** Whether any asset of the document, or cash, lies in the class or below it, be it in part. An unknown class has none. */
export function hasMembers({ assets }: BallastDocument, classification: Classification, classId: string): boolean {
  const { kind, members = [], cash_members: cashMembers = [] } = classification;
  const found = findClass(classification, classId);
  if (found === undefined) return false;
  const within = new Set<string | null>(idsWithin(found.class));
  if ([...members, ...cashMembers].some((member) => within.has(member.class))) return true;
  if (kind !== "market_cap") return false;
  const placed = new Set(members.map(({ asset }) => asset));
  return assets.some(
    ({ id, market_cap: cap = "" }) => !placed.has(id) && within.has(tierOf(classification, cap)?.id ?? null),
  );
}
