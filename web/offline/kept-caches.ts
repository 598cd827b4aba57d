/** The offline copies on this device: the present version's, and older ones as long as a tab still runs them. */
import { PAGE_LOCK_PREFIX } from "../shared/offline/page-lock.js";

export const CACHE_PREFIX = "ballast-precache-";

/** A name with a hash in it belongs to one version and never means anything else. */
export function isNamedByContent(path: string): boolean {
  return /^(assets|engine)\//.test(path);
}

/**
 * Every open tab holds a lock with the name of its main script (web/shared/offline/page-lock.ts). An older copy stays
 * while a tab runs a script that only that copy has: the rest of that version is in it too.
 */
export async function removeUnusedCaches(current: string, files: ReadonlySet<string>, base: string): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX) && name !== current);
  if (older.length === 0) return;
  const strange = (await runningScripts()).filter((url) => !files.has(url.slice(base.length)));
  for (const name of older) {
    const cache = await caches.open(name);
    const kept = await Promise.all(strange.map((url) => cache.match(url)));
    if (kept.every((found) => found === undefined)) await caches.delete(name);
  }
}

async function runningScripts(): Promise<string[]> {
  // Absent in old browsers: then nobody is known to run anything older.
  const { locks } = navigator as { locks?: LockManager };
  const held = (await locks?.query())?.held ?? [];
  return held.flatMap(({ name = "" }) =>
    name.startsWith(PAGE_LOCK_PREFIX) ? [name.slice(PAGE_LOCK_PREFIX.length)] : [],
  );
}
