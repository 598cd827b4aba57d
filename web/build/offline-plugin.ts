/** After the site is built: lists its files with their hashes, and builds the service worker around the list and the one that withdraws it. */
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";

import { build, type Plugin } from "vite";

import { checksums, writeChecksums } from "./checksums.mjs";
import { RULES } from "./policy.mjs";

interface PrecachedFile {
  path: string;
  integrity: string;
}

/** Served, but not needed to work offline. */
const LEFT_OUT = [
  /^_headers$/,
  /^robots\.txt$/,
  /^(SHA256SUMS|sbom\.cdx\.json|ballast\.html|embed-one-file\.html)$/,
  /^sw(-remove)?\.js$/,
  /^(samples|catalogue|strategies|embed|screenshots)\//,
  // Of the icons only those that a page asks for by itself: Firefox wants the large one.
  /^icons\/(?!(icon\.svg|apple-touch-icon\.png)$)/,
  /\.map$/,
];

export function offlinePlugin(serviceWorker: string, removeWorker: string): Plugin {
  let outDir = "";
  return {
    name: "ballast:offline",
    apply: "build",
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: "post",
      sequential: true,
      async handler(error?: Error) {
        if (error !== undefined) return;
        const files = await listFiles(outDir);
        // Over all that is served, kept or not: the worker keeps the list of hashes too, and it must be this build's.
        const version = hash("sha256", JSON.stringify([await checksums(outDir), RULES]), "hex").slice(0, 16);
        const define = { BUILT_PRECACHE: JSON.stringify({ version, files }) };
        await buildWorker(serviceWorker, outDir, "sw.js", define);
        await buildWorker(removeWorker, outDir, "sw-remove.js", {});
        // What is built afterwards (the one-file edition) writes it anew.
        await writeChecksums(outDir);
      },
    },
  };
}

async function buildWorker(input: string, outDir: string, name: string, define: Record<string, string>): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    define,
    build: {
      outDir,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: { input, output: { format: "iife", entryFileNames: name, codeSplitting: false } },
    },
  });
}

async function listFiles(outDir: string): Promise<PrecachedFile[]> {
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(outDir, resolve(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !LEFT_OUT.some((pattern) => pattern.test(path)))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      path: path === "index.html" ? "./" : path,
      integrity: `sha256-${hash("sha256", await readFile(resolve(outDir, path)), "base64")}`,
    })),
  );
}

function hash(algorithm: string, data: string | Buffer, encoding: "hex" | "base64"): string {
  return createHash(algorithm).update(data).digest(encoding);
}
