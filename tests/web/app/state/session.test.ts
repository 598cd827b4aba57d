import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Session } from "../../../../web/app/state/session.js";
import type { Engine } from "../../../../web/shared/engine/types.js";
import type {
  ChangeElsewhere,
  LoadOutcome,
  PortfolioStorage,
  SaveOutcome,
  Workspace,
} from "../../../../web/shared/storage/types.js";
import { aPlan, aSummary, aWorkspace } from "../support/documents.js";

function engineOf(): Engine {
  return {
    describe: () => new Promise(() => undefined),
    validate: () => new Promise(() => undefined),
    summarize: () => Promise.resolve({ ok: true, value: aSummary({ btc: "100", eth: "20" }) }),
    plan: () => Promise.resolve({ ok: true, value: aPlan() }),
    resolve: () => Promise.reject(new Error("not asked")),
    analyze: () => Promise.reject(new Error("not asked")),
    carryOut: () => Promise.reject(new Error("not asked")),
    profile: () => Promise.reject(new Error("not asked")),
    loaded: () => Promise.reject(new Error("not asked")),
    close: () => undefined,
  };
}

/** A storage in memory, with another tab that a test can play. */
class Memory implements PortfolioStorage {
  stored: LoadOutcome = { kind: "empty" };
  saves: Workspace[] = [];
  answer: ((base: number) => SaveOutcome) | null = null;
  #listeners = new Set<(change: ChangeElsewhere) => void>();
  loads = 0;

  load = () => {
    this.loads += 1;
    return Promise.resolve(this.stored);
  };
  save = (workspace: Workspace, base: number, savedAt: string) => {
    this.saves.push(workspace);
    if (this.answer !== null) return Promise.resolve(this.answer(base));
    this.stored = { kind: "loaded", stored: { workspace, revision: base + 1, saved_at: savedAt } };
    return Promise.resolve<SaveOutcome>({ kind: "saved", revision: base + 1 });
  };
  deleteEverything = () => {
    this.stored = { kind: "empty" };
    return Promise.resolve({ ok: true, left: [] });
  };
  onChange = (listener: (change: ChangeElsewhere) => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  otherTab(stored: LoadOutcome): void {
    this.stored = stored;
    for (const listener of this.#listeners) listener(stored.kind === "empty" ? "deleted" : "saved");
  }
  cutOff(stored: LoadOutcome): void {
    this.stored = stored;
    for (const listener of this.#listeners) listener("cut off");
  }
}

const loaded = (title: string, revision = 3): LoadOutcome => ({
  kind: "loaded",
  stored: { workspace: aWorkspace({ title }), revision, saved_at: "2026-01-01T00:00:00Z" },
});

const retitle = (title: string) => ({
  label: "Change the title",
  change: (draft: Workspace) => {
    draft.document.title = title;
  },
});

const kept = new Map<string, string>();

beforeEach(() => {
  vi.useFakeTimers();
  kept.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function begun(stored: LoadOutcome = { kind: "empty" }) {
  const memory = new Memory();
  memory.stored = stored;
  const session = new Session(engineOf(), memory);
  await session.start();
  return { session, memory };
}

describe("a session", () => {
  it("begins with what is stored, and calculates it", async () => {
    const { session } = await begun(loaded("Stored"));
    expect(session.state).toMatchObject({ phase: "open", saving: { kind: "saved" } });
    await vi.advanceTimersByTimeAsync(100);
    expect(session.state.figures.of).toBe(session.state.workspace);
  });

  it("tells at once when the browser has deleted what was stored, and keeps what it shows", async () => {
    const { session, memory } = await begun(loaded("Stored"));
    memory.cutOff({ kind: "empty" });
    await vi.advanceTimersByTimeAsync(10);
    expect(session.state).toMatchObject({ phase: "open", saving: { kind: "failed", code: "deleted" } });
    expect(session.state.workspace.document.title).toBe("Stored");
    expect(memory.saves).toEqual([]);
    await session.saveAgain();
    expect(session.state.saving.kind).toBe("saved");
    expect(memory.stored).toMatchObject({ stored: { revision: 1, workspace: { document: { title: "Stored" } } } });
  });

  it("does not complain of a connection that was cut while all is still there", async () => {
    const { session, memory } = await begun(loaded("Stored"));
    memory.cutOff(loaded("Stored"));
    await vi.advanceTimersByTimeAsync(10);
    expect(session.state.saving.kind).toBe("saved");
  });

  it("does not open a newer version's document, says which it is, and hands it out as it is", async () => {
    const newer = { ...aWorkspace().document, version: 2, epochs: [1] };
    const workspace = { document: newer, request: {} } as unknown as Workspace;
    const { session, memory } = await begun({
      kind: "loaded",
      stored: { workspace, revision: 4, saved_at: "2026-01-01T00:00:00Z" },
    });
    const { phase, saving } = session.state;
    expect(phase).toBe("start");
    expect(saving).toMatchObject({ kind: "failed", code: "newer_document" });
    expect(saving.kind === "failed" && saving.message).toMatch(/version 2.*reads version 1/);
    expect(saving.kind === "failed" && saving.kept).toBe(newer);
    await session.leave();
    expect(memory.saves).toEqual([]);
  });

  it("begins empty, takes a document, saves it", async () => {
    const { session, memory } = await begun();
    expect(session.state.phase).toBe("start");
    session.replace(aWorkspace(), "Open the sample");
    expect(session.state.phase).toBe("open");
    await vi.advanceTimersByTimeAsync(1000);
    expect(memory.saves).toHaveLength(1);
    expect(session.state.saving.kind).toBe("saved");
  });

  it("saves undone states too", async () => {
    const { session, memory } = await begun(loaded("Stored"));
    session.edit(retitle("New"));
    expect(session.state.undo).toBe("Change the title");
    session.undo();
    await vi.advanceTimersByTimeAsync(1000);
    expect(memory.saves.at(-1)?.document.title).toBe("Stored");
    expect(session.state.redo).toBe("Change the title");
  });

  it("saves trades that are ticked off, with a way back, and calculates nothing for them", async () => {
    const { session, memory } = await begun(loaded("Stored"));
    await vi.advanceTimersByTimeAsync(100);
    const { figures } = session.state;
    const ticked = { trades: ["x"], done: [0] };
    session.edit({
      label: "Tick off buying VT",
      change: (draft) => {
        draft.ticked = ticked;
      },
    });
    await vi.advanceTimersByTimeAsync(1000);
    expect(memory.saves.at(-1)?.ticked).toEqual(ticked);
    expect(session.state.figures).toBe(figures);
    session.undo();
    expect(session.state.workspace.ticked).toBeUndefined();
  });

  it("says when what is stored cannot be read, and leaves it alone", async () => {
    const broken = { workspace: { document: {}, request: {} }, revision: 1, saved_at: "" };
    const { session, memory } = await begun({ kind: "loaded", stored: broken } as unknown as LoadOutcome);
    expect(session.state).toMatchObject({ phase: "start", saving: { kind: "failed", code: "unreadable" } });
    await vi.advanceTimersByTimeAsync(1000);
    expect(memory.saves).toHaveLength(0);
  });

  it("follows another tab while it has nothing of its own to save", async () => {
    const { session, memory } = await begun(loaded("Old"));
    memory.otherTab(loaded("New", 4));
    await vi.advanceTimersByTimeAsync(0);
    expect(session.state.workspace.document.title).toBe("New");
    const { loads } = memory;
    memory.otherTab({ kind: "empty" });
    await vi.advanceTimersByTimeAsync(0);
    expect(session.state).toMatchObject({ phase: "start", undo: null, saving: { kind: "nothing" } });
    // There is nothing to look for, and looking might bring an empty database back.
    expect(memory.loads).toBe(loads);
  });

  it("keeps what it has not saved yet when another tab deletes everything, and says that it is not saved", async () => {
    const { session, memory } = await begun(loaded("Old"));
    session.edit(retitle("Mine"));
    memory.answer = () => ({ kind: "failed", code: "deleted", message: "Gone." });
    memory.otherTab({ kind: "empty" });
    await vi.advanceTimersByTimeAsync(1000);
    expect(session.state.workspace.document.title).toBe("Mine");
    expect(session.state.saving).toMatchObject({ kind: "failed", code: "deleted" });
  });

  it("keeps its own changes when another tab saves, and offers both", async () => {
    const { session, memory } = await begun(loaded("Old"));
    session.edit(retitle("Mine"));
    memory.otherTab(loaded("Theirs", 4));
    const theirs = { workspace: aWorkspace({ title: "Theirs" }), revision: 4, saved_at: "" };
    memory.answer = (base) => (base === 4 ? { kind: "saved", revision: 5 } : { kind: "conflict", theirs });
    await vi.advanceTimersByTimeAsync(1000);
    expect(session.state.workspace.document.title).toBe("Mine");
    expect(session.state.saving.kind).toBe("conflict");
    await session.keepMine();
    expect(session.state.saving.kind).toBe("saved");
    expect(memory.saves.at(-1)?.document.title).toBe("Mine");
  });

  it("takes the other tab's version when asked", async () => {
    const { session, memory } = await begun(loaded("Old"));
    const theirs = { workspace: aWorkspace({ title: "Theirs" }), revision: 4, saved_at: "" };
    memory.answer = () => ({ kind: "conflict", theirs });
    session.edit(retitle("Mine"));
    await vi.advanceTimersByTimeAsync(1000);
    session.takeTheirs();
    expect(session.state.workspace.document.title).toBe("Theirs");
    expect(session.state.saving.kind).toBe("saved");
  });

  it("stores anew what was deleted elsewhere, when asked", async () => {
    const { session, memory } = await begun(loaded("Old"));
    const deleted = { kind: "failed", code: "deleted", message: "Gone." } as unknown as SaveOutcome;
    memory.answer = (base) => (base === 0 ? { kind: "saved", revision: 1 } : deleted);
    session.edit(retitle("Mine"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(session.state.saving.kind).toBe("failed");
    await session.saveAgain();
    expect(session.state.saving.kind).toBe("saved");
  });

  it("deletes everything and is empty again, with no way back and nothing saved after", async () => {
    const { session, memory } = await begun(loaded("Old"));
    session.edit(retitle("New"));
    const outcome = await session.deleteEverything();
    await vi.advanceTimersByTimeAsync(1000);
    expect(outcome.ok).toBe(true);
    expect(session.state).toMatchObject({ phase: "start", undo: null, redo: null, saving: { kind: "nothing" } });
    expect(session.state.figures.of).toBeNull();
    expect(memory.saves).toHaveLength(0);
  });

  describe("left in the middle of a change", () => {
    /** The storage never answers: the page is gone before. */
    async function left(stored: LoadOutcome): Promise<void> {
      const { session, memory } = await begun(stored);
      memory.save = () => new Promise(() => undefined);
      if (session.state.phase === "start") session.replace(aWorkspace({ title: "Last" }), "Start");
      else session.edit(retitle("Last"));
      void session.leave();
    }

    it("has the change at the next start, saves it, and keeps it nowhere else", async () => {
      await left(loaded("Old"));
      const { session, memory } = await begun(loaded("Old"));
      expect(session.state.workspace.document.title).toBe("Last");
      await vi.advanceTimersByTimeAsync(1000);
      expect(memory.saves.at(-1)?.document.title).toBe("Last");
      expect(kept.size).toBe(0);
    });

    it("has the first document of all", async () => {
      await left({ kind: "empty" });
      const { session } = await begun();
      expect(session.state.workspace.document.title).toBe("Last");
    });

    it("does not bring it back after everything was deleted", async () => {
      await left(loaded("Old"));
      const { session } = await begun();
      expect(session.state.phase).toBe("start");
      expect(kept.size).toBe(0);
    });

    it("offers both when another tab has saved since", async () => {
      await left(loaded("Old", 3));
      const theirs = { workspace: aWorkspace({ title: "Theirs" }), revision: 4, saved_at: "" };
      const { session, memory } = await begun(loaded("Theirs", 4));
      memory.answer = (base) => (base === 4 ? { kind: "saved", revision: 5 } : { kind: "conflict", theirs });
      await vi.advanceTimersByTimeAsync(1000);
      expect(session.state.workspace.document.title).toBe("Last");
      expect(session.state.saving.kind).toBe("conflict");
    });

    it("notices that the save was made after all", async () => {
      await left(loaded("Old", 3));
      const { session, memory } = await begun(loaded("Last", 4));
      await vi.advanceTimersByTimeAsync(1000);
      expect(session.state.saving.kind).toBe("saved");
      expect(memory.saves).toHaveLength(0);
      expect(kept.size).toBe(0);
    });

    it("passes over what it cannot read", async () => {
      kept.set("ballast-last-moment", '{"workspace":{"document":5},"base":3}');
      const { session } = await begun(loaded("Old"));
      expect(session.state.workspace.document.title).toBe("Old");
    });
  });

  it("keeps what a person began while the database took its time", async () => {
    const memory = new Memory();
    let open: (outcome: LoadOutcome) => void = () => undefined;
    memory.load = () => new Promise((resolve) => (open = resolve));
    const session = new Session(engineOf(), memory);
    const started = session.start();
    session.goOnWithout();
    session.replace(aWorkspace({ title: "Begun" }), "Start");
    open(loaded("Late"));
    await started;
    expect(session.state.workspace.document.title).toBe("Begun");
  });

  it("keeps a plan to compare until another portfolio is open, or none", async () => {
    const { session } = await begun(loaded("Mine"));
    session.showPlan(true);
    session.keepPlan(true);
    expect(session.state.kept).toBeNull();
    await vi.advanceTimersByTimeAsync(1000);
    session.keepPlan(true);
    expect(session.state.kept?.workspace.document.title).toBe("Mine");
    session.edit({ label: "Rename", change: (draft) => void (draft.document.title = "Changed") });
    expect(session.state.kept?.workspace.document.title).toBe("Mine");
    session.keepPlan(false);
    expect(session.state.kept).toBeNull();
    session.keepPlan(true);
    session.replace(aWorkspace({ title: "Other" }), "Open");
    expect(session.state.kept).toBeNull();
    await vi.advanceTimersByTimeAsync(1000);
    session.keepPlan(true);
    expect(session.state.kept).not.toBeNull();
    await session.deleteEverything();
    expect(session.state.kept).toBeNull();
  });
});
