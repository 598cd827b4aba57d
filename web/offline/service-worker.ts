/**
 * Keeps the whole site on the device. The build writes the list of files with their hashes; only files that match are
 * kept, so a half-finished deployment or an error page in a file's place never gets in. Nothing is cached later on.
 */
import { loadedFiles } from "../shared/loaded-files.js";
import { fitsBuild } from "../shared/offline/build-list.js";
import {
  BUILD_LIST,
  type HostReach,
  type OfflineDescription,
  type OfflineQuestion,
  type Precache,
} from "../shared/offline/messages.js";
import { CACHE_PREFIX, isNamedByContent, removeUnusedCaches } from "./kept-caches.js";

/** Put in by the build (web/build/offline-plugin.ts). */
declare const BUILT_PRECACHE: Precache;
const precache: Precache = BUILT_PRECACHE;

const scope = self as unknown as ServiceWorkerGlobalScope;

const CACHE = CACHE_PREFIX + precache.version;
/** The page itself, under its directory's address: hosts redirect "index.html" there, and a redirect cannot be shown. */
const PAGE = "./";
/** Small, never kept, and not asked for otherwise. */
const NOT_KEPT = "robots.txt";
const REACH_MS = 5000;

scope.addEventListener("install", (event) => {
  event.waitUntil(fillCache());
});

scope.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([tidy(), scope.clients.claim()]));
});

scope.addEventListener("message", (event: ExtendableMessageEvent) => {
  const kind = (event.data as Partial<OfflineQuestion> | null)?.kind;
  const [port] = event.ports;
  // Only the reader decides when the page changes under their hands.
  if (kind === "skip-waiting") void scope.skipWaiting();
  else if (kind === "describe") port?.postMessage(describe());
  else if (kind === "reach-host") event.waitUntil(reachHost().then((answer) => port?.postMessage(answer)));
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  const base = scope.registration.scope;
  if (!url.href.startsWith(base)) return;
  const path = `${url.origin}${url.pathname}`.slice(base.length);
  const isPage = path === "" || path === "index.html";
  // The page is the same whatever is asked of it; a file asked for with a question is meant to come from the host.
  if (url.search !== "" && !isPage) return;
  const file = isPage ? PAGE : path;
  if (isPage) event.waitUntil(tidy());
  if (precache.files.some((kept) => kept.path === file)) event.respondWith(fromCache(file, request));
  else if (isNamedByContent(path)) event.respondWith(fromOlderCache(request));
});

async function fillCache(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all([
    ...precache.files.map(async (file) => cache.put(file.path, await download(file))),
    keepBuildList(cache),
  ]);
}

/** It cannot be pinned, for it holds this script's own hash; a list of another build is left. Nothing needs it to work. */
async function keepBuildList(cache: Cache): Promise<void> {
  const answer = await fetch(BUILD_LIST, { cache: "no-cache", credentials: "same-origin" }).catch(() => undefined);
  if (answer?.ok === true && fitsBuild(await answer.clone().text(), precache.files))
    await cache.put(BUILD_LIST, answer);
}

/** `integrity` makes the browser refuse whatever is not, to the byte, what was built. */
async function download({ path, integrity }: Precache["files"][number]): Promise<Response> {
  const attempt = (cache: RequestCache): Promise<Response> =>
    fetch(path, { cache, integrity, credentials: "same-origin" }).then((response) => {
      if (!response.ok || response.redirected)
        throw new Error(`${path}: the server answered ${String(response.status)}`);
      return response;
    });
  try {
    // Asked whether it is still the same, even where the name says so: the headers may be other ones by now.
    return await attempt("no-cache");
  } catch {
    return attempt("reload");
  }
}

async function tidy(): Promise<void> {
  // The copy of a version that waits for its turn is not an old one.
  if (scope.registration.waiting !== null || scope.registration.installing !== null) return;
  await removeUnusedCaches(CACHE, new Set(precache.files.map(({ path }) => path)), scope.registration.scope);
}

async function fromCache(file: string, request: Request): Promise<Response> {
  // Not `open`, which would make an empty cache where all was deleted; then the network answers.
  return (await caches.match(file, { cacheName: CACHE })) ?? fetch(request);
}

/** A tab that was open before the update asks for a part of its own version, which the host may no longer have. */
async function fromOlderCache(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

function describe(): OfflineDescription {
  return { precache, cache: CACHE, loaded: loadedFiles() };
}

/** Sends nothing but the file's name. Asked only when somebody presses the button for it. */
async function reachHost(): Promise<HostReach> {
  try {
    await fetch(NOT_KEPT, { cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(REACH_MS) });
    return { reached: true };
  } catch {
    return { reached: false };
  }
}
