import type { OfflineDescription } from "../../shared/offline/messages.js";

/** One file of the offline copy, with the hash of what is stored. */
export interface StoredFile {
  /** As SHA256SUMS names it. */
  readonly path: string;
  /** Hexadecimal; null: not there. */
  readonly sha256: string | null;
  /** What is stored is, byte for byte, what the build lists. */
  readonly asBuilt: boolean;
}

/** Hashes every file of the offline copy, here and now. */
export async function hashStoredBuild({
  precache,
  cache,
}: Pick<OfflineDescription, "precache" | "cache">): Promise<StoredFile[]> {
  return Promise.all(
    precache.files.map(async ({ path, integrity }) => {
      const name = path === "./" ? "index.html" : path;
      const answer = await caches.match(new URL(path, document.baseURI).href, { cacheName: cache });
      if (answer === undefined) return { path: name, sha256: null, asBuilt: false };
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.arrayBuffer()));
      const base64 = btoa(String.fromCharCode(...hash));
      return { path: name, sha256: toHex(hash), asBuilt: `sha256-${base64}` === integrity };
    }),
  );
}

/** In the format of `sha256sum`, sorted as SHA256SUMS is. */
export function asChecksums(files: readonly StoredFile[]): string {
  return files
    .filter(({ sha256 }) => sha256 !== null)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256 ?? ""}  ${path}\n`)
    .join("");
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
