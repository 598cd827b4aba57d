// @ts-check
/** A file's bytes as text. Decoding them loosely would put U+FFFD into names and ids without a word. */
import { isUtf8 } from "node:buffer";

import { fileProblem } from "./file-problem.mjs";

/** Well-formed UTF-8 (Unicode 15, table 3-7), each byte written as the character of its number. */
const CHARACTERS =
  // eslint-disable-next-line no-control-regex -- bytes, not characters
  /[\x00-\x7F]+|[\xC2-\xDF][\x80-\xBF]|(?:\xE0[\xA0-\xBF]|[\xE1-\xEC\xEE\xEF][\x80-\xBF]|\xED[\x80-\x9F])[\x80-\xBF]|(?:\xF0[\x90-\xBF]|[\xF1-\xF3][\x80-\xBF]|\xF4[\x80-\x8F])[\x80-\xBF]{2}/y;

/**
 * A byte order mark stays in the text: the core knows it.
 * @param {Buffer} bytes
 * @returns {{ ok: true, text: string } | { ok: false, errors: import("./file-problem.mjs").FileProblem[] }}
 */
export function decodeUtf8(bytes) {
  if (isUtf16(bytes)) {
    return refuse("0", "This file is UTF-16; save it as UTF-8.");
  }
  if (!isUtf8(bytes)) {
    const byte = String(wellFormedLength(bytes));
    return refuse(byte, `This text is not UTF-8 from byte ${byte} on.`);
  }
  return { ok: true, text: bytes.toString("utf8") };
}

/** By its byte order mark or, as JSON begins with an ASCII character, by the zero that fills it up. @param {Buffer} bytes */
function isUtf16(bytes) {
  if (bytes.length < 2) return false;
  const first = bytes.readUInt16BE(0);
  return first === 0xfeff || first === 0xfffe || first < 0x100 || first % 0x100 === 0;
}

/** @param {Buffer} bytes */
function wellFormedLength(bytes) {
  const text = bytes.toString("latin1");
  let length = 0;
  CHARACTERS.lastIndex = 0;
  while (CHARACTERS.test(text)) length = CHARACTERS.lastIndex;
  return length;
}

/**
 * @param {string} byte
 * @param {string} message
 */
function refuse(byte, message) {
  return { ok: /** @type {const} */ (false), errors: [fileProblem("text/not_utf8", "", { byte }, message)] };
}
