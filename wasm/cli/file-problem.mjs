// @ts-check
/**
 * What is wrong with the file itself, before the core sees the document or the request in it. In the core's own form, with
 * its codes and sentences; only the source is "file", and its pointers lead into the file.
 */

/** @typedef {import("../planner/planner.js").Problem} Problem */
/** @typedef {Omit<Problem, "source"> & { source: Problem["source"] | "file" }} FileProblem */

/**
 * @param {string} code
 * @param {string} pointer
 * @param {Record<string, string>} parameters
 * @param {string} message
 * @returns {FileProblem}
 */
export function fileProblem(code, pointer, parameters, message) {
  return { code, source: "file", pointer, parameters, message };
}
