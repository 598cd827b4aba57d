import type { PortfolioStorage, Stored, Workspace } from "../../shared/storage/types.js";
import type { SavingState } from "./app-state.js";

const SAVE_AFTER_MS = 500;

/**
 * Saves a little after each change and at once when the page is hidden. One save at a time; what changed meanwhile is
 * saved next. "Saved" is said only when the storage has said so.
 */
export class Saving {
  #revision = 0;
  #pending: Workspace | null = null;
  /** On its way into the storage. */
  #writing: Workspace | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #state: SavingState = { kind: "nothing" };

  constructor(
    private readonly storage: PortfolioStorage,
    private readonly publish: (state: SavingState) => void,
    private readonly now: () => string = () => new Date().toISOString(),
  ) {}

  get state(): SavingState {
    return this.#state;
  }

  /** Nothing is waiting or under way. */
  get idle(): boolean {
    return this.#pending === null && this.#running === null;
  }

  /** What the storage does not have yet, as far as is known. */
  get unsaved(): { workspace: Workspace; base: number } | null {
    const workspace = this.#pending ?? this.#writing;
    return workspace === null ? null : { workspace, base: this.#revision };
  }

  /** What was loaded is what is stored. */
  startFrom(stored: Stored): void {
    this.#drop();
    this.#revision = stored.revision;
    this.#set({ kind: "saved", at: stored.saved_at });
  }

  startEmpty(): void {
    this.#drop();
    this.#revision = 0;
    this.#set({ kind: "nothing" });
  }

  changed(workspace: Workspace): void {
    this.#pending = workspace;
    // A conflict is settled by the person; until then nothing is written.
    if (this.#state.kind === "conflict") return;
    if (this.#state.kind !== "failed") this.#set({ kind: "waiting" });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), SAVE_AFTER_MS);
  }

  /** Saves what is waiting, now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#state.kind === "conflict") return;
    if (this.#running !== null) {
      await this.#running;
      return this.flush();
    }
    if (this.#pending === null) return;
    this.#running = this.#save(this.#pending).finally(() => {
      this.#running = null;
    });
    await this.#running;
    if (this.#pending !== null && this.#mayGoOn) await this.flush();
  }

  /** After a conflict: this tab's version goes on top of the other's. */
  async keepMine(workspace: Workspace): Promise<void> {
    if (this.#state.kind !== "conflict") return;
    this.#revision = this.#state.theirs.revision;
    this.#pending = workspace;
    this.#set({ kind: "waiting" });
    await this.flush();
  }

  get #mayGoOn(): boolean {
    return this.#state.kind !== "conflict" && this.#state.kind !== "failed";
  }

  /** After a failure: once more, from nothing where the stored copy is gone. */
  async again(workspace: Workspace): Promise<void> {
    if (this.#state.kind !== "failed") return;
    if (this.#state.code === "deleted") this.#revision = 0;
    this.#pending = workspace;
    await this.flush();
  }

  /** The stored copy is gone or out of reach, and this page has the only one. It is not stored anew unasked. */
  lost(code: string, message: string): void {
    this.#set({ kind: "failed", code, message });
  }

  async #save(workspace: Workspace): Promise<void> {
    this.#pending = null;
    this.#writing = workspace;
    try {
      const outcome = await this.storage.save(workspace, this.#revision, this.now());
      this.#writing = null;
      if (outcome.kind === "saved") {
        this.#revision = outcome.revision;
        this.#set(this.#pending === null ? { kind: "saved", at: this.now() } : { kind: "waiting" });
      } else if (outcome.kind === "conflict") {
        this.#pending ??= workspace;
        this.#set({ kind: "conflict", theirs: outcome.theirs });
      } else {
        this.#pending ??= workspace;
        this.#set({ kind: "failed", code: outcome.code, message: outcome.message });
      }
    } catch (error) {
      this.#pending ??= workspace;
      this.#set({ kind: "failed", code: "unknown", message: error instanceof Error ? error.message : String(error) });
    } finally {
      this.#writing = null;
    }
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#pending = null;
  }

  #set(state: SavingState): void {
    this.#state = state;
    this.publish(state);
  }
}
