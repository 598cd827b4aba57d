import type { BallastDocument } from "../../../wasm/planner/planner.js";
import type { Figures } from "../state/app-state.js";
import type { Cell, CellSurroundings } from "../parts/cell.js";

/** What the parts of the holdings screen are given to draw themselves and to ask for changes. */
export interface HoldingsContext extends CellSurroundings {
  readonly document: BallastDocument;
  readonly figures: Figures;
  readonly currency: { code: string; minor_unit_digits: number };
  /** `cell` joins the keystrokes in one field to one step back. */
  change(label: string, edit: (document: BallastDocument) => void, cell?: string): void;
  say(text: string, undoable?: boolean): void;
  /** Focuses a row once the page has been drawn again. */
  focusRow(account: number, place: number): void;
  /** "account:place" of the row that has the focus. */
  readonly rowInUse: string;
  readonly waits: (cell: Cell) => boolean;
}
