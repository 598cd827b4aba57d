/** What the page asks of the service worker, and what that answers on the port that comes with the question. */
import type { LoadedFile } from "../loaded-files.js";

export interface Precache {
  /** Names the copy: a hash over the hashes of all that is served and the header rules. */
  version: string;
  files: { path: string; integrity: string }[];
}

/** The hashes of all that is served, kept with the copy; the hash of this list stands for the whole build. */
export const BUILD_LIST = "SHA256SUMS";

export type OfflineQuestion =
  /** From now on the waiting version takes over. */
  | { kind: "skip-waiting" }
  /** What was built, under which name it is kept, and what the worker's thread has asked the host for. */
  | { kind: "describe" }
  /** Whether the host can be reached at this moment. */
  | { kind: "reach-host" };

export interface OfflineDescription {
  precache: Precache;
  cache: string;
  loaded: LoadedFile[];
}

export interface HostReach {
  reached: boolean;
}
