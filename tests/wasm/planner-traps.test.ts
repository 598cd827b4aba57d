import { beforeEach, describe, expect, it, vi } from "vitest";

import { createPlanner } from "../../wasm/planner/planner.mjs";
import type { Reply } from "../../wasm/planner/planner.js";
import { instances, mode, TRAPS } from "./fake-core.js";

vi.mock("../../build/wasm/ballast.mjs", () => import("./fake-core.js"));

const EMPTY_MODULE = Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0]);

const code = (reply: Reply<unknown>): string | undefined => (reply.ok ? "ok" : reply.errors[0]?.code);

beforeEach(() => {
  instances.length = 0;
});

describe.each([
  ["under Node, where an instance takes a turn", false],
  ["in a page or worker, where it does not", true],
])("a trap, %s", (_, immediate) => {
  beforeEach(() => {
    mode.immediate = immediate;
  });

  it.each(TRAPS)("%s is answered with engine/trap, and the next call gets a fresh instance", async (document) => {
    const planner = await createPlanner({ wasm: EMPTY_MODULE });
    expect(planner.validate("1")).toMatchObject({ value: { calls: 1 } });
    expect(planner.validate("2")).toMatchObject({ value: { calls: 2 } });
    const reply = planner.validate(document);
    expect(code(reply)).toBe("engine/trap");
    expect(reply).toMatchObject({ errors: [{ source: "engine", pointer: "" }] });
    expect(planner.validate("3")).toMatchObject({ value: { calls: 1, document: "3" } });
  });

  it.each(["validate", "summarize", "plan", "resolve", "analyze", "carryOut", "profile"] as const)(
    "%s traps alone: its reply says so, and the next one is right",
    async (command) => {
      const planner = await createPlanner({ wasm: EMPTY_MODULE });
      // A second text would be put behind the first one by the stand-in.
      const ask = (text: string): Reply<unknown> =>
        command === "plan" || command === "analyze" || command === "carryOut"
          ? planner[command](text, "")
          : planner[command](text);
      expect(code(ask('"overflow"'))).toBe("engine/trap");
      expect(ask("1")).toMatchObject({ value: { calls: 1, document: "1" } });
    },
  );

  it("traps again and again do not stop it", async () => {
    const planner = await createPlanner({ wasm: EMPTY_MODULE });
    for (let i = 0; i < 20; i += 1) {
      expect(code(planner.plan("1", "2"))).toBe("ok");
      expect(code(planner.summarize('"trap"'))).toBe("engine/trap");
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    expect(code(planner.describe())).toBe("ok");
  });

  it("many in one turn never throw", async () => {
    const planner = await createPlanner({ wasm: EMPTY_MODULE });
    const codes = Array.from({ length: 8 }, () => code(planner.validate('"trap"')));
    for (const each of codes) expect(["engine/trap", "engine/unavailable"]).toContain(each);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(code(planner.validate("1"))).toBe("ok");
  });
});

describe("what cannot be loaded", () => {
  it("is told in words", async () => {
    await expect(createPlanner({ wasm: new TextEncoder().encode("<!doctype html>") })).rejects.toThrow(
      "not a WebAssembly file",
    );
    await expect(createPlanner({ wasm: EMPTY_MODULE.slice(0, 6) })).rejects.toThrow("incomplete or damaged");
    await expect(createPlanner({ wasm: new URL("file:///nowhere/ballast.wasm") })).rejects.toThrow("build it first");
  });

  it("is fetched again past the cache when it arrived damaged", async () => {
    const bodies = [EMPTY_MODULE.slice(0, 6), EMPTY_MODULE];
    const fetched = vi
      .spyOn(globalThis, "fetch")
      .mockImplementation(() => Promise.resolve(new Response(bodies.shift())));
    const planner = await createPlanner({ wasm: "https://ballast.example/ballast.wasm" });
    expect(code(planner.describe())).toBe("ok");
    expect(fetched.mock.calls.map(([, options]) => options?.cache)).toEqual(["default", "reload"]);
    fetched.mockImplementation(() => Promise.resolve(new Response("", { status: 404 })));
    await expect(createPlanner({ wasm: "https://ballast.example/ballast.wasm" })).rejects.toThrow("answered 404");
    fetched.mockRejectedValue(new TypeError("failed"));
    await expect(createPlanner({ wasm: "https://ballast.example/ballast.wasm" })).rejects.toThrow(
      "could not be fetched",
    );
    vi.restoreAllMocks();
  });
});
