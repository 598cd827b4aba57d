// @ts-check
/** What a caller hands in, as text that may be copied into the module: limited in size, and proper Unicode. */

/** In bytes of UTF-8; the core has the same in base/limits.hpp and tells them in `describe()`. */
export const LIMITS = { document: 16 * 1024 * 1024, request: 1024 * 1024 };

/** @typedef {{ ok: true, value: string } | { ok: false, errors: import("./planner.js").Problem[] }} Text */

/**
 * @param {unknown} input
 * @param {"document" | "request"} source
 * @returns {Text}
 */
export function toText(input, source) {
  const written = typeof input === "string" ? { ok: true, text: input } : serialize(input);
  if (written.text === undefined) {
    const detail = written.detail ?? "it is not data";
    return refuse(source, "text/not_json", { detail, line: "1", column: "1" }, `This is not JSON: ${detail}.`);
  }
  const limit = LIMITS[source];
  // What has more units than bytes are allowed is too long in any case, and not worth another pass.
  const text = written.text.length > limit ? written.text : escapeLoneSurrogates(written.text);
  // Each unit of UTF-16 takes at most 3 bytes: short texts need no counting.
  const bytes = text.length * 3 <= limit ? 0 : utf8Length(text);
  if (bytes > limit) {
    const message = `This text has ${bytes} bytes; at most ${limit} are read.`;
    return refuse(source, "text/too_long", { bytes: String(bytes), limit: String(limit) }, message);
  }
  return { ok: true, value: text };
}

/** @param {unknown} input */
function serialize(input) {
  try {
    return { text: /** @type {string | undefined} */ (JSON.stringify(input)) };
  } catch (error) {
    // Cyclic, a BigInt, or a toJSON that throws.
    return { text: undefined, detail: firstLineOf(error) };
  }
}

/** Whatever may be thrown: not all of it has words, and asking for them may throw again. */
function firstLineOf(/** @type {unknown} */ error) {
  try {
    return String(error instanceof Error ? error.message : error).split("\n")[0];
  } catch {
    return undefined;
  }
}

/**
 * Half a character cannot be written in UTF-8, and Embind would swallow the character after it, be it a closing quote.
 * Written as an escape, as JSON.stringify does, it stands for the same and the core names its place.
 * @param {string} text
 */
function escapeLoneSurrogates(text) {
  return text.replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
}

/** @param {string} text */
function utf8Length(text) {
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    // A pair takes 4 bytes: 2 for each of its halves.
    if (unit < 0x800 || (unit >= 0xd800 && unit < 0xe000)) bytes += 1;
    else bytes += 2;
  }
  return bytes;
}

/**
 * @param {"document" | "request"} source
 * @param {string} code
 * @param {Record<string, string>} parameters
 * @param {string} message
 * @returns {Text}
 */
function refuse(source, code, parameters, message) {
  return { ok: false, errors: [{ code, source, pointer: "", parameters, message }] };
}
