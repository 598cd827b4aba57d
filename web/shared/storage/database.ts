/** The IndexedDB database: its stores, its opening, and what can go wrong with it, in words. */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";

import type { Stored, Workspace } from "./types.js";

/** Everything this site stores, wherever, has a name that begins so: "delete everything" goes by it. */
export const NAME_PREFIX = "ballast";
export const DATABASE_NAME = "ballast";
export const DATABASE_VERSION = 1;

/** The key of the one portfolio this version keeps. */
export const CURRENT = "current";

/** A version that was not saved because another tab had been quicker. */
export interface ConflictCopy {
  workspace: Workspace;
  base_revision: number;
  saved_at: string;
}

export interface Schema extends DBSchema {
  portfolio: { key: string; value: Stored };
  /** Every save again, by its revision. */
  revisions: { key: number; value: Stored; indexes: { saved_at: string } };
  /** By tab and base revision: a tab that goes on editing replaces its own copy, never another's. */
  conflicts: { key: string; value: ConflictCopy; indexes: { saved_at: string } };
}

export type Database = IDBPDatabase<Schema>;

/** Opening waits for other tabs to let go of an older or deleted database; not for ever. */
const OPEN_TIMEOUT_MS = 10_000;

export class OpenTimeout extends Error {
  override name = "OpenTimeout";
}

/** There is no database, and it was not to be made. */
export class NoDatabase extends Error {
  override name = "NoDatabase";
}

export interface OpenOptions {
  /** Whether a database that is not there comes to be. Looking for something must not leave an empty one behind. */
  readonly create: boolean;
  /** Given away because another tab asked for it. */
  readonly onClosed: () => void;
  /** Taken away by the browser. */
  readonly onCutOff: () => void;
}

export async function openDatabase({ create, onClosed, onCutOff }: OpenOptions): Promise<Database> {
  let missing = false;
  const opening = openDB<Schema>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      if (oldVersion === 0 && !create) {
        // An upgrade that is aborted takes the new database with it.
        missing = true;
        transaction.done.catch(() => undefined);
        transaction.abort();
        return;
      }
      database.createObjectStore("portfolio");
      database.createObjectStore("revisions", { keyPath: "revision" }).createIndex("saved_at", "saved_at");
      database.createObjectStore("conflicts").createIndex("saved_at", "saved_at");
    },
    // Another tab wants to upgrade or delete: give way at once, the next call opens anew.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onCutOff,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      // Should it open after all, nobody would close it.
      opening.then(
        (database) => database.close(),
        () => undefined,
      );
      reject(new OpenTimeout("Another tab of this site keeps the storage busy. Close it and try again."));
    }, OPEN_TIMEOUT_MS);
  });
  try {
    return await Promise.race([opening, patience]);
  } catch (error) {
    throw missing ? new NoDatabase() : error;
  } finally {
    clearTimeout(timer);
  }
}

export interface StorageFault {
  code: "quota_exceeded" | "unavailable" | "newer_database" | "unknown";
  message: string;
}

export function describeFault(error: unknown): StorageFault {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  const detail = error instanceof Error || error instanceof DOMException ? error.message : String(error);
  switch (name) {
    case "QuotaExceededError":
      return {
        code: "quota_exceeded",
        message:
          "The browser's storage is full. Nothing that was saved before is lost. Free some space or export the portfolio.",
      };
    case "VersionError":
      return {
        code: "newer_database",
        message: "A newer version of Ballast has stored data here. Reload the page to get that version.",
      };
    case "SecurityError":
    case "InvalidStateError":
    case "NotAllowedError":
    case "ReferenceError":
      return {
        code: "unavailable",
        message:
          "This browser keeps no data for this page (private mode or blocked storage). Export the portfolio before you close the tab.",
      };
    case "OpenTimeout":
      return { code: "unavailable", message: detail };
    default:
      return { code: "unknown", message: `The browser could not store the portfolio: ${detail}` };
  }
}
