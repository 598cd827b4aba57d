import type { Problem } from "./planner.js";

/** In bytes of UTF-8. */
export const LIMITS: { readonly document: number; readonly request: number };

/** What a caller hands in, as text that may be copied into the module; or why it cannot be. */
export function toText(
  input: unknown,
  source: "document" | "request",
): { ok: true; value: string } | { ok: false; errors: Problem[] };
