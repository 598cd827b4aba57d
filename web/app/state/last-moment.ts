import type { Workspace } from "../../shared/storage/types.js";

/**
 * What was changed in the last moment before a page is left. A database writes while the page lives on, and a page
 * that is left may not; `localStorage` writes at once. It is taken up at the next start and then removed.
 */
export interface LastMoment {
  readonly workspace: Workspace;
  /** The revision it was made from. */
  readonly base: number;
}

const KEY = "ballast-last-moment";

export function keepLastMoment(moment: LastMoment): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(moment));
  } catch {
    // No such storage, or no room in it: the database's save, already under way, is all there is.
  }
}

/** As it was kept, whatever it is by now: the caller looks at it. */
export function readLastMoment(): { workspace: unknown; base: number } | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (typeof kept !== "object" || kept === null || !("workspace" in kept) || !("base" in kept)) return null;
    return typeof kept.base === "number" ? { workspace: kept.workspace, base: kept.base } : null;
  } catch {
    return null;
  }
}

export function dropLastMoment(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing could be kept there either.
  }
}
