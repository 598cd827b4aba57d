/** The targets that follow from rules, and where rules conflict. */
import type { DecimalText } from "./decimal.js";
import type { Reason } from "./reply.js";

/** What targets follow from rules, live while they are edited. Conflicting rules are data here, not an error. */
export interface Resolution {
  /** given: the policy has weights, not rules. */
  status: "given" | "resolved" | "infeasible";
  /** Assets in document order, then cash (asset null): targets, which sum to exactly 1. With "infeasible" those of the relaxation. */
  targets: { asset: string | null; weight: DecimalText; prior: DecimalText }[];
  /** Every rule in document order, then `largest`, `most_per_asset` where given. */
  rules: {
    /** Into the document: "/policy/rules/3". */
    pointer: string;
    /** In the person's words: "Type: Stablecoin = 10 %". */
    text: string;
    /** The share that the targets give its subject (for `most_per_asset` the largest); null for `largest`. */
    share: DecimalText | null;
    /** Whether the rule shapes the result: without it the targets would differ. */
    binding: boolean;
  }[];
  /** Largest violation of a rule by the targets, and how far their relative entropy may be above the least: the independent check. */
  check: { violation: DecimalText; gap: DecimalText };
  /** Null unless infeasible. */
  conflict: Conflict | null;
  notices: (Reason & { pointer: string })[];
}

export interface Conflict {
  /** Rules that cannot be kept together; without any one of them the rest could. */
  rules: { pointer: string; text: string }[];
  /** The smallest changes with which all rules can be kept. Empty: none without changing what assets there are. */
  relaxation: {
    /** The number to replace: "/policy/rules/3/most". */
    pointer: string;
    from: DecimalText;
    to: DecimalText;
    /** "Type: Stablecoin = 10 %" → "… = 15 %" */
    text: string;
    relaxed_text: string;
  }[];
}
