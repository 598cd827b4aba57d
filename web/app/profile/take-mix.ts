import type { AssetClass, BallastDocument, Classification, Member, Profile } from "../../../wasm/planner/planner.js";
import { findClass, idsWithin } from "../../shared/classification/class-tree.js";
import { findClassification } from "../analysis/class-lookup.js";
import { bandsKept, type FillMembers } from "../strategies/apply-strategy.js";

export type Mix = Profile["mix"];
export type MixPart = keyof Mix;

export const mixParts = ["reserve", "large", "medium", "small"] as const satisfies readonly MixPart[];

export const mixNames: Record<MixPart, string> = {
  reserve: "Reserve: stablecoins and cash",
  large: "Large caps",
  medium: "Medium caps",
  small: "Small caps",
};

/** The classification that a mix makes. */
export const RISK_MIX = "risk_mix";

/** No market cap reaches it, so that the reserve has only the assets it names. */
const OUT_OF_REACH = "100000000000000000000";

/** Where neither the document nor the catalogue says what is large. */
const USUAL: Record<MixPart, string> = {
  reserve: OUT_OF_REACH,
  large: "10000000000",
  medium: "1000000000",
  small: "0",
};

/**
 * Changes a draft: the mix becomes four exact rules about one classification of its own, because a stablecoin is also a
 * large cap, and two classifications would count it twice.
 */
export function takeMix(
  document: BallastDocument,
  mix: Mix,
  builtIn: readonly Classification[],
  fill: FillMembers,
): void {
  const classification = riskMix(document, builtIn, fill);
  const all = (document.classifications ??= []);
  const at = all.findIndex(({ id }) => id === RISK_MIX);
  if (at < 0) all.push(classification);
  else all[at] = classification;
  const { policy } = document;
  const next = {
    prior: "targets" in policy ? ({ kind: "market_cap" } as const) : policy.prior,
    rules: mixParts.map((part) => ({ classification: RISK_MIX, class: part, exact: mix[part] })),
  };
  document.policy = { ...next, ...bandsKept(policy, next) };
}

function riskMix(document: BallastDocument, builtIn: readonly Classification[], fill: FillMembers): Classification {
  const tier = findClassification(document.classifications, "tier") ?? findClassification(builtIn, "tier");
  const threshold = (part: MixPart) =>
    (part === "reserve" || tier === undefined ? undefined : findClass(tier, part)?.class.at_least) ?? USUAL[part];
  return {
    id: RISK_MIX,
    name: "Risk profile",
    kind: "market_cap",
    classes: mixParts.map((part) => ({ id: part, name: mixNames[part], at_least: threshold(part) })),
    members: stableAssets(document, builtIn, fill),
    cash_members: [{ class: "reserve" }],
  };
}

/** As the person classified them; where they have not, as the catalogue does. */
function stableAssets(document: BallastDocument, builtIn: readonly Classification[], fill: FillMembers): Member[] {
  const type = findClassification(document.classifications, "type") ?? filled(document, builtIn, fill);
  if (type === undefined) return [];
  const stable = new Set<string | null>(type.classes.filter(isStable).flatMap((one) => idsWithin(one)));
  return (type.members ?? [])
    .filter((member) => stable.has(member.class))
    .map(({ asset, share }) => ({ asset, class: "reserve", ...(share === undefined ? {} : { share }) }));
}

function isStable({ id }: AssetClass): boolean {
  return id === "stablecoin" || id === "cash";
}

function filled(
  document: BallastDocument,
  builtIn: readonly Classification[],
  fill: FillMembers,
): Classification | undefined {
  const type = findClassification(builtIn, "type");
  if (type === undefined) return undefined;
  const scratch: BallastDocument = { ...document, classifications: [structuredClone(type)] };
  fill(scratch, "type");
  return scratch.classifications?.[0];
}
