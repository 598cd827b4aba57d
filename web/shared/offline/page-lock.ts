/** A shared lock, held as long as a page lives, tells the service worker which version that page runs. */
export const PAGE_LOCK_PREFIX = "ballast-page ";

/** The browser lets go of it with the page. */
export function holdPageLock(script: string): void {
  const { locks } = globalThis.navigator as { locks?: LockManager };
  locks
    ?.request(PAGE_LOCK_PREFIX + script, { mode: "shared" }, () => new Promise<never>(() => undefined))
    .catch(() => {
      // A page without storage has no locks either, and no offline copy to keep.
    });
}
