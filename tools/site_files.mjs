// Finds the file of a built site that a URL path stands for. Nothing outside the site's folder is ever reached.
import { createHash } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";

// Not part of the site: instructions to its host.
const hidden = new Set(["/_headers", "/_redirects"]);

function decodePath(pathname) {
  try {
    const path = decodeURIComponent(pathname);
    return path.includes("\0") || path.includes("\\") || path.split("/").includes("..") ? undefined : path;
  } catch {
    return undefined;
  }
}

// → { kind: 'file', path, file } | { kind: 'redirect', to } | { kind: 'missing' } | { kind: 'malformed' }
export async function findSiteFile(root, pathname) {
  const path = decodePath(pathname);
  if (path === undefined) return { kind: "malformed" };
  if (path.includes("//") || hidden.has(path)) return { kind: "missing" };
  try {
    const base = await realpath(root);
    const file = await realpath(join(base, path));
    if (file !== base && !file.startsWith(base + sep)) return { kind: "missing" };
    if (!(await stat(file)).isDirectory()) return path.endsWith("/") ? { kind: "missing" } : { kind: "file", file };
    const index = join(file, "index.html");
    await stat(index);
    return path.endsWith("/") ? { kind: "file", file: index } : { kind: "redirect", to: `${pathname}/` };
  } catch {
    return { kind: "missing" };
  }
}

const tags = new Map();

// The file's bytes and a tag that changes exactly when they do.
export async function readTagged(file) {
  const [body, { mtimeMs, size }] = await Promise.all([readFile(file), stat(file)]);
  const version = `${mtimeMs} ${size}`;
  if (tags.get(file)?.version !== version) {
    const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    tags.set(file, { version, tag });
  }
  return { body, tag: tags.get(file).tag };
}
