#!/usr/bin/env node
// @ts-check
/**
 * node wasm/cli/plan.mjs FILE.json [--json]       (./dev plan FILE.json)
 *
 * Plans from the terminal, through the same module as the page. FILE holds a document, or {"document": …, "request": …};
 * "-" reads standard input. --json prints the reply as JSON.
 *
 * Exit codes: 0 a plan; 1 none (the document or request has mistakes, or a withdrawal cannot be met); 2 nothing could be
 * read or calculated (wrong usage, unreadable file, engine not built or failed).
 */
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { formatPlan, formatProblems } from "./format-plan.mjs";

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
  const [file] = positionals;
  if (file === undefined || positionals.length !== 1) return { code: 2, err: USAGE };

  let written;
  try {
    written = file === "-" ? await text(process.stdin) : await readFile(file, "utf8");
  } catch (error) {
    return { code: 2, err: `${file} cannot be read: ${messageOf(error)}` };
  }

  let planner;
  try {
    const { createPlanner } = await import("../planner/planner.mjs");
    planner = await createPlanner();
  } catch (error) {
    return { code: 2, err: `The engine cannot be loaded: ${messageOf(error)}\nBuild it first: ./dev build` };
  }

  const { document, request } = split(written.replace(/^\uFEFF/, ""));
  const reply = planner.plan(document, request);
  const code = reply.ok ? (reply.value.status === "infeasible" ? 1 : 0) : reply.errors.some(isFault) ? 2 : 1;
  if (values.json) return { code, out: JSON.stringify(reply, null, 2) };
  if (!reply.ok) return { code, err: formatProblems(reply.errors) };
  return { code, out: formatPlan(reply.value, namesIn(document)) };
}

/**
 * A document goes to the core exactly as written, so that it names places in the text itself; only a file that holds
 * both is taken apart.
 * @param {string} written
 * @returns {{ document: any, request: any }}
 */
function split(written) {
  try {
    const data = JSON.parse(written);
    if (typeof data === "object" && data !== null && "document" in data) {
      return { document: data.document, request: data.request ?? {} };
    }
  } catch {
    // Not JSON: the core says where.
  }
  return { document: written, request: {} };
}

/** @param {import("../planner/planner.js").DocumentInput} input */
function namesIn(input) {
  const document = typeof input === "string" ? JSON.parse(input) : input;
  return {
    /** @type {Map<string, string>} */
    assets: new Map(document.assets.map((/** @type {any} */ asset) => [asset.id, asset.symbol])),
    /** @type {Map<string, string>} */
    accounts: new Map(document.accounts.map((/** @type {any} */ account) => [account.id, account.name ?? account.id])),
  };
}

/** @param {import("../planner/planner.js").Problem} problem */
function isFault(problem) {
  return problem.source === "engine";
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
