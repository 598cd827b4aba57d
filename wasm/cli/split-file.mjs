// @ts-check
/**
 * A file that holds a document and a request, taken apart. Both go to the core exactly as written: a value that
 * JavaScript has read and written again has lost its duplicate keys, its large numbers, and its place in the file.
 */
import { fileProblem } from "./file-problem.mjs";

/** @typedef {import("./file-problem.mjs").FileProblem} FileProblem */

/** One of them as written, and where it begins in the file. @typedef {{ text: string, line: number, column: number }} Part */

/** "plan" is what the page's export has beside them; it is calculated anew. */
const MEMBERS = ["document", "request", "plan"];

/** Of a name that is not known. */
const SHOWN = 60;

/**
 * @param {string} written
 * @returns {{ ok: true, document: Part, request: Part } | { ok: false, errors: FileProblem[] }}
 */
export function splitFile(written) {
  const text = written.replace(/^\uFEFF/, "");
  if (!holdsBoth(text)) {
    return { ok: true, document: { text: written, line: 1, column: 1 }, request: { text: "{}", line: 1, column: 1 } };
  }

  /** @type {Map<string, Part>} */
  const parts = new Map();
  /** @type {FileProblem[]} */
  const errors = [];
  for (const { key, keyStart, start, end } of membersOf(text)) {
    const { line, column } = placeOf(text, keyStart);
    const place = { line: String(line), column: String(column) };
    const where = `(line ${line}, column ${column})`;
    if (!MEMBERS.includes(key)) {
      const field = key.length > SHOWN ? `${[...key.slice(0, 2 * SHOWN)].slice(0, SHOWN).join("")}…` : key;
      const message = `“${field}” is not a field of this object ${where}.`;
      errors.push(fileProblem("document/unknown_field", `/${escapePointer(key)}`, { field, ...place }, message));
    } else if (parts.has(key)) {
      const message = `The key “${key}” stands twice in one object ${where}.`;
      errors.push(fileProblem("text/duplicate_key", "", { key, ...place }, message));
    } else {
      parts.set(key, { text: text.slice(start, end), ...placeOf(text, start) });
    }
  }

  const document = parts.get("document");
  if (document === undefined) {
    const message = "“document” is missing here.";
    errors.unshift(fileProblem("document/missing_field", "", { field: "document" }, message));
  }
  if (document === undefined || errors.length > 0) return { ok: false, errors };
  return { ok: true, document, request: parts.get("request") ?? { text: "{}", line: 1, column: 1 } };
}

/**
 * The core counts lines and columns within the part; a person counts them within the file.
 * @param {import("../planner/planner.js").Problem} problem
 * @param {Part} part
 */
export function placeInFile(problem, part) {
  const { line, column } = problem.parameters;
  if (problem.code !== "text/not_json" || line === undefined || column === undefined) return problem;
  const inFile = {
    line: String(Number(line) + part.line - 1),
    column: String(Number(column) + (line === "1" ? part.column - 1 : 0)),
  };
  const message = problem.message.replace(
    `(line ${line}, column ${column})`,
    () => `(line ${inFile.line}, column ${inFile.column})`,
  );
  return { ...problem, parameters: { ...problem.parameters, ...inFile }, message };
}

/** What is not JSON at all, or has a document's own mark, is left to the core to judge. @param {string} text */
function holdsBoth(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return false;
  }
  if (typeof data !== "object" || data === null || Array.isArray(data) || Object.hasOwn(data, "format")) return false;
  return Object.hasOwn(data, "document") || Object.hasOwn(data, "request");
}

/**
 * The members of the outermost object, in order and with repetitions. The text is known to be JSON, so that only
 * brackets and quotation marks need be looked at.
 * @param {string} text
 */
function* membersOf(text) {
  let at = skipSpace(text, text.indexOf("{") + 1);
  while (text[at] !== "}") {
    const keyStart = at;
    const keyEnd = endOfString(text, keyStart);
    const colon = skipSpace(text, keyEnd);
    const start = skipSpace(text, colon + 1);
    const end = endOfValue(text, start);
    yield { key: /** @type {string} */ (JSON.parse(text.slice(keyStart, keyEnd))), keyStart, start, end };
    at = skipSpace(text, end);
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
}

/** @param {string} text @param {number} at */
function skipSpace(text, at) {
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at += 1;
  return at;
}

/** @param {string} text @param {number} at */
function endOfString(text, at) {
  for (at += 1; text[at] !== '"'; at += 1) if (text[at] === "\\") at += 1;
  return at + 1;
}

/** @param {string} text @param {number} at */
function endOfValue(text, at) {
  let depth = 0;
  for (;;) {
    const character = text[at];
    if (character === '"') {
      at = endOfString(text, at);
    } else if (character === "{" || character === "[") {
      depth += 1;
      at += 1;
    } else if (depth === 0) {
      // A number or a word: up to what follows a value.
      while (!/[\s,}\]]/.test(text[at] ?? ",")) at += 1;
    } else {
      if (character === "}" || character === "]") depth -= 1;
      at += 1;
    }
    if (depth === 0) return at;
  }
}

/** As an editor counts, columns in characters. @param {string} text @param {number} at */
function placeOf(text, at) {
  const lines = text.slice(0, at).split("\n");
  return { line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
}

/** @param {string} key */
function escapePointer(key) {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
