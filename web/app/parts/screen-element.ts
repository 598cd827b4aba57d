import { LitElement, type PropertyDeclarations, type PropertyValues } from "lit";
import type { BallastDocument, PlanRequest } from "../../../wasm/planner/planner.js";
import type { Workspace } from "../../shared/storage/types.js";
import { noFigures, type AppState } from "../state/app-state.js";
import { blankWorkspace } from "../state/blank.js";
import { CellTyping } from "./cell-typing.js";
import { EditEvent, SayEvent } from "./events.js";
import { ProblemIndex } from "./problems.js";

const nothingYet: AppState = {
  phase: "loading",
  workspace: blankWorkspace(),
  figures: noFigures,
  saving: { kind: "nothing" },
  undo: null,
  redo: null,
  description: null,
  kept: null,
};

/** What every screen has: the state it draws, and the events by which it asks for changes. */
export class ScreenElement extends LitElement {
  static override properties: PropertyDeclarations = { state: { attribute: false } };
  declare state: AppState;
  protected readonly typing = new CellTyping(this);
  #problems = new ProblemIndex([]);
  #problemsOf: readonly unknown[] | null = null;

  constructor() {
    super();
    this.state = nothingYet;
  }

  protected get document(): BallastDocument {
    return this.state.workspace.document;
  }

  protected get currency(): { code: string; minor_unit_digits: number } {
    const { base_currency: currency } = this.document;
    const { figures, description } = this.state;
    if (typeof currency !== "string") return currency;
    const known = description?.currencies.find(({ code }) => code === currency);
    return known ?? figures.now?.base_currency ?? { code: currency, minor_unit_digits: 2 };
  }

  protected get problems(): ProblemIndex {
    return this.#problems;
  }

  /** Saving and the way back are shown by the header; a screen need not be drawn again for them. */
  protected override shouldUpdate(changed: PropertyValues): boolean {
    const before = changed.get("state") as AppState | undefined;
    if (before === undefined || changed.size > 1 || !this.hasUpdated) return true;
    const { phase, workspace, figures, description, kept } = this.state;
    return (
      before.phase !== phase ||
      before.workspace !== workspace ||
      before.figures !== figures ||
      before.description !== description ||
      before.kept !== kept
    );
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const { problems } = this.state.figures;
    if (this.#problemsOf === problems || (this.#problemsOf?.length === 0 && problems.length === 0)) return;
    this.#problemsOf = problems;
    this.#problems = new ProblemIndex(problems);
  }

  protected change(label: string, edit: (document: BallastDocument) => void, cell?: string): void {
    this.changeWorkspace(label, (draft) => edit(draft.document), cell);
  }

  protected changeRequest(label: string, edit: (request: PlanRequest) => void, cell?: string): void {
    this.changeWorkspace(label, (draft) => edit(draft.request), cell);
  }

  protected changeWorkspace(label: string, change: (workspace: Workspace) => void, cell?: string): void {
    this.dispatchEvent(new EditEvent({ label, change, ...(cell === undefined ? {} : { cell }) }));
  }

  protected say(text: string, undoable = false): void {
    this.dispatchEvent(new SayEvent(text, undoable));
  }

  /** The field itself, or the first one inside what the pointer names: a rule is found by its number. */
  #fieldAt(pointer: string): HTMLElement | null {
    const escaped = CSS.escape(pointer);
    return (
      this.renderRoot.querySelector<HTMLElement>(`input[data-pointer="${escaped}"]`) ??
      this.renderRoot.querySelector<HTMLElement>(`input[data-pointer^="${escaped}/"]`) ??
      this.renderRoot.querySelector<HTMLElement>(`[data-pointer="${escaped}"]`)
    );
  }

  /** Leads to the field of a problem, or to the heading. */
  async focusPlace(pointer?: string): Promise<void> {
    await drawn();
    const field = pointer === undefined ? null : this.#fieldAt(pointer);
    const target = field ?? this.renderRoot.querySelector<HTMLElement>("h1");
    target?.focus();
    if (field !== null) field.scrollIntoView({ block: "nearest" });
  }
}

/** A change travels to the session and back before the page is drawn again. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
