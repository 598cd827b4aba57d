// @ts-check
/** From wherever the .wasm is to a compiled module, with errors that say what to mend. */

/**
 * @param {NonNullable<import("./planner.js").PlannerOptions["wasm"]>} source
 * @returns {Promise<WebAssembly.Module>}
 */
export async function loadWasm(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source !== "string" && !(source instanceof URL)) return compile(source, "the bytes given");
  const url = new URL(source, import.meta.url);
  // Decoded here: a page that may connect to nothing may not fetch its own data either.
  if (url.protocol === "data:") return compile(decodeBase64(url.pathname), "the data: address");
  if (url.protocol === "file:") return compile(await readLocalFile(url), url.pathname);
  try {
    return await compile(await download(url, "default"), url.pathname);
  } catch (error) {
    // The HTTP cache may have kept a bad answer, or one that broke off; there it would stay.
    if (!(error instanceof DamagedError)) throw error;
    return compile(await download(url, "reload"), url.pathname);
  }
}

/** @param {string} path "application/wasm;base64,…", as bundlers write what they put inline. */
function decodeBase64(path) {
  const [head = "", body = ""] = path.split(",", 2);
  if (!head.endsWith(";base64")) throw new Error("only base64 is read from a data: address");
  return Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
}

/** What another answer of the same server could mend. */
class DamagedError extends Error {}

/**
 * @param {URL} url
 * @param {RequestCache} cache
 */
async function download(url, cache) {
  /** @type {Response} */
  let response;
  try {
    response = await fetch(url, { cache, credentials: "same-origin" });
  } catch (cause) {
    throw new Error(`${url.pathname} could not be fetched (no connection, or forbidden by the page's policy)`, {
      cause,
    });
  }
  if (!response.ok) {
    throw new DamagedError(`the server answered ${response.status} for ${url.pathname}`);
  }
  try {
    return await response.arrayBuffer();
  } catch (cause) {
    throw new DamagedError(`${url.pathname} arrived incomplete`, { cause });
  }
}

/**
 * Compiled from bytes, not from the stream: a host that serves .wasm under another type is then no obstacle.
 * @param {ArrayBuffer | Uint8Array} bytes
 * @param {string} name
 */
async function compile(bytes, name) {
  const head =
    bytes instanceof Uint8Array ? bytes.subarray(0, 4) : new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength));
  if (String.fromCharCode(...head) !== "\0asm") {
    throw new DamagedError(`${name} is not a WebAssembly file (the server answered with something else)`);
  }
  try {
    return await WebAssembly.compile(/** @type {BufferSource} */ (bytes));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (cause instanceof WebAssembly.CompileError && !/Content Security Policy|CSP|disallowed/i.test(reason)) {
      throw new DamagedError(`${name} is incomplete or damaged`, { cause });
    }
    throw new Error(`the browser or the page's policy does not allow WebAssembly here (${reason})`, { cause });
  }
}

/** @param {URL} url */
async function readLocalFile(url) {
  const { readFile } = process.getBuiltinModule("node:fs/promises");
  try {
    return await readFile(url);
  } catch (cause) {
    throw new Error(`${url.pathname} could not be read; build it first`, { cause });
  }
}
