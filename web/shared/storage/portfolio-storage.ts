/**
 * Keeps the portfolio between visits. A save is one strict transaction that first asserts that nobody else has saved
 * since: it either happens whole, or leaves everything as it was and says so.
 */
import { CURRENT, describeFault, NoDatabase, openDatabase, type Database, type Schema } from "./database.js";
import { deleteSite } from "./delete-site.js";
import { pruneConflicts, pruneRevisions } from "./prune.js";
import { withLock } from "./site-lock.js";
import type { IDBPTransaction } from "idb";
import type { ChangeElsewhere, LoadOutcome, PortfolioStorage, SaveOutcome, Stored, Workspace } from "./types.js";

const CHANNEL = "ballast-portfolio";
const LOCK = "ballast-portfolio";

interface ChangeMessage {
  kind: Exclude<ChangeElsewhere, "cut off">;
}

type SaveTransaction = IDBPTransaction<Schema, ("portfolio" | "revisions" | "conflicts")[], "readwrite">;

const deletedMeanwhile: SaveOutcome = {
  kind: "failed",
  code: "deleted",
  message:
    "What was stored has been deleted, here in another tab or by the browser. This page still has the portfolio.",
};

export function openPortfolioStorage(): PortfolioStorage {
  const tab = crypto.randomUUID();
  const listeners = new Set<(change: ChangeElsewhere) => void>();
  let connection: Promise<Database> | undefined;

  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(CHANNEL) : undefined;
  if (channel !== undefined) {
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isChange(data)) return;
      if (data.kind === "deleted") void disconnect();
      for (const listener of listeners) listener(data.kind);
    };
  }

  function tellOthers(kind: ChangeMessage["kind"]): void {
    channel?.postMessage({ kind } satisfies ChangeMessage);
  }

  async function disconnect(): Promise<void> {
    const closing = connection;
    connection = undefined;
    (await closing?.catch(() => undefined))?.close();
  }

  function connect(create: boolean): Promise<Database> {
    if (connection === undefined) {
      const opening = openDatabase({
        create,
        onClosed: () => {
          connection = undefined;
        },
        onCutOff: () => {
          connection = undefined;
          for (const listener of listeners) listener("cut off");
        },
      });
      connection = opening;
      opening.catch(() => {
        if (connection === opening) connection = undefined;
      });
    }
    return connection;
  }

  /**
   * A connection can be lost between two calls (another tab deletes, the system wakes up), or one that was to make no
   * database be under way while this call may make one: once more with a new one.
   */
  async function withDatabase<T>(create: boolean, work: (database: Database) => Promise<T>): Promise<T> {
    try {
      return await work(await connect(create));
    } catch (error) {
      const lost = error instanceof DOMException && error.name === "InvalidStateError";
      if (!lost && !(create && error instanceof NoDatabase)) throw error;
      connection = undefined;
      return work(await connect(create));
    }
  }

  async function load(): Promise<LoadOutcome> {
    try {
      const stored: unknown = await withDatabase(false, (database) => database.get("portfolio", CURRENT));
      if (stored === undefined) return { kind: "empty" };
      if (isStored(stored)) return { kind: "loaded", stored };
      return {
        kind: "failed",
        code: "unreadable",
        message: "What is stored here is not a portfolio this version can read. It has been left as it is.",
      };
    } catch (error) {
      if (error instanceof NoDatabase) return { kind: "empty" };
      const fault = describeFault(error);
      const code = fault.code === "quota_exceeded" ? "unknown" : fault.code;
      return { kind: "failed", code, message: fault.message };
    }
  }

  async function save(workspace: Workspace, baseRevision: number, savedAt: string): Promise<SaveOutcome> {
    try {
      const outcome = await withLock(LOCK, () =>
        withDatabase(baseRevision === 0, (database) => saveIn(database, tab, workspace, baseRevision, savedAt)),
      );
      if (outcome.kind === "saved") tellOthers("saved");
      return outcome;
    } catch (error) {
      if (error instanceof NoDatabase) return deletedMeanwhile;
      return { kind: "failed", ...describeFault(error) };
    }
  }

  async function deleteEverything(): Promise<{ ok: boolean; left: string[] }> {
    return withLock(LOCK, async () => {
      await disconnect();
      const left = await deleteSite();
      tellOthers("deleted");
      return { ok: left.length === 0, left };
    });
  }

  return {
    load,
    save,
    deleteEverything,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function saveIn(
  database: Database,
  tab: string,
  workspace: Workspace,
  baseRevision: number,
  savedAt: string,
): Promise<SaveOutcome> {
  const transaction: SaveTransaction = database.transaction(["portfolio", "revisions", "conflicts"], "readwrite", {
    durability: "strict",
  });
  try {
    const outcome = await writeIn(transaction, tab, workspace, baseRevision, savedAt);
    // Only now is it on disk; until here a crash would have left the old state.
    await transaction.done;
    return outcome;
  } catch (error) {
    const reason: unknown = await abortOf(transaction);
    throw reason ?? error;
  }
}

async function writeIn(
  transaction: SaveTransaction,
  tab: string,
  workspace: Workspace,
  baseRevision: number,
  savedAt: string,
): Promise<SaveOutcome> {
  const portfolio = transaction.objectStore("portfolio");
  const theirs = await portfolio.get(CURRENT);
  if (theirs === undefined && baseRevision > 0) return deletedMeanwhile;
  if (theirs !== undefined && theirs.revision !== baseRevision) {
    const conflicts = transaction.objectStore("conflicts");
    const mine = { workspace, base_revision: baseRevision, saved_at: savedAt };
    await conflicts.put(mine, `${tab}:${String(baseRevision)}`);
    await pruneConflicts(conflicts);
    return { kind: "conflict", theirs };
  }
  const stored: Stored = { workspace, revision: baseRevision + 1, saved_at: savedAt };
  const revisions = transaction.objectStore("revisions");
  await Promise.all([portfolio.put(stored, CURRENT), revisions.put(stored)]);
  await pruneRevisions(revisions);
  return { kind: "saved", revision: stored.revision };
}

/** Waits until a failed transaction has been undone, and gives the error it names (a full disk shows only there). */
async function abortOf(transaction: SaveTransaction): Promise<unknown> {
  try {
    transaction.abort();
  } catch {
    // It is being aborted already.
  }
  const error: unknown = await transaction.done.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof DOMException && error.name === "AbortError" ? undefined : error;
}

function isChange(data: unknown): data is ChangeMessage {
  return (
    typeof data === "object" && data !== null && "kind" in data && (data.kind === "saved" || data.kind === "deleted")
  );
}

function isStored(data: unknown): data is Stored {
  if (typeof data !== "object" || data === null) return false;
  const { workspace, revision, saved_at } = data as Partial<Record<keyof Stored, unknown>>;
  if (typeof revision !== "number" || typeof saved_at !== "string") return false;
  if (typeof workspace !== "object" || workspace === null) return false;
  const { document, request } = workspace as Partial<Record<keyof Workspace, unknown>>;
  return typeof document === "object" && document !== null && typeof request === "object" && request !== null;
}
