/** Stands in for web/shared/offline/register.ts in the one-file edition, which is on the device already. */
export function registerOffline(): void {
  // Nothing to keep, nothing to update.
}
