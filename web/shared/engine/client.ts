/**
 * The page's side of the engine worker. Calls wait in line and go to the worker one by one, so whatever goes wrong in
 * the worker (crash, hang, abort) concerns exactly the call at the head; those behind it go to a fresh worker.
 */
import type { Analysis, BallastDocument, Plan, Reply } from "../../../wasm/planner/planner.js";
import { toText } from "../../../wasm/planner/to-text.mjs";
import { isReplyMessage, type CallMessage, type Command } from "./protocol.js";
import type { Engine } from "./types.js";

export interface EngineOptions {
  /** How long one call may take, the engine's loading included, before its worker is given up. */
  timeoutMs?: number;
  /** Starts a worker. `attempt` counts the workers that could not load the engine. */
  spawn: (attempt: number) => Worker;
}

const DEFAULT_TIMEOUT_MS = 60_000;

interface Job {
  message: CallMessage;
  settle: (reply: Reply<unknown>) => void;
  /** Its worker could not load the engine, and a second one is trying. */
  retried: boolean;
}

export function createEngine({ spawn, timeoutMs = DEFAULT_TIMEOUT_MS }: EngineOptions): Engine {
  const line: Job[] = [];
  let worker: Worker | undefined;
  let underWay: Job | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let lastId = 0;
  let closed = false;

  function dropWorker(): void {
    worker?.terminate();
    worker = undefined;
  }

  function finish(reply: Reply<unknown>): void {
    const job = underWay;
    clearTimeout(timer);
    underWay = undefined;
    job?.settle(reply);
    next();
  }

  /** A bad copy in the HTTP cache looks the same as a bad host; asked past the cache once more, they differ. */
  function couldNotLoad(reply: Reply<unknown>): void {
    dropWorker();
    attempt += 1;
    if (underWay === undefined || underWay.retried) {
      finish(reply);
    } else {
      underWay.retried = true;
      send(underWay);
    }
  }

  function crashed(detail: string): void {
    dropWorker();
    finish(unavailable(detail));
  }

  function startWorker(): Worker {
    const started = spawn(attempt);
    let hasAnswered = false;
    // A worker that was dropped may still have an event in the queue; it no longer counts.
    started.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (started !== worker || !isReplyMessage(data) || data.id !== underWay?.message.id) return;
      if (data.spent === true) {
        couldNotLoad(data.reply);
      } else {
        hasAnswered = true;
        finish(data.reply);
      }
    };
    started.onerror = (event) => {
      event.preventDefault();
      if (started !== worker) return;
      if (hasAnswered) crashed(event.message || "it stopped with an error");
      else couldNotLoad(unavailable(event.message || "its script could not be loaded"));
    };
    started.onmessageerror = () => {
      if (started === worker) crashed("its answer could not be read");
    };
    return started;
  }

  function send({ message }: Job): void {
    try {
      worker ??= startWorker();
      worker.postMessage(message);
    } catch (error) {
      crashed(describeError(error));
    }
  }

  function next(): void {
    if (underWay !== undefined) return;
    const job = line.shift();
    if (job === undefined) return;
    underWay = job;
    timer = setTimeout(() => {
      dropWorker();
      finish(timedOut(timeoutMs));
    }, timeoutMs);
    send(job);
  }

  function call<T>(
    command: Command,
    document?: BallastDocument | string,
    request?: object,
    signal?: AbortSignal,
  ): Promise<Reply<T>> {
    if (signal?.aborted === true) return Promise.reject(abortError());
    if (closed) return Promise.resolve(unavailable("it was closed"));
    const message: CallMessage = { id: ++lastId, command };
    for (const [source, data] of [["document", document] as const, ["request", request] as const]) {
      if (data === undefined) continue;
      const text = toText(data, source);
      if (!text.ok) return Promise.resolve(text);
      message[source] = text.value;
    }
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        const waiting = line.indexOf(job);
        if (waiting >= 0) {
          line.splice(waiting, 1);
        } else if (underWay === job) {
          clearTimeout(timer);
          underWay = undefined;
          dropWorker();
        }
        reject(abortError());
        next();
      };
      const job: Job = {
        message,
        retried: false,
        settle: (reply) => {
          signal?.removeEventListener("abort", onAbort);
          // The worker's answer has the type of the command it was asked for: protocol.ts and worker.ts see to it.
          resolve(reply as Reply<T>);
        },
      };
      signal?.addEventListener("abort", onAbort, { once: true });
      line.push(job);
      next();
    });
  }

  return {
    describe: () => call("describe"),
    validate: (document) => call("validate", document),
    summarize: (document) => call("summarize", document),
    plan: (document, request, signal) => call<Plan>("plan", document, request, signal),
    resolve: (document) => call("resolve", document),
    analyze: (document, request, signal) => call<Analysis>("analyze", document, request, signal),
    carryOut: (document, execution) => call("carryOut", document, execution),
    profile: (request) => call("profile", undefined, request),
    loaded: () => call("loaded"),
    close() {
      closed = true;
      const waiting = line.splice(0);
      dropWorker();
      finish(unavailable("it was closed"));
      for (const job of waiting) job.settle(unavailable("it was closed"));
    },
  };
}

function unavailable(detail: string): Reply<never> {
  return {
    ok: false,
    errors: [
      {
        code: "engine/unavailable",
        source: "engine",
        pointer: "",
        parameters: { detail },
        message: `The calculation engine is not available: ${detail}. Nothing you entered is lost; try again or reload the page.`,
      },
    ],
  };
}

function timedOut(milliseconds: number): Reply<never> {
  const seconds = String(milliseconds / 1000);
  return {
    ok: false,
    errors: [
      {
        code: "engine/timeout",
        source: "engine",
        pointer: "",
        parameters: { seconds },
        message: `The calculation took longer than ${seconds} seconds and was stopped. Nothing you entered is lost; try again.`,
      },
    ],
  };
}

function abortError(): DOMException {
  return new DOMException("The calculation was cancelled.", "AbortError");
}

function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
