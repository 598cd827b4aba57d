import type { BallastDocument, PlanRequest } from "../../../wasm/planner/planner.js";

/** What is kept of one portfolio between visits. */
export interface Workspace {
  document: BallastDocument;
  request: PlanRequest;
  ticked?: TickedPlan;
}

/** The trades of a plan, each named by what is carried out, and the places of those that were ticked off. */
export interface TickedPlan {
  trades: string[];
  done: number[];
}

export interface Stored {
  workspace: Workspace;
  /** Grows by one with each save. */
  revision: number;
  /** ISO time of the save, passed in by the caller of save(). */
  saved_at: string;
}

export type SaveOutcome =
  | { kind: "saved"; revision: number }
  /** Somebody (another tab) saved since `baseRevision`; both versions are kept, nothing is overwritten. */
  | { kind: "conflict"; theirs: Stored }
  | {
      kind: "failed";
      code: "quota_exceeded" | "unavailable" | "newer_database" | "deleted" | "unknown";
      message: string;
    };

export type LoadOutcome =
  | { kind: "empty" }
  | { kind: "loaded"; stored: Stored }
  | { kind: "failed"; code: "unavailable" | "newer_database" | "unreadable" | "unknown"; message: string };

/** What another tab has done; "cut off": the browser has taken the database from under this page, as when site data is cleared. */
export type ChangeElsewhere = "saved" | "deleted" | "cut off";

export interface PortfolioStorage {
  load(): Promise<LoadOutcome>;
  /** Resolves "saved" only after the transaction's `complete`. */
  save(workspace: Workspace, baseRevision: number, savedAt: string): Promise<SaveOutcome>;
  /** Every record, cache and registration of this site: IndexedDB, caches, service worker, local and session storage. */
  deleteEverything(): Promise<{ ok: boolean; left: string[] }>;
  /** Called when something else than this page has changed what is stored. Returns the way to stop listening. */
  onChange(listener: (change: ChangeElsewhere) => void): () => void;
}
