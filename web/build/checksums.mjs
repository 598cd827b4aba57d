// @ts-check
/** SHA256SUMS, as `sha256sum -c` reads it: every file that is served, but for the list itself. */
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

export const CHECKSUMS = "SHA256SUMS";

/** Instructions for the host, which serves what they say and not the file. */
const NOT_SERVED = ["_headers"];

/** @param {string} site The folder of the built site. */
export async function checksums(site) {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => path !== CHECKSUMS && !NOT_SERVED.includes(path))
    .sort();
  const lines = paths.map(async (path) => `${sha256(await readFile(join(site, path)))}  ${path}\n`);
  return (await Promise.all(lines)).join("");
}

/**
 * Writes the list beside the files, and returns the hash that stands for the whole build.
 * @param {string} site
 */
export async function writeChecksums(site) {
  const text = await checksums(site);
  await writeFile(join(site, CHECKSUMS), text);
  return sha256(text);
}

/** @param {string | Buffer} data */
export function sha256(data) {
  return createHash("sha256").update(data).digest("hex");
}
