import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { SavingState } from "../../../../web/app/state/app-state.js";
import { Saving } from "../../../../web/app/state/saving.js";
import type { PortfolioStorage, SaveOutcome, Workspace } from "../../../../web/shared/storage/types.js";
import { aWorkspace } from "../support/documents.js";

interface Save {
  readonly workspace: Workspace;
  readonly base: number;
}

function storageOf(answer: (base: number) => SaveOutcome | Promise<SaveOutcome>, saves: Save[]): PortfolioStorage {
  return {
    load: () => Promise.resolve({ kind: "empty" }),
    save: async (workspace, base) => {
      saves.push({ workspace, base });
      return answer(base);
    },
    deleteEverything: () => Promise.resolve({ ok: true, left: [] }),
    onChange: () => () => undefined,
  };
}

const saved = (base: number): SaveOutcome => ({ kind: "saved", revision: base + 1 });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("saving", () => {
  it("waits a little, saves the last state once, and says saved only then", async () => {
    const saves: Save[] = [];
    const states: SavingState["kind"][] = [];
    const saving = new Saving(
      storageOf(saved, saves),
      (state) => states.push(state.kind),
      () => "now",
    );
    const last = aWorkspace({ title: "last" });
    saving.changed(aWorkspace());
    await vi.advanceTimersByTimeAsync(300);
    saving.changed(last);
    await vi.advanceTimersByTimeAsync(300);
    expect(saves).toHaveLength(0);
    expect(states).not.toContain("saved");
    await vi.advanceTimersByTimeAsync(300);
    expect(saves).toEqual([{ workspace: last, base: 0 }]);
    expect(states.at(-1)).toBe("saved");
    expect(saving.idle).toBe(true);
  });

  it("saves what changed during a save next, on top of it", async () => {
    const saves: Save[] = [];
    const finish: (() => void)[] = [];
    const storage = storageOf((base) => new Promise((resolve) => finish.push(() => resolve(saved(base)))), saves);
    const saving = new Saving(storage, () => undefined);
    saving.changed(aWorkspace());
    void saving.flush();
    await vi.advanceTimersByTimeAsync(0);
    saving.changed(aWorkspace({ title: "later" }));
    finish.shift()?.();
    await vi.advanceTimersByTimeAsync(600);
    finish.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(saves.map(({ base }) => base)).toEqual([0, 1]);
    expect(saving.state.kind).toBe("saved");
  });

  it("stops at a conflict until the person has chosen", async () => {
    const saves: Save[] = [];
    const theirs = { workspace: aWorkspace({ title: "theirs" }), revision: 7, saved_at: "then" };
    const storage = storageOf((base) => (base === 7 ? saved(7) : { kind: "conflict", theirs }), saves);
    const saving = new Saving(storage, () => undefined);
    saving.changed(aWorkspace());
    await saving.flush();
    expect(saving.state.kind).toBe("conflict");
    saving.changed(aWorkspace({ title: "more" }));
    await vi.advanceTimersByTimeAsync(5000);
    expect(saves).toHaveLength(1);
    const mine = aWorkspace({ title: "mine" });
    await saving.keepMine(mine);
    expect(saves.at(-1)).toEqual({ workspace: mine, base: 7 });
    expect(saving.state.kind).toBe("saved");
  });

  it("says that a save failed, keeps what is unsaved, and tries again with the next change", async () => {
    const saves: Save[] = [];
    let full = true;
    const failed: SaveOutcome = { kind: "failed", code: "quota_exceeded", message: "Full." };
    const saving = new Saving(
      storageOf((base) => (full ? failed : saved(base)), saves),
      () => undefined,
    );
    saving.changed(aWorkspace());
    await saving.flush();
    expect(saving.state).toMatchObject({ kind: "failed", message: "Full." });
    expect(saving.idle).toBe(false);
    full = false;
    saving.changed(aWorkspace());
    await vi.advanceTimersByTimeAsync(600);
    expect(saving.state.kind).toBe("saved");
  });

  it("treats a storage that throws as a failed save", async () => {
    const saving = new Saving(
      storageOf(() => Promise.reject(new Error("gone")), []),
      () => undefined,
    );
    saving.changed(aWorkspace());
    await saving.flush();
    expect(saving.state).toMatchObject({ kind: "failed", code: "unknown", message: "gone" });
  });

  it("goes on from what was loaded", async () => {
    const saves: Save[] = [];
    const saving = new Saving(storageOf(saved, saves), () => undefined);
    saving.startFrom({ workspace: aWorkspace(), revision: 12, saved_at: "then" });
    saving.changed(aWorkspace());
    await saving.flush();
    expect(saves.at(-1)?.base).toBe(12);
  });
});
