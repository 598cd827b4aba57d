/** What every reply is: a value or problems. */

/**
 * `ms`: how long the core took, where whoever asked it measured that, as the worker does. The core itself knows no clock:
 * what it replies does not depend on one.
 */
export type Reply<T> = { ok: true; value: T; ms?: number } | { ok: false; errors: Problem[] };

export interface Problem {
  /**
   * Stable, for programs: "document/missing_field", … `describe()` lists those of the core. The doors add
   * "engine/trap" (the module failed), "engine/unavailable" (it could not be loaded) and "engine/timeout".
   */
  code: string;
  /** Which text it is about. */
  source: "document" | "request" | "engine";
  /** RFC 6901 JSON pointer into that text; "" is the whole. */
  pointer: string;
  parameters: Record<string, string>;
  /** English, for people; from the core's one table. */
  message: string;
}

/** A code with parameters and the English made from them. */
export interface Reason {
  code: string;
  parameters: Record<string, string>;
  text: string;
}
