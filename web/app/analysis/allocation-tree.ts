import type { AssetClass, BallastDocument, Classification, Composition } from "../../../wasm/planner/planner.js";
import { colourClass, symbolOf } from "../parts/asset-lookup.js";
import { roughly } from "../text/figures.js";
import { classColour, UNCLASSIFIED } from "./class-lookup.js";
import { classWeights } from "./composition-lookup.js";

type Part = Composition["parts"][number]["parts"][number];

/** One rectangle of the treemap and one row of its table. */
export interface AllocationNode {
  readonly kind: "class" | "asset";
  /** Of the class or asset; null: unclassified, or cash. */
  readonly id: string | null;
  readonly name: string;
  readonly colour: string;
  /** The engine's weight of the whole: of the class with all below it, or of that part of the asset that lies here. */
  readonly weight: string;
  /** Assets only: which share of the asset lies here. */
  readonly share: string | null;
  /** For places on the screen only. */
  readonly area: number;
  /** Of a class: the classes below it and the assets directly in it, the largest first. */
  readonly children: readonly AllocationNode[];
}

/**
 * Classes with what lies in them, the largest first; what weighs nothing is left out. What is unclassified comes last.
 * The tree is the document's, every weight the engine's.
 */
export function allocationTree(
  document: BallastDocument,
  classification: Classification,
  composition: Composition,
): AllocationNode[] {
  const weights = classWeights(composition, classification.id);
  const inClass = new Map<string | null, AllocationNode[]>();
  for (const part of composition.parts.find((one) => one.classification === classification.id)?.parts ?? []) {
    const leaf = leafOf(document, part);
    const there = inClass.get(part.class);
    if (there === undefined) inClass.set(part.class, [leaf]);
    else there.push(leaf);
  }

  const classNode = (id: string | null, name: string, classes: readonly AssetClass[]): AllocationNode => {
    const weight = weights.get(id) ?? "0";
    return {
      kind: "class",
      id,
      name,
      colour: classColour(classification, id),
      weight,
      share: null,
      area: roughly(weight),
      children: largestFirst([...namedNodes(classes), ...(inClass.get(id) ?? [])]),
    };
  };
  const namedNodes = (classes: readonly AssetClass[]): AllocationNode[] =>
    classes.map((one) => classNode(one.id, one.name, one.classes ?? []));
  const rest = classNode(null, UNCLASSIFIED, []);
  return [...largestFirst(namedNodes(classification.classes)), ...(rest.area > 0 ? [rest] : [])];
}

function leafOf(document: BallastDocument, { asset, share, weight }: Part): AllocationNode {
  return {
    kind: "asset",
    id: asset,
    name: symbolOf(document, asset),
    colour: colourClass(document, asset),
    weight,
    share,
    area: roughly(weight),
    children: [],
  };
}

function largestFirst(nodes: readonly AllocationNode[]): AllocationNode[] {
  return nodes.filter(({ area }) => area > 0).sort((a, b) => b.area - a.area);
}
