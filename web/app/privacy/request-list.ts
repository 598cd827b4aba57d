import { asksHost, loadedFile, type LoadedFile } from "../../shared/loaded-files.js";
import { tryAddress } from "./edition-words.js";
import type { ProbeReport } from "./probes.js";

/** Requests of one thread, counted by kind. */
export interface KindCount {
  readonly kind: string;
  readonly own: number;
  readonly foreign: number;
}

/** Calls back with each new request of this page, those since it was loaded first; returns the way to stop. */
export function followRequests(found: (files: LoadedFile[]) => void): () => void {
  const observer = new PerformanceObserver((list) => {
    const asked = list.getEntries().filter(({ name }) => asksHost(name));
    if (asked.length > 0) found(asked.map((entry) => loadedFile(entry as PerformanceResourceTiming)));
  });
  for (const type of ["navigation", "resource"]) {
    if (PerformanceObserver.supportedEntryTypes.includes(type)) observer.observe({ type, buffered: true });
  }
  return () => observer.disconnect();
}

/** Without the tries that were all refused: browsers list some of those too, though no host was asked. */
export function withoutRefused(files: readonly LoadedFile[], probed: ProbeReport | null): readonly LoadedFile[] {
  if (probed?.outcomes.every(({ refused }) => refused) !== true) return files;
  return files.filter(({ url }) => url.replace(/^ws/, "http") !== tryAddress());
}

export function countByKind(files: readonly LoadedFile[], origin: string): KindCount[] {
  const kinds = new Map<string, { own: number; foreign: number }>();
  for (const { url, kind } of files) {
    const counted = kinds.get(kind) ?? { own: 0, foreign: 0 };
    if (isOwn(url, origin)) counted.own += 1;
    else counted.foreign += 1;
    kinds.set(kind, counted);
  }
  return [...kinds].map(([kind, counted]) => ({ kind, ...counted })).sort((a, b) => a.kind.localeCompare(b.kind));
}

export function isOwn(url: string, origin: string): boolean {
  try {
    return new URL(url).origin === origin;
  } catch {
    return false;
  }
}
