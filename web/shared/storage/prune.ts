/** Which older versions are kept: the last 20, and beyond them the last one of each day for 30 days. */
import type { IDBPObjectStore } from "idb";

import type { Schema } from "./database.js";

export const KEPT_VERSIONS = 20;
export const KEPT_DAYS = 30;

type Stores = ("portfolio" | "revisions" | "conflicts")[];

export async function pruneRevisions(store: IDBPObjectStore<Schema, Stores, "revisions", "readwrite">): Promise<void> {
  const versions: { revision: number; day: string }[] = [];
  // Key cursors, so that no portfolio is read only to be passed over.
  let cursor = await store.index("saved_at").openKeyCursor();
  while (cursor !== null) {
    versions.push({ revision: cursor.primaryKey, day: cursor.key.slice(0, "2026-01-01".length) });
    cursor = await cursor.continue();
  }
  // By revision, not by time: clocks jump back.
  versions.sort((a, b) => b.revision - a.revision);
  const days = new Set<string>();
  const surplus = versions.slice(KEPT_VERSIONS).filter(({ day }) => {
    if (days.has(day) || days.size >= KEPT_DAYS) return true;
    days.add(day);
    return false;
  });
  await Promise.all(surplus.map(({ revision }) => store.delete(revision)));
}

export async function pruneConflicts(store: IDBPObjectStore<Schema, Stores, "conflicts", "readwrite">): Promise<void> {
  const keys: string[] = [];
  let cursor = await store.index("saved_at").openKeyCursor(null, "prev");
  while (cursor !== null) {
    keys.push(cursor.primaryKey);
    cursor = await cursor.continue();
  }
  await Promise.all(keys.slice(KEPT_VERSIONS).map((key) => store.delete(key)));
}
