import "fake-indexeddb/auto";

import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { openDB } from "idb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { openPortfolioStorage } from "../../../../web/shared/storage/portfolio-storage.js";
import type { PortfolioStorage, Workspace } from "../../../../web/shared/storage/types.js";

function workspace(title: string): Workspace {
  return {
    document: {
      format: "ballast",
      version: 1,
      title,
      base_currency: "USD",
      assets: [],
      accounts: [],
      policy: { targets: [] },
    },
    request: {},
  };
}

const at = (second: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();

let storage: PortfolioStorage;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  storage = openPortfolioStorage();
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function storedTitle(from: PortfolioStorage): Promise<string | undefined> {
  const outcome = await from.load();
  return outcome.kind === "loaded" ? outcome.stored.workspace.document.title : outcome.kind;
}

async function records(store: string): Promise<unknown[]> {
  const database = await openDB("ballast");
  const all: unknown[] = await database.getAll(store);
  database.close();
  return all;
}

describe("saving and loading", () => {
  it("starts empty and gives back what was saved, with its revision", async () => {
    expect(await storage.load()).toEqual({ kind: "empty" });
    expect(await storage.save(workspace("one"), 0, at(1))).toEqual({ kind: "saved", revision: 1 });
    expect(await storage.save(workspace("two"), 1, at(2))).toEqual({ kind: "saved", revision: 2 });
    expect(await openPortfolioStorage().load()).toEqual({
      kind: "loaded",
      stored: { workspace: workspace("two"), revision: 2, saved_at: at(2) },
    });
  });

  it("asks for durability before it says saved", async () => {
    await storage.load();
    const transaction = vi.spyOn(IDBDatabase.prototype, "transaction");
    await storage.save(workspace("one"), 0, at(1));
    expect(transaction).toHaveBeenCalledWith(["portfolio", "revisions", "conflicts"], "readwrite", {
      durability: "strict",
    });
  });

  it("keeps the last 20 versions", async () => {
    for (let i = 0; i < 30; i += 1) await storage.save(workspace(`v${i}`), i, at(i));
    const kept = (await records("revisions")) as { revision: number }[];
    // The eleventh-oldest is the last of its day beyond the twenty.
    expect(kept.map(({ revision }) => revision)).toEqual([10, ...Array.from({ length: 20 }, (_, i) => i + 11)]);
  });

  it("beyond them keeps the last of each day for 30 days", async () => {
    const day = (n: number, hour: number): string => new Date(Date.UTC(2026, 0, 1 + n, hour)).toISOString();
    let revision = 0;
    for (let n = 0; n < 50; n += 1) {
      for (const hour of [8, 20]) {
        await storage.save(workspace("x"), revision, day(n, hour));
        revision += 1;
      }
    }
    const kept = (await records("revisions")) as { saved_at: string }[];
    expect(kept).toHaveLength(50);
    expect(kept.slice(0, 30).every(({ saved_at: time }) => time.includes("T20"))).toBe(true);
  });

  it("is not confused by a clock that jumps back", async () => {
    for (let i = 0; i < 25; i += 1) await storage.save(workspace("x"), i, at(100 - i));
    expect(await records("revisions")).toHaveLength(21);
    expect(await storage.load()).toMatchObject({ stored: { revision: 25 } });
  });
});

describe("two tabs", () => {
  it("keeps both versions when another tab was quicker, and overwrites nothing", async () => {
    const other = openPortfolioStorage();
    await storage.save(workspace("base"), 0, at(1));
    await other.save(workspace("theirs"), 1, at(2));
    expect(await storage.save(workspace("mine"), 1, at(3))).toMatchObject({
      kind: "conflict",
      theirs: { revision: 2, workspace: { document: { title: "theirs" } } },
    });
    expect(await storedTitle(storage)).toBe("theirs");
    expect(await records("conflicts")).toMatchObject([
      { base_revision: 1, workspace: { document: { title: "mine" } } },
    ]);
  });

  it("keeps one conflict copy per tab and base, not one per keystroke", async () => {
    await openPortfolioStorage().save(workspace("theirs"), 0, at(1));
    for (const title of ["m", "mi", "min", "mine"]) await storage.save(workspace(title), 0, at(2));
    expect(await records("conflicts")).toMatchObject([{ workspace: { document: { title: "mine" } } }]);
  });

  it("lets exactly one of two saves at the same moment win", async () => {
    const other = openPortfolioStorage();
    const outcomes = await Promise.all([storage.save(workspace("a"), 0, at(1)), other.save(workspace("b"), 0, at(1))]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["conflict", "saved"]);
  });

  it("tells the other tab of saves and deletions, and stops when asked to", async () => {
    const heard: string[] = [];
    const stop = openPortfolioStorage().onChange((change) => heard.push(change));
    await storage.save(workspace("one"), 0, at(1));
    await vi.waitFor(() => expect(heard).toEqual(["saved"]));
    await storage.deleteEverything();
    await vi.waitFor(() => expect(heard).toEqual(["saved", "deleted"]));
    stop();
    await storage.save(workspace("one"), 0, at(1));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toHaveLength(2);
  });

  it("does not bring back what another tab has deleted", async () => {
    const other = openPortfolioStorage();
    await storage.save(workspace("one"), 0, at(1));
    await other.load();
    expect(await other.deleteEverything()).toEqual({ ok: true, left: [] });
    expect(await storage.save(workspace("again"), 1, at(2))).toMatchObject({ kind: "failed", code: "deleted" });
    expect(await storage.load()).toEqual({ kind: "empty" });
    expect(await storage.save(workspace("anew"), 0, at(3))).toEqual({ kind: "saved", revision: 1 });
  });
});

describe("a database that is not there", () => {
  const names = async (): Promise<(string | undefined)[]> => (await indexedDB.databases()).map(({ name }) => name);

  it("is not made by looking for it, only by the first save", async () => {
    expect(await storage.load()).toEqual({ kind: "empty" });
    expect(await names()).toEqual([]);
    await storage.save(workspace("one"), 0, at(1));
    expect(await names()).toEqual(["ballast"]);
  });

  it("stays away after everything was deleted, whatever another tab does with what it still has", async () => {
    const other = openPortfolioStorage();
    await storage.save(workspace("one"), 0, at(1));
    await other.load();
    await storage.deleteEverything();
    expect(await other.load()).toEqual({ kind: "empty" });
    expect(await other.save(workspace("again"), 1, at(2))).toMatchObject({ kind: "failed", code: "deleted" });
    expect(await names()).toEqual([]);
  });

  it("is made by a save that comes while somebody is still looking", async () => {
    const [loaded, saved] = await Promise.all([storage.load(), storage.save(workspace("one"), 0, at(1))]);
    expect(loaded).toEqual({ kind: "empty" });
    expect(saved).toEqual({ kind: "saved", revision: 1 });
  });
});

describe("faults", () => {
  it("says that storage is full, and loses nothing", async () => {
    await storage.save(workspace("one"), 0, at(1));
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(await storage.save(workspace("two"), 1, at(2))).toMatchObject({ kind: "failed", code: "quota_exceeded" });
    vi.restoreAllMocks();
    expect(await storedTitle(storage)).toBe("one");
    expect(await storage.save(workspace("two"), 1, at(3))).toEqual({ kind: "saved", revision: 2 });
  });

  it("leaves all as it was when the transaction is aborted half-way", async () => {
    await storage.save(workspace("one"), 0, at(1));
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = put.apply(this, args);
      if (this.name === "revisions") this.transaction.abort();
      return request;
    });
    expect(await storage.save(workspace("two"), 1, at(2))).toMatchObject({ kind: "failed" });
    vi.restoreAllMocks();
    expect(await storedTitle(storage)).toBe("one");
    expect(await records("revisions")).toHaveLength(1);
  });

  it("says so where there is no IndexedDB", async () => {
    Reflect.deleteProperty(globalThis, "indexedDB");
    expect(await openPortfolioStorage().load()).toMatchObject({ kind: "failed", code: "unavailable" });
    expect(await openPortfolioStorage().save(workspace("x"), 0, at(1))).toMatchObject({ code: "unavailable" });
    expect(await openPortfolioStorage().deleteEverything()).toEqual({ ok: true, left: [] });
  });

  it("says so where opening is forbidden", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    expect(await storage.load()).toMatchObject({ kind: "failed", code: "unavailable" });
    vi.restoreAllMocks();
    expect(await storage.load()).toEqual({ kind: "empty" });
  });

  it("leaves a newer version's database alone", async () => {
    (await openDB("ballast", 7)).close();
    expect(await storage.load()).toMatchObject({ kind: "failed", code: "newer_database" });
    expect(await storage.save(workspace("x"), 0, at(1))).toMatchObject({ kind: "failed", code: "newer_database" });
  });

  it("does not pass on what it cannot read, nor overwrite it", async () => {
    await storage.save(workspace("one"), 0, at(1));
    const database = await openDB("ballast");
    await database.put("portfolio", { revision: "x" }, "current");
    database.close();
    expect(await storage.load()).toMatchObject({ kind: "failed", code: "unreadable" });
    expect(await storage.save(workspace("two"), 0, at(2))).toMatchObject({ kind: "conflict" });
  });

  it("gives way to an upgrade or deletion, and opens anew afterwards", async () => {
    await storage.save(workspace("one"), 0, at(1));
    const newer = await openDB("ballast", 2, {
      blocked: () => {
        throw new Error("the connection was not closed");
      },
    });
    newer.close();
    expect(await storage.load()).toMatchObject({ code: "newer_database" });
  });

  it("recovers from a connection that was lost", async () => {
    await storage.save(workspace("one"), 0, at(1));
    // What a system does that wakes up, or a browser that cleans up.
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
    const transaction = IDBDatabase.prototype.transaction;
    const spy = vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(function (
      this: IDBDatabase,
      ...args
    ) {
      this.close();
      return transaction.apply(this, args);
    });
    expect(await storage.save(workspace("two"), 1, at(2))).toEqual({ kind: "saved", revision: 2 });
    expect(spy).toHaveBeenCalledTimes(2);
  });
});
