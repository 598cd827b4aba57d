import { produce } from "immer";
import type { Workspace } from "../../shared/storage/types.js";

/** One change by a person. `cell` names what is being typed into, so that one field's keystrokes are one step back. */
export interface Edit {
  readonly label: string;
  readonly cell?: string;
  change(draft: Workspace): void;
}

interface Step {
  readonly before: Workspace;
  readonly after: Workspace;
  readonly label: string;
  readonly cell: string | undefined;
  readonly at: number;
}

const MOST_STEPS = 200;
const SAME_CELL_MS = 4000;

/**
 * The workspace and the way back. Steps hold whole workspaces, which share all that did not change, so two hundred of
 * them cost little more than what was typed.
 */
export class History {
  #current: Workspace | null = null;
  #past: Step[] = [];
  #future: Step[] = [];

  get current(): Workspace | null {
    return this.#current;
  }

  get undoLabel(): string | null {
    return this.#past.at(-1)?.label ?? null;
  }

  get redoLabel(): string | null {
    return this.#future.at(-1)?.label ?? null;
  }

  /** Starts anew, without a way back: from storage, or after everything was deleted. */
  reset(workspace: Workspace | null): void {
    this.#current = workspace;
    this.#past = [];
    this.#future = [];
  }

  /** `now` in milliseconds. Returns whether anything changed. */
  apply(edit: Edit, now: number): boolean {
    const before = this.#current;
    if (before === null) return false;
    const after = produce(before, (draft) => {
      edit.change(draft);
    });
    return this.#push(before, after, edit, now);
  }

  /** Puts another workspace in place, with a way back if there was one before. */
  replace(workspace: Workspace, label: string, now: number): void {
    const before = this.#current;
    if (before === null) this.reset(workspace);
    else this.#push(before, workspace, { label }, now);
  }

  undo(): boolean {
    const step = this.#past.pop();
    if (step === undefined) return false;
    this.#future.push(step);
    this.#current = step.before;
    return true;
  }

  redo(): boolean {
    const step = this.#future.pop();
    if (step === undefined) return false;
    this.#past.push({ ...step, cell: undefined });
    this.#current = step.after;
    return true;
  }

  #push(before: Workspace, after: Workspace, edit: { label: string; cell?: string }, now: number): boolean {
    if (after === before) return false;
    const last = this.#past.at(-1);
    const goesOn =
      last !== undefined &&
      this.#future.length === 0 &&
      edit.cell !== undefined &&
      last.cell === edit.cell &&
      now - last.at < SAME_CELL_MS;
    const step: Step = { before: goesOn ? last.before : before, after, label: edit.label, cell: edit.cell, at: now };
    if (goesOn) this.#past[this.#past.length - 1] = step;
    else this.#past.push(step);
    if (this.#past.length > MOST_STEPS) this.#past.shift();
    this.#future = [];
    this.#current = after;
    return true;
  }
}
