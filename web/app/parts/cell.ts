import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Problem } from "../../../wasm/planner/planner.js";
import { percentText } from "../text/figures.js";
import { typedDecimal, typedPercent } from "../text/typed.js";
import type { CellTyping } from "./cell-typing.js";
import { problemText, type ProblemIndex } from "./problems.js";
import { sentence } from "./sentence.js";

export type CellKind = "text" | "number" | "percent";

/** One field of the document or the request, as it stands in a table or a form. */
export interface Cell {
  /** Where the engine would name it, and how the page finds it again. */
  readonly pointer: string;
  /** Its accessible name. */
  readonly label: string;
  readonly kind: CellKind;
  readonly stored: string;
  /** What an empty field means, where that is not an empty text: then this is shown as an empty field too. */
  readonly emptyMeans?: string;
  readonly placeholder?: string;
  readonly testId?: string;
  /** "row:column" in a table that is walked with the arrow keys. */
  readonly at?: string;
  readonly set: (value: string) => void;
}

export interface CellSurroundings {
  readonly typing: CellTyping;
  readonly problems: ProblemIndex;
  /** Whether complaints about it should still wait. */
  readonly waits?: (cell: Cell) => boolean;
}

export function cellInput(cell: Cell, around: CellSurroundings, extraClass = ""): TemplateResult {
  const shown = around.typing.text(cell.pointer, cell.stored, shownText(cell));
  const wrong = cellProblems(cell, around).length > 0;
  return html`<input
    class="input ${cell.kind === "text" ? "" : "number"} ${extraClass}"
    type="text"
    inputmode=${cell.kind === "text" ? "text" : "decimal"}
    autocomplete="off"
    autocapitalize="off"
    autocorrect="off"
    spellcheck="false"
    aria-label=${cell.label}
    aria-invalid=${wrong ? "true" : "false"}
    aria-describedby=${wrong ? problemId(cell.pointer) : nothing}
    placeholder=${cell.placeholder ?? ""}
    title=${cell.kind === "text" && cell.stored.length > 16 ? cell.stored : nothing}
    data-pointer=${cell.pointer}
    data-at=${cell.at ?? nothing}
    data-testid=${cell.testId ?? nothing}
    .value=${live(shown)}
    @input=${(event: InputEvent) => takeInput(cell, around, event)}
    @blur=${() => around.typing.left(cell.pointer)}
  />`;
}

export function cellProblems(cell: Cell, { typing, problems, waits }: CellSurroundings): readonly Problem[] {
  const found = problems.at(cell.pointer);
  if (found.length === 0 || typing.isQuiet(cell.pointer) || waits?.(cell) === true) return [];
  return found;
}

/** The sentences for the cells of one row or form, each tied to its field. */
export function problemList(
  cells: readonly Cell[],
  around: CellSurroundings,
  named = true,
): TemplateResult | typeof nothing {
  const wrong = cells.flatMap((cell) => cellProblems(cell, around).map((problem) => ({ cell, problem })));
  if (wrong.length === 0) return nothing;
  return html`<ul class="problems">
    ${wrong.map(
      ({ cell, problem }) =>
        html`<li class="problem" id=${problemId(cell.pointer)}>
          ${named ? html`<b>${shortLabel(cell.label)}:</b> ` : nothing}${sentence(problemText(problem, cell.stored, cell.kind))}
        </li>`,
    )}
  </ul>`;
}

/** The document keeps weights as shares; people read and type per cent. */
export function shownText({ kind, stored, emptyMeans }: Cell): string {
  if (stored === emptyMeans) return "";
  return kind === "percent" ? percentText(stored) : stored;
}

export function meaningOf(kind: CellKind, typed: string): string {
  if (typed.trim() === "") return "";
  return kind === "text" ? typed : kind === "number" ? typedDecimal(typed) : typedPercent(typed);
}

function takeInput(cell: Cell, { typing }: CellSurroundings, event: InputEvent): void {
  const { value } = event.target as HTMLInputElement;
  const meaning = meaningOf(cell.kind, value) || (cell.emptyMeans ?? "");
  typing.typed(cell.pointer, value, meaning);
  cell.set(meaning);
}

/** "Quantity of BTC in Main account" → "Quantity". */
function shortLabel(label: string): string {
  return label.split(/ (?:of|for|in) /u, 1)[0] ?? label;
}

export function problemId(pointer: string): string {
  return `problem${pointer.replaceAll("/", "-")}`;
}
