/** One writer at a time among this site's tabs, where the browser has Web Locks. The transaction is safe without. */

/** A tab that was frozen while it held the lock must not stop the others for good. */
const PATIENCE_MS = 5_000;

export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = (globalThis as { navigator?: { locks?: LockManager } }).navigator?.locks;
  if (locks === undefined) return work();
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  let started = false;
  try {
    return await locks.request(name, { signal: patience.signal }, () => {
      started = true;
      clearTimeout(timer);
      return work();
    });
  } catch (error) {
    if (started) throw error;
    return work();
  } finally {
    clearTimeout(timer);
  }
}
