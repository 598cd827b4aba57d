/** The messages between the page and the engine worker. One call is under way at a time. */
import type { Reply } from "../../../wasm/planner/planner.js";

/** The core's commands, and one about the worker itself: what its thread has asked the host for. */
export type Command =
  "describe" | "validate" | "summarize" | "plan" | "resolve" | "analyze" | "carryOut" | "profile" | "loaded";

export interface CallMessage {
  id: number;
  command: Command;
  /** JSON text; left out where the command takes none. */
  document?: string;
  request?: string;
}

export interface ReplyMessage {
  id: number;
  reply: Reply<unknown>;
  /** The worker could not load the engine: it is of no further use. */
  spent?: boolean;
}

export function isReplyMessage(data: unknown): data is ReplyMessage {
  return typeof data === "object" && data !== null && "id" in data && "reply" in data && typeof data.id === "number";
}
