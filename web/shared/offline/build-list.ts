/** SHA256SUMS, as `sha256sum` writes it, beside the hashes that a build put into its service worker. */
import type { Precache } from "./messages.js";

/** Path → hash, hexadecimal. */
export function readBuildList(text: string): ReadonlyMap<string, string> {
  const lines = [...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)];
  return new Map(lines.map(([, hash = "", path = ""]) => [path, hash]));
}

/** Whether the list names every one of the files with its hash. */
export function fitsBuild(text: string, files: Precache["files"]): boolean {
  const list = readBuildList(text);
  return files.every(({ path, integrity }) => list.get(listedPath(path)) === hexOf(integrity));
}

/** The page is kept under its directory's address. */
export function listedPath(path: string): string {
  return path === "./" ? "index.html" : path;
}

function hexOf(integrity: string): string {
  return toHex(Uint8Array.from(atob(integrity.replace(/^sha256-/, "")), (one) => one.charCodeAt(0)));
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
