/** What a thread has asked for since it began: each thread (page, engine, service worker) has a list of its own. */
export interface LoadedFile {
  readonly url: string;
  /** What asked: "script", "fetch", "link" and so on, as the browser names it. */
  readonly kind: string;
}

/** The shape in which browsers list what was loaded; pages and workers alike have it. */
interface Entry {
  readonly name: string;
  readonly initiatorType?: string;
}

export function loadedFile({ name, initiatorType = "" }: Entry): LoadedFile {
  return { url: name, kind: initiatorType === "" ? "other" : initiatorType };
}

/** As far as the browser's own list goes back. */
export function loadedFiles(): LoadedFile[] {
  return performance
    .getEntriesByType("resource")
    .filter(({ name }) => asksHost(name))
    .map((entry) => loadedFile(entry as Entry));
}

/** Not for what was made here (by the page, in memory), nor for the page as a file, which Firefox calls "document". */
export function asksHost(url: string): boolean {
  return !/^((data|blob|about|file):|document$)/.test(url);
}
