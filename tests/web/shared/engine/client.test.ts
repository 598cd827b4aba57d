import { describe, expect, it, vi } from "vitest";

import type { Reply } from "../../../../wasm/planner/planner.js";
import { createEngine } from "../../../../web/shared/engine/client.js";
import type { CallMessage, ReplyMessage } from "../../../../web/shared/engine/protocol.js";

/** Answers what it is told to, when it is told to. */
class FakeWorker {
  static all: FakeWorker[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  messages: CallMessage[] = [];
  terminated = false;

  constructor() {
    FakeWorker.all.push(this);
  }

  postMessage(message: CallMessage): void {
    this.messages.push(structuredClone(message));
  }

  terminate(): void {
    this.terminated = true;
  }

  answer(value: unknown, more: Partial<ReplyMessage> = {}): void {
    const id = this.messages.at(-1)?.id ?? 0;
    this.onmessage?.({ data: { id, reply: { ok: true, value }, ...more } });
  }
}

function setUp(timeoutMs = 1000) {
  FakeWorker.all = [];
  const attempts: number[] = [];
  const spawn = (attempt: number): Worker => {
    attempts.push(attempt);
    return new FakeWorker() as unknown as Worker;
  };
  const engine = createEngine({ timeoutMs, spawn });
  const worker = (index: number): FakeWorker => {
    const found = FakeWorker.all[index];
    if (found === undefined) throw new Error(`no worker ${index}`);
    return found;
  };
  return { engine, attempts, worker, workers: () => FakeWorker.all.length };
}

const code = (reply: Reply<unknown>): string | undefined => (reply.ok ? "ok" : reply.errors[0]?.code);

describe("engine client", () => {
  it("asks one after the other and gives each its own answer", async () => {
    const { engine, worker } = setUp();
    const first = engine.validate("1");
    const second = engine.summarize("2");
    expect(worker(0).messages).toEqual([{ id: 1, command: "validate", document: "1" }]);
    worker(0).answer("one");
    worker(0).answer("two");
    expect(await first).toEqual({ ok: true, value: "one" });
    expect(await second).toEqual({ ok: true, value: "two" });
  });

  it("sends data as text, with lone surrogates escaped", async () => {
    const { engine, worker } = setUp();
    void engine.plan({ title: "\ud800" } as never, { directions: "both" });
    expect(worker(0).messages[0]).toEqual({
      id: 1,
      command: "plan",
      document: '{"title":"\\ud800"}',
      request: '{"directions":"both"}',
    });
    await Promise.resolve();
  });

  it("drops stale and foreign messages", async () => {
    const { engine, worker } = setUp();
    const call = engine.describe();
    for (const data of [null, 1, {}, { id: 99, reply: { ok: true, value: "stale" } }]) worker(0).onmessage?.({ data });
    worker(0).answer("right");
    expect(await call).toEqual({ ok: true, value: "right" });
  });

  it("ends the worker on abort; those behind go to a fresh one", async () => {
    const { engine, worker, workers } = setUp();
    const abort = new AbortController();
    const first = engine.plan("1", {}, abort.signal);
    const second = engine.validate("2");
    abort.abort();
    await expect(first).rejects.toMatchObject({ name: "AbortError" });
    expect(worker(0).terminated).toBe(true);
    expect(workers()).toBe(2);
    worker(0).answer("too late");
    worker(1).answer("two");
    expect(await second).toEqual({ ok: true, value: "two" });
  });

  it("forgets a waiting call on abort without disturbing the one under way", async () => {
    const { engine, worker } = setUp();
    const abort = new AbortController();
    const first = engine.validate("1");
    const second = engine.plan("2", {}, abort.signal);
    abort.abort();
    await expect(second).rejects.toMatchObject({ name: "AbortError" });
    expect(worker(0).terminated).toBe(false);
    worker(0).answer("one");
    expect(await first).toEqual({ ok: true, value: "one" });
    await expect(engine.plan("3", {}, abort.signal)).rejects.toMatchObject({ name: "AbortError" });
  });

  it("an abort after the answer changes nothing", async () => {
    const { engine, worker } = setUp();
    const abort = new AbortController();
    const call = engine.plan("1", {}, abort.signal);
    worker(0).answer("one");
    abort.abort();
    expect(await call).toEqual({ ok: true, value: "one" });
    expect(worker(0).terminated).toBe(false);
  });

  it("answers a crash with engine/unavailable and starts anew", async () => {
    const { engine, worker } = setUp();
    const before = engine.validate("0");
    const first = engine.validate("1");
    const second = engine.validate("2");
    worker(0).answer("zero");
    await before;
    worker(0).onerror?.({ message: "boom", preventDefault: () => undefined });
    const reply = await first;
    expect(code(reply)).toBe("engine/unavailable");
    expect(reply).toMatchObject({ errors: [{ parameters: { detail: "boom" }, source: "engine" }] });
    worker(1).answer("two");
    expect(await second).toEqual({ ok: true, value: "two" });
  });

  it("treats an unreadable answer as a crash", async () => {
    const { engine, worker } = setUp();
    const call = engine.validate("1");
    worker(0).onmessageerror?.();
    expect(code(await call)).toBe("engine/unavailable");
  });

  it("tries once more, past the cache, when the script cannot be loaded", async () => {
    const { engine, worker, attempts } = setUp();
    const call = engine.validate("1");
    worker(0).onerror?.({ message: "", preventDefault: () => undefined });
    expect(worker(0).terminated).toBe(true);
    worker(1).answer("one");
    expect(await call).toEqual({ ok: true, value: "one" });
    expect(attempts).toEqual([0, 1]);
  });

  it("says so when the second one cannot either, and goes on trying with the next call", async () => {
    const { engine, worker, attempts } = setUp();
    const call = engine.validate("1");
    const reply = { ok: false as const, errors: [] };
    worker(0).onmessage?.({ data: { id: 1, reply: { ok: false, errors: [] }, spent: true } });
    worker(1).onmessage?.({ data: { id: 1, reply, spent: true } });
    expect(await call).toBe(reply);
    expect(worker(1).terminated).toBe(true);
    const second = engine.validate("2");
    worker(2).answer("two");
    expect(await second).toEqual({ ok: true, value: "two" });
    expect(attempts).toEqual([0, 1, 2]);
  });

  it("gives a hanging call up after its time and not the ones behind it", async () => {
    vi.useFakeTimers();
    try {
      const { engine, worker } = setUp(1000);
      const first = engine.validate("1");
      const second = engine.validate("2");
      await vi.advanceTimersByTimeAsync(1000);
      const reply = await first;
      expect(code(reply)).toBe("engine/timeout");
      expect(worker(0).terminated).toBe(true);
      await vi.advanceTimersByTimeAsync(900);
      worker(1).answer("two");
      expect(await second).toEqual({ ok: true, value: "two" });
    } finally {
      vi.useRealTimers();
    }
  });

  it("resolves where no worker can be started at all", async () => {
    const engine = createEngine({
      spawn: () => {
        throw new TypeError("no worker here");
      },
    });
    expect(code(await engine.describe())).toBe("engine/unavailable");
    expect(code(await engine.describe())).toBe("engine/unavailable");
  });

  it("resolves for data that is no JSON", async () => {
    const { engine } = setUp();
    const cyclic: Record<string, unknown> = {};
    cyclic["self"] = cyclic;
    expect(code(await engine.validate(cyclic as never))).toBe("text/not_json");
    expect(code(await engine.profile((() => undefined) as never))).toBe("text/not_json");
    expect(code(await engine.profile({ answers: 1n } as never))).toBe("text/not_json");
  });

  it("resolves everything that waits when it is closed", async () => {
    const { engine, worker } = setUp();
    const calls = [engine.validate("1"), engine.validate("2")];
    engine.close();
    expect((await Promise.all(calls)).map(code)).toEqual(["engine/unavailable", "engine/unavailable"]);
    expect(worker(0).terminated).toBe(true);
    expect(code(await engine.validate("3"))).toBe("engine/unavailable");
  });
});
