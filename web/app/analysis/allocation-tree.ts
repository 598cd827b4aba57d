import type { AssetClass, BallastDocument, Classification } from "../../../wasm/planner/planner.js";
import { colourClass, symbolOf } from "../parts/asset-lookup.js";
import { roughly } from "../text/figures.js";
import { classColour, UNCLASSIFIED } from "./class-lookup.js";
import { membershipsOf, type Membership } from "./membership.js";
import { classShares, type Shares } from "./weight-states.js";

/** One rectangle of the treemap and one row of its table. */
export interface AllocationNode {
  readonly kind: "class" | "asset";
  /** Of the class or asset; null: unclassified, or cash. */
  readonly id: string | null;
  readonly name: string;
  readonly colour: string;
  /** The engine's weight: of the class, or of the whole asset, of which `part` lies here. */
  readonly share: string;
  /** Assets only: the share of the asset that lies here, as written; null: what other classes leave of it. */
  readonly part: string | null;
  /** For places on the screen only. */
  readonly area: number;
  /** Of a class: the classes below it and the assets directly in it, the largest first. */
  readonly children: readonly AllocationNode[];
}

/** Classes with what lies in them, the largest first; what weighs nothing is left out. What is unclassified comes last. */
export function allocationTree(
  document: BallastDocument,
  classification: Classification,
  shares: Shares,
): AllocationNode[] {
  const weights = new Map(shares.assets.map(({ asset, share }) => [asset, share]));
  const classWeights = new Map(classShares(shares, classification.id).map((row) => [row.class, row.share]));
  const inClass = new Map<string | null, AllocationNode[]>();
  for (const membership of membershipsOf(document, classification)) {
    const leaf = leafOf(document, membership, weights.get(membership.asset) ?? "0");
    if (leaf.area <= 0) continue;
    const there = inClass.get(membership.class);
    if (there === undefined) inClass.set(membership.class, [leaf]);
    else there.push(leaf);
  }

  const classNode = (id: string | null, name: string, classes: readonly AssetClass[]): AllocationNode => {
    const below = classes.map((one) => classNode(one.id, one.name, one.classes ?? []));
    const children = largestFirst([...below, ...(inClass.get(id) ?? [])]);
    return {
      kind: "class",
      id,
      name,
      colour: classColour(classification, id),
      share: classWeights.get(id) ?? "0",
      part: null,
      area: children.reduce((sum, { area }) => sum + area, 0),
      children,
    };
  };
  const top = largestFirst(classification.classes.map((one) => classNode(one.id, one.name, one.classes ?? [])));
  const rest = classNode(null, UNCLASSIFIED, []);
  return rest.area > 0 ? [...top, rest] : top;
}

function leafOf(document: BallastDocument, { asset, share, roughShare }: Membership, weight: string): AllocationNode {
  return {
    kind: "asset",
    id: asset,
    name: symbolOf(document, asset),
    colour: colourClass(document, asset),
    share: weight,
    part: share,
    area: roughly(weight) * roughShare,
    children: [],
  };
}

function largestFirst(nodes: readonly AllocationNode[]): AllocationNode[] {
  return nodes.filter(({ area }) => area > 0).sort((a, b) => b.area - a.area);
}
