/** Removes all that this site has put into the browser, then looks again and names what is still there. */
import { deleteDB } from "idb";

import { DATABASE_NAME, NAME_PREFIX } from "./database.js";

/** Web storage exists in documents only; workers see none of it. */
interface WebStorage {
  readonly length: number;
  key(index: number): string | null;
  removeItem(key: string): void;
}

interface Host {
  caches?: CacheStorage;
  localStorage?: WebStorage;
  sessionStorage?: WebStorage;
  navigator?: { serviceWorker?: ServiceWorkerContainer };
  location?: { href: string };
}

const DELETE_TIMEOUT_MS = 10_000;

export async function deleteSite(): Promise<string[]> {
  const host = globalThis as unknown as Host;
  const left: string[] = [];
  const attempt = async (what: string, work: () => Promise<string[]>): Promise<void> => {
    try {
      left.push(...(await work()));
    } catch {
      left.push(what);
    }
  };
  await attempt("stored portfolios", deleteDatabases);
  // First the worker, then the cache that it might be filling.
  await attempt("offline service", () => unregister(host));
  await attempt("offline copy of the page", () => deleteCaches(host));
  for (const area of ["localStorage", "sessionStorage"] as const) {
    await attempt(area, () => Promise.resolve(clearWebStorage(host, area)));
  }
  return left;
}

async function databaseNames(): Promise<string[]> {
  // Absent in some browsers: then only the name we know of can be asked for.
  if (typeof indexedDB.databases !== "function") return [DATABASE_NAME];
  const all = await indexedDB.databases();
  return all.map(({ name }) => name ?? "").filter(isOurs);
}

async function deleteDatabases(): Promise<string[]> {
  if (!("indexedDB" in globalThis)) return [];
  for (const name of new Set([DATABASE_NAME, ...(await databaseNames())])) {
    await withTimeout(deleteDB(name));
  }
  if (typeof indexedDB.databases !== "function") return [];
  return (await databaseNames()).map((name) => `database ${name}`);
}

async function deleteCaches(host: Host): Promise<string[]> {
  const { caches } = host;
  if (caches === undefined) return [];
  const names = (await caches.keys()).filter(isOurs);
  await Promise.all(names.map((name) => caches.delete(name)));
  return (await caches.keys()).filter(isOurs).map((name) => `cache ${name}`);
}

async function unregister(host: Host): Promise<string[]> {
  const container = host.navigator?.serviceWorker;
  if (container === undefined || host.location === undefined) return [];
  const base = new URL(".", host.location.href).href;
  const ours = async (): Promise<readonly ServiceWorkerRegistration[]> =>
    (await container.getRegistrations()).filter(({ scope }) => scope.startsWith(base));
  await Promise.all((await ours()).map((registration) => registration.unregister()));
  return (await ours()).map(({ scope }) => `service worker ${scope}`);
}

function clearWebStorage(host: Host, area: "localStorage" | "sessionStorage"): string[] {
  const storage = host[area];
  if (storage === undefined) return [];
  const keys = (): string[] =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "").filter(isOurs);
  for (const key of keys()) storage.removeItem(key);
  return keys().map((key) => `${area} ${key}`);
}

function isOurs(name: string): boolean {
  return name.startsWith(NAME_PREFIX);
}

async function withTimeout(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("Another tab keeps the storage open.")), DELETE_TIMEOUT_MS);
  });
  try {
    await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
