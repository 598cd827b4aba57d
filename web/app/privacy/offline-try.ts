import { createEngine } from "../../shared/engine/client.js";
import { spawnWorker } from "../../shared/engine/spawn-worker.js";
import type { Engine } from "../../shared/engine/types.js";
import type { Workspace } from "../../shared/storage/types.js";
import { engineRequest } from "../state/engine-request.js";
import { viewOf } from "../state/view.js";
import { askOffline } from "./ask-offline.js";
import { withoutHost } from "./edition-words.js";

/** What came of one try without a network. */
export interface OfflineTry {
  /** The host answered; null: nobody could ask it. */
  readonly hostReached: boolean | null;
  readonly browserSaysOnline: boolean;
  /** A thread of its own was started, loaded the engine anew and answered. */
  readonly engineStarted: boolean;
  /** Null: there is no portfolio to plan. */
  readonly planned: boolean | null;
}

/** Starts a second engine from nothing, so that what the first one has in memory proves nothing. */
export async function tryOffline(
  workspace: Workspace | null,
  start: () => Engine = () => createEngine({ spawn: spawnWorker }),
): Promise<OfflineTry> {
  const reach = await askOffline("reach-host");
  const engine = start();
  try {
    const engineStarted = (await engine.describe()).ok;
    const planned =
      workspace === null || !engineStarted
        ? null
        : (await engine.plan(viewOf(workspace.document), engineRequest(workspace))).ok;
    return { hostReached: reach?.reached ?? null, browserSaysOnline: navigator.onLine, engineStarted, planned };
  } finally {
    engine.close();
  }
}

/** What the try proved, and what it did not. */
export function offlineWords({ hostReached, browserSaysOnline, engineStarted, planned }: OfflineTry): string {
  if (!engineStarted)
    return "The engine could not be started. The copy for working offline is not complete, or there is none.";
  const did = planned === true ? "was started anew and calculated your plan" : "was started anew and answered";
  const mended = planned === false ? " The portfolio has entries to mend before it can be planned." : "";
  if (hostReached === null) return withoutHost(did) + mended;
  if (hostReached)
    return `The network is still there: the host answered. The engine ${did}. Cut the network and try again.${mended}`;
  const browser = browserSaysOnline
    ? "The browser believes to be online, but the host did not answer."
    : "The browser is offline, and the host did not answer.";
  return `${browser} The engine ${did}, from what is stored here. So calculating needs no network.${mended}`;
}
