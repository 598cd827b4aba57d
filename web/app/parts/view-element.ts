import type { PropertyValues } from "lit";
import type { BallastDocument, PlanRequest, Problem } from "../../../wasm/planner/planner.js";
import type { AppState } from "../state/app-state.js";
import { inView, problemsInView, requestInView, viewOf } from "../state/view.js";
import { ProblemIndex } from "./problems.js";
import { ScreenElement } from "./screen-element.js";

/** A screen of what is in view: all accounts, or a group of them. */
export class ViewElement extends ScreenElement {
  #problemsInView: readonly Problem[] = [];
  #index = new ProblemIndex([]);
  #drawnFrom: AppState | null = null;

  protected override get document(): BallastDocument {
    return viewOf(this.whole);
  }

  /** With all accounts: what problems outside the view are about. */
  protected get whole(): BallastDocument {
    return this.state.workspace.document;
  }

  protected get request(): PlanRequest {
    return requestInView(this.state.workspace);
  }

  /** Of the targets in view, where the screen has them. */
  protected get problemsInView(): readonly Problem[] {
    return this.#problemsInView;
  }

  protected override get problems(): ProblemIndex {
    return this.#index;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { figures } = this.state;
    if (this.#drawnFrom?.figures.problems === figures.problems && this.#drawnFrom.workspace.document === this.whole) {
      return;
    }
    this.#drawnFrom = this.state;
    const problems = problemsInView(this.whole, figures.problems);
    if (problems.length === 0 && this.#problemsInView.length === 0) return;
    this.#problemsInView = problems;
    this.#index = new ProblemIndex(problems);
  }

  protected override change(label: string, edit: (document: BallastDocument) => void, cell?: string): void {
    super.change(label, inView(edit), cell);
  }
}
