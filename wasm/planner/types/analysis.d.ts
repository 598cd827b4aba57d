/** What weights are made of. */
import type { DecimalText } from "./decimal.js";
import type { PlanRequest } from "./plan-request.js";
import type { Reason } from "./reply.js";

export interface AnalysisRequest {
  /** Pairs of classifications to cross. At most 20. */
  cross_tables?: { rows: string; columns: string }[];
  /** Ids of the classifications whose parts to name. Each at most once. */
  parts?: string[];
  /** With it the reply also describes what this plan leads to. */
  plan?: PlanRequest;
}

/**
 * Which share of an asset lies directly in a class. Of every class, the weights of its parts and of the classes directly
 * below it sum to exactly its own weight.
 */
export interface ClassPart {
  /** Null is cash. */
  asset: string | null;
  /** The class named, not those above it; null is what is unclassified. */
  class: string | null;
  /** Of the asset. */
  share: DecimalText;
  /** Of the whole, above 0. */
  weight: DecimalText;
}

/** What a set of weights is made of. */
export interface Composition {
  /** 1 / sum of squared weights of the assets, as if they were the whole; 0 where there are none. Three decimals. */
  effective_assets: DecimalText;
  /** The heaviest asset; null where nothing weighs. */
  largest: { asset: string; weight: DecimalText } | null;
  classifications: {
    classification: string;
    /** Top-level classes and what is unclassified: 1 / sum of squared weights. Three decimals. */
    effective_classes: DecimalText;
    largest: { class: string; weight: DecimalText } | null;
    unclassified: DecimalText;
    /** Every class in the order of the document with what is below it, then (null) what is unclassified. */
    classes: { class: string | null; weight: DecimalText }[];
  }[];
  cross_tables: {
    rows: string;
    columns: string;
    /** Top-level classes; null, last, is what is unclassified. */
    row_classes: (string | null)[];
    column_classes: (string | null)[];
    /** cells[row][column]: share of the whole that lies in both. All cells sum to exactly 1, or are all 0. */
    cells: DecimalText[][];
  }[];
  /** One for each classification that the request names. */
  parts: {
    classification: string;
    /** What weighs something: assets in document order, then cash. */
    parts: ClassPart[];
  }[];
}

export interface Analysis {
  current: Composition;
  target: Composition;
  /** Null without a plan in the request, or where the plan is infeasible. */
  after: Composition | null;
  /** What stands out, of `state`. */
  findings: (Reason & { state: "current" | "target" | "after" })[];
}
