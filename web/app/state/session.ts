import type { Engine } from "../../shared/engine/types.js";
import type { ChangeElsewhere, PortfolioStorage, Stored, Workspace } from "../../shared/storage/types.js";
import { noFigures, type AppState } from "./app-state.js";
import { blankWorkspace } from "./blank.js";
import { Calculation } from "./calculation.js";
import { History, type Edit } from "./history.js";
import { Saving } from "./saving.js";
import { dropLastMoment, keepLastMoment, readLastMoment } from "./last-moment.js";
import { refusalOf } from "./refusal.js";
import { isWorkspace } from "./workspace-shape.js";

/** Several changes within one turn (a key pressed, a block pasted) are calculated once. */
const CALCULATE_AFTER_MS = 40;

/** One person's sitting: the workspace, its figures and its copy on this device, kept in step. */
export class Session {
  #state: AppState = {
    phase: "loading",
    workspace: blankWorkspace(),
    figures: noFigures,
    saving: { kind: "nothing" },
    undo: null,
    redo: null,
    description: null,
    kept: null,
  };
  #history = new History();
  #calculation: Calculation;
  #saving: Saving;
  #listeners = new Set<() => void>();
  #withPlan = false;
  #keptLastMoment = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly storage: PortfolioStorage,
  ) {
    this.#calculation = new Calculation(engine, (figures) => this.#set({ figures }));
    this.#saving = new Saving(storage, (saving) => {
      // Only what this tab put there or took up: another tab's last moment is not ours to drop.
      if (saving.kind === "saved" && this.#keptLastMoment) {
        this.#keptLastMoment = false;
        dropLastMoment();
      }
      this.#set({ saving });
    });
  }

  get state(): AppState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async start(): Promise<void> {
    void this.engine.describe().then((reply) => {
      if (reply.ok) this.#set({ description: reply.value });
    });
    this.storage.onChange((change) => void this.#changedElsewhere(change));
    const outcome = await this.storage.load();
    // A person who did not wait and has begun something keeps it; the next save finds the conflict.
    if (this.#state.phase === "open") return;
    const failed = (code: string, message: string) =>
      this.#set({ phase: "start", saving: { kind: "failed", code, message } });
    if (outcome.kind === "failed") failed(outcome.code, outcome.message);
    else if (outcome.kind === "empty") this.#openEmpty();
    else if (isWorkspace(outcome.stored.workspace)) this.#openWithLastMoment(outcome.stored);
    else this.#set({ phase: "start", saving: refusalOf(outcome.stored.workspace) });
  }

  /** When what is stored does not open: goes on as if nothing were there. */
  goOnWithout(): void {
    if (this.#state.phase === "loading") this.#set({ phase: "start" });
  }

  /** From one of the three doors, or another document in place of this one. */
  replace(workspace: Workspace, label: string): void {
    this.#set({ kept: null });
    this.#history.replace(workspace, label, Date.now());
    this.#changed();
  }

  edit(edit: Edit): void {
    if (this.#history.apply(edit, Date.now())) this.#changed();
  }

  undo(): string | null {
    const label = this.#history.undoLabel;
    if (this.#history.undo()) this.#changed();
    return label;
  }

  redo(): string | null {
    const label = this.#history.redoLabel;
    if (this.#history.redo()) this.#changed();
    return label;
  }

  /** Plans are calculated only while somebody looks at them. */
  showPlan(wanted: boolean): void {
    if (wanted === this.#withPlan) return;
    this.#withPlan = wanted;
    if (wanted) this.#calculate(0);
  }

  /** The plan that is shown, to compare the next ones with; or none any more. */
  keepPlan(wanted: boolean): void {
    const { of: workspace, plan } = this.#state.figures;
    if (!wanted) this.#set({ kept: null });
    else if (workspace !== null && plan?.ok === true) this.#set({ kept: { workspace, plan: plan.value } });
  }

  /** After the engine failed: asks again. */
  retry(): void {
    this.#calculate(0);
  }

  /** The page may be gone in a moment, or for good: what is unsaved is put where it is kept at once, then saved. */
  leave(): Promise<void> {
    const { unsaved } = this.#saving;
    if (unsaved !== null) {
      this.#keptLastMoment = true;
      keepLastMoment(unsaved);
    }
    return this.#saving.flush();
  }

  async keepMine(): Promise<void> {
    await this.#saving.keepMine(this.#state.workspace);
  }

  /** After a failed save. What was deleted elsewhere is stored anew, because the person asks for it. */
  async saveAgain(): Promise<void> {
    await this.#saving.again(this.#state.workspace);
  }

  takeTheirs(): void {
    if (this.#state.saving.kind === "conflict") this.#open(this.#state.saving.theirs);
  }

  async deleteEverything(): Promise<{ ok: boolean; left: string[] }> {
    clearTimeout(this.#timer);
    this.#saving.startEmpty();
    await this.#saving.flush();
    const outcome = await this.storage.deleteEverything();
    this.#toStart();
    return outcome;
  }

  #open(stored: Stored): void {
    if (!isWorkspace(stored.workspace)) return;
    this.#history.reset(stored.workspace);
    this.#saving.startFrom(stored);
    this.#set({ phase: "open", workspace: stored.workspace, undo: null, redo: null });
    this.#calculate(0);
  }

  #openWithLastMoment(stored: Stored): void {
    const kept = readLastMoment();
    this.#open(stored);
    if (kept === null || !isWorkspace(kept.workspace)) return;
    if (JSON.stringify(kept.workspace) === JSON.stringify(stored.workspace)) return dropLastMoment();
    // Made from an older revision than the stored one: saving finds the conflict, and both versions are offered.
    this.#saving.startFrom({ ...stored, revision: kept.base });
    this.#resume(kept.workspace);
  }

  #openEmpty(): void {
    const kept = readLastMoment();
    // Made from something that has been deleted since: it is not brought back.
    if (kept?.base === 0 && isWorkspace(kept.workspace)) return this.#resume(kept.workspace);
    dropLastMoment();
    this.#set({ phase: "start" });
  }

  #resume(workspace: Workspace): void {
    this.#keptLastMoment = true;
    this.#history.reset(workspace);
    this.#changed();
  }

  #toStart(): void {
    this.#history.reset(null);
    this.#saving.startEmpty();
    this.#calculation.forget();
    this.#set({ phase: "start", workspace: blankWorkspace(), figures: noFigures, undo: null, redo: null, kept: null });
  }

  async #changedElsewhere(change: ChangeElsewhere): Promise<void> {
    // With changes of our own, the next save finds the conflict and both versions stay.
    if (this.#state.phase === "loading" || !this.#saving.idle) return;
    if (change === "deleted") return this.#toStart();
    if (change === "cut off") return this.#lookAgain();
    const outcome = await this.storage.load();
    if (!this.#saving.idle) return;
    if (outcome.kind === "loaded") this.#open(outcome.stored);
    else if (outcome.kind === "empty" && this.#state.phase === "open") this.#toStart();
  }

  /** The connection may be lost and all still be there. */
  async #lookAgain(): Promise<void> {
    let outcome = await this.storage.load();
    // An opening that falls into the clearing is cut off with it.
    if (outcome.kind === "failed") outcome = await this.storage.load();
    if (outcome.kind === "loaded" || this.#state.phase !== "open" || !this.#saving.idle) return;
    if (outcome.kind === "empty") this.#saving.lost("deleted", "The browser has deleted what was stored.");
    else this.#saving.lost(outcome.code, outcome.message);
  }

  #changed(): void {
    const workspace = this.#history.current;
    if (workspace === null) return;
    const before = this.#state.workspace;
    this.#set({
      phase: "open",
      workspace,
      undo: this.#history.undoLabel,
      redo: this.#history.redoLabel,
    });
    this.#saving.changed(workspace);
    // A trade ticked off changes no figure.
    if (workspace.document !== before.document || workspace.request !== before.request) {
      this.#calculate(CALCULATE_AFTER_MS);
    }
  }

  #calculate(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#state.phase === "open") this.#calculation.ask(this.#state.workspace, this.#withPlan);
    }, after);
  }

  #set(change: Partial<AppState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
