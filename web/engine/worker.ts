/** The engine's thread: loads the core at the first call, then answers one message after the other. */
import { createPlanner } from "../../wasm/planner/planner.mjs";
import type { Planner, Reply } from "../../wasm/planner/planner.js";
import { loadedFiles } from "../shared/loaded-files.js";
import type { CallMessage, ReplyMessage } from "../shared/engine/protocol.js";

const scope = self as unknown as DedicatedWorkerGlobalScope;

let planner: Promise<Planner> | undefined;

scope.onmessage = ({ data }: MessageEvent<CallMessage>) => {
  void answer(data).then((message) => scope.postMessage(message));
};

// Loading starts at once: the first call comes soon.
void load().catch(() => undefined);

function load(): Promise<Planner> {
  planner ??= createPlanner();
  return planner;
}

async function answer(message: CallMessage): Promise<ReplyMessage> {
  try {
    const ready = await load();
    const began = performance.now();
    const reply = run(ready, message);
    if (reply.ok) reply.ms = performance.now() - began;
    return { id: message.id, reply };
  } catch (error) {
    return { id: message.id, reply: unavailable(error), spent: true };
  }
}

function run(ready: Planner, { command, document = "", request = "{}" }: CallMessage): Reply<unknown> {
  switch (command) {
    case "describe":
      return ready.describe();
    case "validate":
      return ready.validate(document);
    case "summarize":
      return ready.summarize(document);
    case "plan":
      return ready.plan(document, request);
    case "resolve":
      return ready.resolve(document);
    case "analyze":
      return ready.analyze(document, request);
    case "carryOut":
      return ready.carryOut(document, request);
    case "profile":
      return ready.profile(request);
    case "loaded":
      return { ok: true, value: loadedFiles() };
  }
}

function unavailable(error: unknown): Reply<never> {
  const detail = error instanceof Error ? error.message : String(error);
  const message = `The calculation engine could not be loaded: ${detail}. Nothing you entered is lost; try again or reload the page.`;
  return {
    ok: false,
    errors: [{ code: "engine/unavailable", source: "engine", pointer: "", parameters: { detail }, message }],
  };
}
