import type { OfflineDescription, HostReach, OfflineQuestion } from "../../shared/offline/messages.js";

/** A worker has to be started first, and may have to wait for the host. */
const ANSWER_MS = 8000;

interface Answers {
  describe: OfflineDescription;
  "reach-host": HostReach;
}

/** Asks the service worker of this page; null: there is none, or it does not answer. */
export function askOffline<K extends keyof Answers>(kind: K): Promise<Answers[K] | null> {
  const worker = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker?.controller;
  if (worker == null) return Promise.resolve(null);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => resolve(null), ANSWER_MS);
    port1.onmessage = ({ data }: MessageEvent<Answers[K]>) => {
      clearTimeout(timer);
      port1.close();
      resolve(data);
    };
    worker.postMessage({ kind } satisfies OfflineQuestion, [port2]);
  });
}
