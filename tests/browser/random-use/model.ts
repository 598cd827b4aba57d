/** What is known of the page from outside: every state that it has stored since it was loaded, and where in them it is. */
import { expect } from "vitest";

import type { Workspace } from "../../../web/shared/storage/types.js";

interface Step {
  state: string;
  /** What was typed into: one field's keystrokes may be one step back. */
  cell: string | null;
}

export class Model {
  #steps: Step[] = [];
  #at = -1;

  get current(): string | undefined {
    return this.#steps[this.#at]?.state;
  }

  get canUndo(): boolean {
    return this.#at > 0;
  }

  get canRedo(): boolean {
    return this.#at < this.#steps.length - 1;
  }

  /** Loaded, or begun: there is no way back. */
  begin(workspace: Workspace): void {
    this.#steps = [{ state: stateOf(workspace), cell: null }];
    this.#at = 0;
  }

  forget(): void {
    this.#steps = [];
    this.#at = -1;
  }

  changed(workspace: Workspace, cell: string | null): void {
    const state = stateOf(workspace);
    if (state === this.current) return;
    this.#steps = [...this.#steps.slice(0, this.#at + 1), { state, cell }];
    this.#at += 1;
  }

  unchanged(workspace: Workspace): void {
    expect(stateOf(workspace)).toBe(this.current);
  }

  /** One back, or to before all that was typed into the same field. */
  undone(workspace: Workspace): void {
    const possible = [this.#at - 1];
    const { cell } = this.#steps[this.#at] ?? { cell: null };
    for (let at = this.#at - 1; at > 0 && cell !== null && this.#steps[at]?.cell === cell; at -= 1)
      possible.push(at - 1);
    this.#moved(workspace, possible);
  }

  redone(workspace: Workspace): void {
    const possible = [this.#at + 1];
    const { cell } = this.#steps[this.#at + 1] ?? { cell: null };
    for (let at = this.#at + 2; cell !== null && this.#steps[at]?.cell === cell; at += 1) possible.push(at);
    this.#moved(workspace, possible);
  }

  #moved(workspace: Workspace, possible: readonly number[]): void {
    const state = stateOf(workspace);
    const found = possible.find((at) => this.#steps[at]?.state === state);
    // The nearest is what is shown against what came.
    if (found === undefined) expect(state).toBe(this.#steps[possible[0] ?? 0]?.state);
    else this.#at = found;
  }
}

/** Which trades are ticked off is no step of its own. */
function stateOf({ document, request }: Workspace): string {
  return JSON.stringify({ document, request }, null, 1);
}
