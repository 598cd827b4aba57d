import type { Description, Plan, Problem, Reply, Resolution, Summary } from "../../../wasm/planner/planner.js";
import type { Stored, Workspace } from "../../shared/storage/types.js";
import { noValues, type HoldingValues } from "./holding-values.js";

/** Everything the screens show. Never changed in place: a new object for each change. */
export interface AppState {
  /** start: there is no portfolio yet. */
  readonly phase: "loading" | "start" | "open";
  readonly workspace: Workspace;
  readonly figures: Figures;
  readonly saving: SavingState;
  /** What undo and redo would take back or do again; null: nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
  readonly description: Description | null;
  /** Beside the one that is shown; in this tab only, and as long as its portfolio is open. */
  readonly kept: KeptPlan | null;
}

/** A plan, and what it is a plan of. */
export interface KeptPlan {
  readonly workspace: Workspace;
  readonly plan: Plan;
}

/** What the engine has answered. `of` tells for which workspace; a newer one may be on its way. */
export interface Figures {
  readonly of: Workspace | null;
  /** Of the document, all at once. */
  readonly problems: readonly Problem[];
  /** Of what is in view. Null while the document has problems. */
  readonly summary: Summary | null;
  /** Without targets, so that it also stands while only the targets have problems. */
  readonly now: Summary | null;
  /** Of all accounts, whatever is in view; without targets too. */
  readonly whole: Summary | null;
  /** What targets follow from the rules; null where the policy has weights, or while the document has problems. */
  readonly resolution: Resolution | null;
  /** Of every holding that can be valued. */
  readonly values: HoldingValues;
  readonly plan: Reply<Plan> | null;
  /** The engine itself failed: nothing can be calculated. */
  readonly failure: Problem | null;
}

export type SavingState =
  | { readonly kind: "nothing" }
  | { readonly kind: "waiting" }
  | { readonly kind: "saved"; readonly at: string }
  | {
      readonly kind: "failed";
      readonly code: string;
      readonly message: string;
      /** The stored document, where it is there and cannot be opened. */
      readonly kept?: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: "conflict"; readonly theirs: Stored };

export const noFigures: Figures = {
  of: null,
  problems: [],
  summary: null,
  now: null,
  whole: null,
  resolution: null,
  values: noValues,
  plan: null,
  failure: null,
};
