/** The sample, with the market caps that tiers need; round figures, not real ones. */
import { readFileSync } from "node:fs";

import type { BallastDocument } from "../../../wasm/planner/planner.js";

const caps: Readonly<Record<string, string>> = { btc: "2000000000000", eth: "400000000000", sol: "80000000000" };

export function sampleWithCaps(): BallastDocument {
  const path = new URL("../../../public/samples/starter.ballast.json", import.meta.url);
  const document = JSON.parse(readFileSync(path, "utf8")) as BallastDocument;
  for (const asset of document.assets) {
    const cap = caps[asset.id];
    if (cap !== undefined) asset.market_cap = cap;
  }
  return document;
}
