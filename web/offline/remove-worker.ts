/**
 * For a host that must withdraw the offline copy: served in the place of sw.js, it deletes the copies of the page and
 * unregisters itself. What people have stored stays untouched, and no open tab is reloaded.
 */
import { CACHE_PREFIX } from "./kept-caches.js";

const scope = self as unknown as ServiceWorkerGlobalScope;

scope.addEventListener("install", () => void scope.skipWaiting());

scope.addEventListener("activate", (event) => {
  event.waitUntil(withdraw());
});

async function withdraw(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
  await scope.registration.unregister();
}
