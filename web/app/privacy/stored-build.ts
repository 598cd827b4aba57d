import { listedPath, readBuildList, toHex } from "../../shared/offline/build-list.js";
import { BUILD_LIST, type OfflineDescription } from "../../shared/offline/messages.js";

/** One file of the offline copy, with the hash of what is stored. */
export interface StoredFile {
  /** As SHA256SUMS names it. */
  readonly path: string;
  /** Hexadecimal; null: not there. */
  readonly sha256: string | null;
  /** What is stored is, byte for byte, what the build lists. */
  readonly asBuilt: boolean;
}

type Copy = Pick<OfflineDescription, "precache" | "cache">;

/** The hash that stands for the whole build; null: the host had no list that fits this copy. */
export async function storedBuildHash({ cache }: Copy): Promise<string | null> {
  const list = await stored(BUILD_LIST, cache);
  return list === undefined ? null : toHex(await sha256(list));
}

/** Hashes every file of the offline copy, here and now, and holds it against what the worker was built with and the list. */
export async function hashStoredBuild({ precache, cache }: Copy): Promise<StoredFile[]> {
  const list = await stored(BUILD_LIST, cache);
  const listed = list === undefined ? null : readBuildList(new TextDecoder().decode(list));
  return Promise.all(
    precache.files.map(async ({ path, integrity }) => {
      const name = listedPath(path);
      const bytes = await stored(path, cache);
      if (bytes === undefined) return { path: name, sha256: null, asBuilt: false };
      const hash = await sha256(bytes);
      const hex = toHex(hash);
      const pinned = `sha256-${btoa(String.fromCharCode(...hash))}` === integrity;
      return { path: name, sha256: hex, asBuilt: pinned && (listed === null || listed.get(name) === hex) };
    }),
  );
}

/** In the format of `sha256sum`, sorted as SHA256SUMS is. */
export function asChecksums(files: readonly StoredFile[]): string {
  return files
    .filter(({ sha256: hash }) => hash !== null)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256: hash }) => `${hash ?? ""}  ${path}\n`)
    .join("");
}

async function stored(path: string, cache: string): Promise<ArrayBuffer | undefined> {
  const answer = await caches.match(new URL(path, document.baseURI).href, { cacheName: cache });
  return answer?.arrayBuffer();
}

async function sha256(bytes: ArrayBuffer): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}
