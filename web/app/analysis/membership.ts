import type { Asset, BallastDocument, Classification, ClassShare } from "../../../wasm/planner/planner.js";
import { compareDecimals } from "../../shared/decimal-text.js";
import { isDecimal, roughly } from "../text/figures.js";

/** An asset (null: cash) in a class (null: what no class has of it). */
export interface Membership {
  readonly asset: string | null;
  readonly class: string | null;
  /** As it is written: "1" is the whole of it; null: what the others leave. */
  readonly share: string | null;
  /** For areas only. */
  readonly roughShare: number;
}

/** Which asset lies where, as the document says it; the weights that follow are the engine's. */
export function membershipsOf(document: BallastDocument, classification: Classification): Membership[] {
  const listed = new Map<string, ClassShare[]>();
  for (const member of classification.members ?? []) {
    const there = listed.get(member.asset);
    if (there === undefined) listed.set(member.asset, [member]);
    else there.push(member);
  }
  return [
    ...document.assets.flatMap((asset) => whole(asset.id, listed.get(asset.id) ?? byMarketCap(asset, classification))),
    ...whole(null, classification.cash_members ?? []),
  ];
}

function whole(asset: string | null, shares: readonly ClassShare[]): Membership[] {
  const memberships = shares.map(({ class: id, share = "1" }): Membership => ({
    asset,
    class: id,
    share,
    roughShare: Math.max(0, roughly(share)),
  }));
  const rest = 1 - memberships.reduce((sum, { roughShare }) => sum + roughShare, 0);
  // Shares are written in decimals; less than this is nothing but the doubles' doing.
  if (memberships.length === 0) return [{ asset, class: null, share: "1", roughShare: 1 }];
  return rest > 1e-12 ? [...memberships, { asset, class: null, share: null, roughShare: rest }] : memberships;
}

/** The class with the highest threshold that the market cap reaches. */
function byMarketCap({ market_cap: cap = "" }: Asset, { kind, classes }: Classification): ClassShare[] {
  if (kind !== "market_cap" || !isDecimal(cap)) return [];
  let highest: { id: string; least: string } | undefined;
  for (const { id, at_least: least = "" } of classes) {
    if (!isDecimal(least) || compareDecimals(cap, least) < 0) continue;
    if (highest === undefined || compareDecimals(least, highest.least) > 0) highest = { id, least };
  }
  return highest === undefined ? [] : [{ class: highest.id }];
}
