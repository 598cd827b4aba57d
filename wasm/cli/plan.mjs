#!/usr/bin/env node
// @ts-check
/**
 * node wasm/cli/plan.mjs FILE.json [--json]       (./dev plan FILE.json)
 *
 * Plans from the terminal, through the same module as the page. FILE holds a document, or {"document": …, "request": …},
 * with or without the "plan" that the page exports beside them; "-" reads standard input. --json prints the reply as
 * JSON; what is wrong with the file itself has the source "file" there.
 *
 * Exit codes: 0 a plan; 1 none (the document or request has mistakes, or a withdrawal cannot be met); 2 nothing could be
 * read or calculated (wrong usage, unreadable file, engine not built or failed).
 */
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { decodeUtf8 } from "./decode-utf8.mjs";
import { formatPlan, formatProblems } from "./format-plan.mjs";
import { placeInFile, splitFile } from "./split-file.mjs";

const USAGE = "Usage: plan FILE.json [--json]     (FILE: a document, or {document, request}; - for standard input)";

/**
 * @param {string[]} argv
 * @returns {Promise<{ code: 0 | 1 | 2, out?: string, err?: string }>}
 */
export async function main(argv) {
  let values, positionals;
  try {
    const options = /** @type {const} */ ({ json: { type: "boolean" }, help: { type: "boolean", short: "h" } });
    ({ values, positionals } = parseArgs({ args: argv, options, allowPositionals: true }));
  } catch (error) {
    return { code: 2, err: `${messageOf(error)}\n${USAGE}` };
  }
  if (values.help) return { code: 0, out: USAGE };
  const { json } = values;
  const [file] = positionals;
  if (file === undefined || positionals.length !== 1) return { code: 2, err: USAGE };

  let decoded;
  try {
    decoded = decodeUtf8(file === "-" ? await buffer(process.stdin) : await readFile(file));
  } catch (error) {
    return { code: 2, err: `${file} cannot be read: ${messageOf(error)}` };
  }

  const parts = decoded.ok ? splitFile(decoded.text) : decoded;
  if (!parts.ok) return refused(parts.errors);

  let planner;
  try {
    const { createPlanner } = await import("../planner/planner.mjs");
    planner = await createPlanner();
  } catch (error) {
    return { code: 2, err: `The engine cannot be loaded: ${messageOf(error)}\nBuild it first: ./dev build` };
  }

  const { document, request } = parts;
  const began = performance.now();
  const reply = planner.plan(document.text, request.text);
  const ms = performance.now() - began;
  if (!reply.ok) {
    return refused(
      reply.errors.map((problem) => placeInFile(problem, problem.source === "request" ? request : document)),
    );
  }
  const code = reply.value.status === "infeasible" ? 1 : 0;
  return { code, out: json ? toJson(reply) : formatPlan(reply.value, namesIn(document.text), ms) };

  /**
   * @param {import("./file-problem.mjs").FileProblem[]} errors
   * @returns {{ code: 1 | 2, out?: string, err?: string }}
   */
  function refused(errors) {
    const code = errors.some(({ source }) => source === "engine") ? 2 : 1;
    return json ? { code, out: toJson({ ok: false, errors }) } : { code, err: formatProblems(errors) };
  }
}

/** @param {unknown} reply */
function toJson(reply) {
  return JSON.stringify(reply, null, 2);
}

/** @param {string} text A document that the core has taken. */
function namesIn(text) {
  const document = JSON.parse(text.replace(/^\uFEFF/, ""));
  return {
    /** @type {Map<string, string>} */
    assets: new Map(document.assets.map((/** @type {any} */ asset) => [asset.id, asset.symbol])),
    /** @type {Map<string, string>} */
    accounts: new Map(document.accounts.map((/** @type {any} */ account) => [account.id, accountName(account)])),
    /** @type {Map<string, import("./format-plan.mjs").ClassNames>} */
    classes: new Map((document.classifications ?? []).map((/** @type {any} */ one) => [one.id, classNames(one)])),
  };
}

/** With its currency where it says one. @param {any} account */
function accountName({ id, name = id, currency }) {
  return currency === undefined ? name : `${name}, ${currency}`;
}

/** @param {any} classification */
function classNames(classification) {
  /** @type {Map<string, string>} */
  const classes = new Map();
  const add = (/** @type {any[]} */ list, /** @type {string} */ indent) => {
    for (const { id, name, classes: below = [] } of list) {
      classes.set(id, `${indent}${name}`);
      add(below, `${indent}  `);
    }
  };
  add(classification.classes, "");
  return { name: classification.name, classes };
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { code, out, err } = await main(process.argv.slice(2));
  // Set, not called: a pipe must be written out first.
  process.exitCode = code;
  if (err !== undefined) process.stderr.write(`${err}\n`);
  if (out !== undefined) process.stdout.write(`${out}\n`);
}
