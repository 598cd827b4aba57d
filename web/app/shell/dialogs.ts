import { html, type TemplateResult } from "lit";
import type { Engine } from "../../shared/engine/types.js";
import type { Workspace } from "../../shared/storage/types.js";
import "../import/import-dialog.js";
import type { ImportDialog } from "../import/import-dialog.js";
import type { DialogName } from "../parts/events.js";
import "../privacy/privacy-dialog.js";
import type { PrivacyDialog } from "../privacy/privacy-dialog.js";
import "../profile/profile-dialog.js";
import type { ProfileDialog } from "../profile/profile-dialog.js";
import "../share/link-dialog.js";
import type { LinkDialog } from "../share/link-dialog.js";
import "../share/share-dialog.js";
import type { ShareDialog } from "../share/share-dialog.js";
import type { ShareEvent } from "../share/share-event.js";
import type { AppState } from "../state/app-state.js";
import "../strategies/strategy-dialog.js";
import type { StrategyDialog } from "../strategies/strategy-dialog.js";
import "./delete-dialog.js";
import type { DeleteDialog } from "./delete-dialog.js";
import "./open-dialog.js";
import type { OpenDialog } from "./open-dialog.js";

interface Needs {
  state: AppState | null;
  /** None while nothing is open. */
  workspace: Workspace | null;
  engine: Engine | null;
  deleteEverything: DeleteDialog["perform"];
  exportDocument: () => void;
}

/** All dialogs of the page, closed until one is asked for. */
export function dialogs({ state, workspace, engine, deleteEverything, exportDocument }: Needs): TemplateResult {
  const isOpen = state?.phase === "open";
  return html`<ballast-import-dialog .workspace=${workspace}></ballast-import-dialog>
    <ballast-open-dialog .engine=${engine} ?hasPortfolio=${isOpen}></ballast-open-dialog>
    <ballast-strategies .workspace=${workspace} .engine=${engine}></ballast-strategies>
    <ballast-strategy-link
      .workspace=${workspace}
      .engine=${engine}
      ?opening=${state?.phase === "loading"}
    ></ballast-strategy-link>
    <ballast-share
      .workspace=${workspace}
      .cashTarget=${state?.figures.summary?.weights.find(({ asset }) => asset === null)?.target ?? null}
    ></ballast-share>
    <ballast-risk-profile
      .workspace=${workspace}
      .engine=${engine}
      .description=${state?.description ?? null}
    ></ballast-risk-profile>
    <ballast-privacy .workspace=${workspace} .engine=${engine}></ballast-privacy>
    <ballast-delete-dialog
      .perform=${deleteEverything}
      .exportFirst=${isOpen ? exportDocument : null}
    ></ballast-delete-dialog>`;
}

export function openDialog(root: ParentNode, dialog: DialogName, file?: File): void {
  if (dialog === "import-table") void root.querySelector<ImportDialog>("ballast-import-dialog")?.open(file);
  else if (dialog === "open-document") void root.querySelector<OpenDialog>("ballast-open-dialog")?.open(file);
  else if (dialog === "strategies") void root.querySelector<StrategyDialog>("ballast-strategies")?.open();
  else if (dialog === "risk-profile") void root.querySelector<ProfileDialog>("ballast-risk-profile")?.open();
  else if (dialog === "privacy") void root.querySelector<PrivacyDialog>("ballast-privacy")?.open();
  else root.querySelector<DeleteDialog>("ballast-delete-dialog")?.open();
}

export function openShareDialog(root: ParentNode, { way, strategy }: ShareEvent): void {
  void root.querySelector<ShareDialog>("ballast-share")?.open(way, strategy);
}

export function openStrategyLink(root: ParentNode, fragment: string): void {
  void root.querySelector<LinkDialog>("ballast-strategy-link")?.open(fragment);
}
