// @ts-check
/** The typed door to the core: see planner.d.ts for what it promises. */

// Built by CMake. It may be missing when only types are checked, and its own types are nothing to rely on.
// @ts-ignore
import createModule from "../../build/wasm/ballast.mjs";
import { loadWasm } from "./load-wasm.mjs";
import { toText } from "./to-text.mjs";

/** @typedef {import("./planner.js").Planner} Planner */
/** @typedef {import("./planner.js").Problem} Problem */
/** @typedef {import("./planner.js").PlannerOptions} PlannerOptions */
/** @template T @typedef {import("./planner.js").Reply<T>} Reply */

/**
 * What Embind puts on the module object, one function per command.
 * @typedef {object} Instance
 * @property {() => string} describe
 * @property {(documentText: string) => string} validate
 * @property {(documentText: string) => string} summarize
 * @property {(documentText: string, requestText: string) => string} plan
 * @property {(documentText: string) => string} resolve
 * @property {(documentText: string, requestText: string) => string} analyze
 * @property {(documentText: string, requestText: string) => string} carryOut
 * @property {(requestText: string) => string} profile
 */

const factory = /** @type {(options: object) => Promise<Instance>} */ (/** @type {unknown} */ (createModule));

/** Where a fresh instance needs a turn of the event loop (Node), so many wait ready for calls that cannot wait. */
const SPARES = 2;

/**
 * @param {PlannerOptions} [options]
 * @returns {Promise<Planner>}
 */
export async function createPlanner(options = {}) {
  const compiled = await loadWasm(options.wasm ?? new URL("../../build/wasm/ballast.wasm", import.meta.url));

  /** @type {Instance | undefined} */
  let current;
  /** @type {Instance[]} */
  const spares = [];

  const first = instantiate(compiled);
  const immediate = first.now() !== undefined;
  current = await first.ready;
  await refill();

  async function refill() {
    if (immediate) return;
    const missing = Array.from({ length: SPARES - spares.length }, () => instantiate(compiled).ready);
    spares.push(...(await Promise.all(missing)));
  }

  /** @returns {Instance | undefined} */
  function take() {
    current ??= immediate ? instantiate(compiled).now() : spares.shift();
    return current;
  }

  /**
   * @template T
   * @param {(instance: Instance) => string} command
   * @returns {Reply<T>}
   */
  function call(command) {
    const instance = take();
    if (instance === undefined) return failure("engine/unavailable", "it is being restarted after a fault; ask again");
    try {
      return JSON.parse(command(instance));
    } catch (error) {
      // Whatever was thrown, nothing is known about the state it left behind.
      current = undefined;
      refill().catch(() => {
        // No memory for another instance now; the next fault or the next page load tries again.
      });
      return failure("engine/trap", detailOf(error));
    }
  }

  /**
   * @template T
   * @param {unknown} input
   * @param {"document" | "request"} source
   * @param {(instance: Instance, text: string) => string} command
   * @returns {Reply<T>}
   */
  function callWith(input, source, command) {
    const text = toText(input, source);
    return text.ok ? call((instance) => command(instance, text.value)) : text;
  }

  /**
   * @template T
   * @param {unknown} document
   * @param {unknown} request
   * @param {(instance: Instance, documentText: string, requestText: string) => string} command
   * @returns {Reply<T>}
   */
  function callWithBoth(document, request, command) {
    const documentText = toText(document, "document");
    const requestText = toText(request, "request");
    if (!documentText.ok || !requestText.ok) {
      const errors = [documentText, requestText].flatMap((text) => (text.ok ? [] : text.errors));
      return { ok: false, errors };
    }
    return call((instance) => command(instance, documentText.value, requestText.value));
  }

  return {
    describe: () => call((instance) => instance.describe()),
    validate: (document) => callWith(document, "document", (instance, text) => instance.validate(text)),
    summarize: (document) => callWith(document, "document", (instance, text) => instance.summarize(text)),
    resolve: (document) => callWith(document, "document", (instance, text) => instance.resolve(text)),
    profile: (request) => callWith(request, "request", (instance, text) => instance.profile(text)),
    plan: (document, request = {}) =>
      callWithBoth(document, request, (instance, text, asked) => instance.plan(text, asked)),
    analyze: (document, request = {}) =>
      callWithBoth(document, request, (instance, text, asked) => instance.analyze(text, asked)),
    carryOut: (document, request = {}) =>
      callWithBoth(document, request, (instance, text, asked) => instance.carryOut(text, asked)),
  };
}

/**
 * A new instance of the compiled module. `now` gives it where it came to be within this very call (page and worker).
 * @param {WebAssembly.Module} compiled
 */
function instantiate(compiled) {
  /** @type {Record<string, unknown>} */
  const target = {
    instantiateWasm(/** @type {WebAssembly.Imports} */ imports, /** @type {Function} */ done) {
      const instance = new WebAssembly.Instance(compiled, imports);
      done(instance, compiled);
      return instance.exports;
    },
    // A fault is told in the reply; the core itself never prints.
    print() {},
    printErr() {},
  };
  const ready = factory(target);
  return {
    ready,
    now: () =>
      typeof target.plan === "function" ? /** @type {Instance} */ (/** @type {unknown} */ (target)) : undefined,
  };
}

/**
 * @param {"engine/trap" | "engine/unavailable"} code
 * @param {string} detail
 * @returns {{ ok: false, errors: Problem[] }}
 */
function failure(code, detail) {
  const message =
    code === "engine/trap"
      ? `The calculation engine stopped at an internal fault (${detail}). It has been restarted; nothing you entered is lost.`
      : `The calculation engine is not available: ${detail}.`;
  return { ok: false, errors: [{ code, source: "engine", pointer: "", parameters: { detail }, message }] };
}

/** @param {unknown} error */
function detailOf(error) {
  if (error instanceof Error && error.message !== "") return error.message;
  // A C++ exception arrives as an object without a message. The core lets none out; the one that is thrown outside of it,
  // while a text is handed over, is that there is no memory for it.
  return "an exception left the core; it may have had too little memory for so large a text";
}
