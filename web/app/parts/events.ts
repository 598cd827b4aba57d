import type { Edit } from "../state/history.js";
import type { Workspace } from "../../shared/storage/types.js";

/** What screens ask of the shell. They bubble out of shadow roots; a screen changes nothing by itself. */

/** The steps of the job, and what opens beside one of them. */
export type StepName = "holdings" | "targets" | "classifications" | "compare" | "plan";

export class EditEvent extends Event {
  static readonly type = "ballast-edit";
  constructor(readonly edit: Edit) {
    super(EditEvent.type, { bubbles: true, composed: true });
  }
}

/** Another workspace in place of the present one. */
export class ReplaceEvent extends Event {
  static readonly type = "ballast-replace";
  constructor(
    readonly workspace: Workspace,
    readonly label: string,
    readonly goTo: StepName,
    /** The field to begin with; left out: the heading. */
    readonly pointer?: string,
  ) {
    super(ReplaceEvent.type, { bubbles: true, composed: true });
  }
}

/** One of the shell's dialogs. */
export type DialogName =
  "import-table" | "open-document" | "strategies" | "risk-profile" | "privacy" | "delete-everything";

export class OpenDialogEvent extends Event {
  static readonly type = "ballast-dialog";
  constructor(
    readonly dialog: DialogName,
    readonly file?: File,
  ) {
    super(OpenDialogEvent.type, { bubbles: true, composed: true });
  }
}

/** Keeps the plan that is shown, or drops the one that was kept. */
export class KeepPlanEvent extends Event {
  static readonly type = "ballast-keep-plan";
  constructor(readonly wanted: boolean) {
    super(KeepPlanEvent.type, { bubbles: true, composed: true });
  }
}

/** A short sentence at the foot of the page, read out too; with a way to take the change back where there is one. */
export class SayEvent extends Event {
  static readonly type = "ballast-say";
  constructor(
    readonly text: string,
    readonly undoable = false,
  ) {
    super(SayEvent.type, { bubbles: true, composed: true });
  }
}

/** Leads to the field that a problem is about. */
export class GoToEvent extends Event {
  static readonly type = "ballast-go-to";
  constructor(
    readonly step: StepName,
    readonly pointer?: string,
  ) {
    super(GoToEvent.type, { bubbles: true, composed: true });
  }
}
