/** Registers the service worker and says when a new version waits; it takes over only when the reader says so. */
import { scriptUrl } from "../script-url.js";
import type { OfflineQuestion } from "./messages.js";

export interface OfflineOptions {
  /** A new version is downloaded and waits. `applyUpdate` reloads the page into it; flush what is unsaved before. */
  onUpdateReady: (applyUpdate: () => void) => void;
  /** Everything is on the device: from now on the page works without a connection. */
  onReadyOffline?: () => void;
}

/** A page that stays open for days asks now and then. */
const CHECK_EVERY_MS = 60 * 60 * 1000;

export function registerOffline(options: OfflineOptions): void {
  const container = (globalThis.navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  if (container === undefined || !import.meta.env.PROD) return;
  container.register(scriptUrl("offline"), { type: "classic", updateViaCache: "none" }).then(
    (registration) => watch(container, registration, options),
    () => {
      // Private mode, or a host without HTTPS: the page works all the same, only not offline.
    },
  );
}

function watch(
  container: ServiceWorkerContainer,
  registration: ServiceWorkerRegistration,
  { onUpdateReady, onReadyOffline }: OfflineOptions,
): void {
  // The first worker of all takes over a page that had none: that is no update.
  let hadController = container.controller !== null;
  let applying = false;

  const offer = (waiting: ServiceWorker): void => {
    onUpdateReady(() => {
      applying = true;
      waiting.postMessage({ kind: "skip-waiting" } satisfies OfflineQuestion);
    });
  };

  const follow = (worker: ServiceWorker): void => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "installed" && registration.active !== null) offer(worker);
      if (worker.state === "activated" && !applying) onReadyOffline?.();
    });
  };

  container.addEventListener("controllerchange", () => {
    if (applying) {
      location.reload();
    } else if (hadController) {
      // Another tab has updated. This one keeps running; it is offered the same.
      onUpdateReady(() => location.reload());
    }
    hadController = true;
  });

  if (registration.waiting !== null) offer(registration.waiting);
  if (registration.installing !== null) follow(registration.installing);
  if (registration.active?.state === "activated") onReadyOffline?.();
  registration.addEventListener("updatefound", () => {
    if (registration.installing !== null) follow(registration.installing);
  });

  setInterval(() => {
    registration.update().catch(() => {
      // Offline: next time.
    });
  }, CHECK_EVERY_MS);
}
