import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { isStrategyFragment } from "../../shared/share/strategy-link.js";
import type { Engine } from "../../shared/engine/types.js";
import type { Workspace } from "../../shared/storage/types.js";
import "../classifications/classifications-screen.js";
import "../compare/compare-screen.js";
import "../holdings/holdings-screen.js";
import "../import/import-dialog.js";
import type { ImportDialog } from "../import/import-dialog.js";
import {
  EditEvent,
  GoToEvent,
  OpenDialogEvent,
  ReplaceEvent,
  SayEvent,
  type DialogName,
  type StepName,
} from "../parts/events.js";
import { sentence } from "../parts/sentence.js";
import { icon } from "../parts/icons.js";
import { ScreenElement, drawn } from "../parts/screen-element.js";
import "../plan/plan-screen.js";
import "../profile/profile-dialog.js";
import type { ProfileDialog } from "../profile/profile-dialog.js";
import "../privacy/privacy-dialog.js";
import type { PrivacyDialog } from "../privacy/privacy-dialog.js";
import "../start/start-screen.js";
import type { AppState } from "../state/app-state.js";
import "../share/link-dialog.js";
import type { LinkDialog } from "../share/link-dialog.js";
import "../share/share-dialog.js";
import type { ShareDialog } from "../share/share-dialog.js";
import { ShareEvent } from "../share/share-event.js";
import type { Session } from "../state/session.js";
import "../strategies/strategy-dialog.js";
import type { StrategyDialog } from "../strategies/strategy-dialog.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import "../targets/targets-screen.js";
import { appStyles } from "./app-styles.js";
import "./delete-dialog.js";
import type { DeleteDialog } from "./delete-dialog.js";
import { dialogFor } from "./dialog-for-file.js";
import { exportDocument } from "./export-document.js";
import { notices } from "./notices.js";
import "./open-dialog.js";
import type { OpenDialog } from "./open-dialog.js";
import { siteFooter } from "./site-footer.js";
import "./site-header.js";
import { MenuEvent } from "./site-header.js";
import { hashOf, stepOfHash, titleOf } from "./steps.js";

const SAY_MS = 9000;

/** The page around the screens: keeps one session, hands it to the screen in view, does what they ask for. */
export class BallastApp extends LitElement {
  static override styles = [base, controls, layout, appStyles];
  static override properties = {
    session: { attribute: false },
    engine: { attribute: false },
    step: { state: true },
    saying: { state: true },
    applyUpdate: { attribute: false },
  };
  declare session: Session | null;
  declare engine: Engine | null;
  declare step: StepName;
  declare saying: { text: string; undoable: boolean } | null;
  declare applyUpdate: (() => void) | null;
  #stopListening: (() => void) | undefined;
  #hushTimer: ReturnType<typeof setTimeout> | undefined;
  /** A portfolio was on the page. */
  #wasOpen = false;
  #deleting = false;

  constructor() {
    super();
    this.session = null;
    this.engine = null;
    this.step = stepOfHash(location.hash);
    this.saying = null;
    this.applyUpdate = null;
    this.addEventListener(EditEvent.type, (event) => this.session?.edit((event as EditEvent).edit));
    this.addEventListener(ReplaceEvent.type, (event) => this.#replace(event as ReplaceEvent));
    this.addEventListener(OpenDialogEvent.type, (event) => {
      const { dialog, file } = event as OpenDialogEvent;
      this.#openDialog(dialog, file);
    });
    this.addEventListener(SayEvent.type, (event) => {
      const { text, undoable } = event as SayEvent;
      this.#say(text, undoable);
    });
    this.addEventListener(GoToEvent.type, (event) => {
      const { step, pointer } = event as GoToEvent;
      void this.#goTo(step, pointer);
    });
    this.addEventListener(ShareEvent.type, (event) => {
      const { way, strategy } = event as ShareEvent;
      void this.renderRoot.querySelector<ShareDialog>("ballast-share")?.open(way, strategy);
    });
    this.addEventListener(MenuEvent.type, (event) => this.#act((event as MenuEvent).action));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopListening = this.session?.subscribe(() => this.requestUpdate());
    window.addEventListener("hashchange", this.#hashChanged);
    window.addEventListener("keydown", this.#keyDown);
    window.addEventListener("dragover", this.#dragOver);
    window.addEventListener("drop", this.#drop);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
    window.removeEventListener("hashchange", this.#hashChanged);
    window.removeEventListener("keydown", this.#keyDown);
    window.removeEventListener("dragover", this.#dragOver);
    window.removeEventListener("drop", this.#drop);
  }

  protected override firstUpdated(): void {
    this.#takeStrategyLink();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const { state } = this;
    const isOpen = state?.phase === "open";
    this.session?.showPlan(isOpen && this.step === "plan");
    // A page that empties itself under somebody's eyes has to say why.
    if (this.#wasOpen && !isOpen && !this.#deleting) this.#atStart("Everything was deleted in another tab.");
    this.#wasOpen = isOpen;
  }

  protected override updated(): void {
    const { state } = this;
    const place = state?.phase === "open" ? `${titleOf(this.step)} · ` : "";
    document.title = `${place}Ballast`;
  }

  override render(): TemplateResult {
    const { state } = this;
    return html`<ballast-header .state=${state} .step=${this.step}></ballast-header>
      <main id="main" tabindex="-1">
        ${state === null ? nothing : html`${this.#failure(state)} ${this.#screen(state)}`}
      </main>
      <div class="foot-line">${siteFooter(state?.description?.version, state?.phase === "open")}</div>
      <ballast-import-dialog .workspace=${this.#workspace}></ballast-import-dialog>
      <ballast-open-dialog .engine=${this.engine} ?hasPortfolio=${state?.phase === "open"}></ballast-open-dialog>
      <ballast-strategies .workspace=${this.#workspace} .engine=${this.engine}></ballast-strategies>
      <ballast-strategy-link
        .workspace=${this.#workspace}
        .engine=${this.engine}
        ?opening=${state?.phase === "loading"}
      ></ballast-strategy-link>
      <ballast-share
        .workspace=${this.#workspace}
        .cashTarget=${state?.figures.summary?.weights.find(({ asset }) => asset === null)?.target ?? null}
      ></ballast-share>
      <ballast-risk-profile
        .workspace=${this.#workspace}
        .engine=${this.engine}
        .description=${state?.description ?? null}
      ></ballast-risk-profile>
      <ballast-privacy .workspace=${this.#workspace} .engine=${this.engine}></ballast-privacy>
      <ballast-delete-dialog
        .perform=${() => this.#deleteEverything()}
        .exportFirst=${state?.phase === "open" ? () => this.#export() : null}
      ></ballast-delete-dialog>
      ${notices(state?.saving ?? { kind: "nothing" }, state?.phase === "open", {
        applyUpdate: this.applyUpdate,
        dismissUpdate: () => (this.applyUpdate = null),
        keepMine: () => void this.session?.keepMine(),
        takeTheirs: () => this.session?.takeTheirs(),
        exportDocument: () => this.#export(),
        exportTheirs: () => this.#exportTheirs(),
        saveAgain: () => void this.session?.saveAgain(),
        undo: () => this.#act("undo"),
        hush: () => this.#hush(),
        saying: this.saying,
      })}`;
  }

  get state(): AppState | null {
    return this.session?.state ?? null;
  }

  get #workspace(): Workspace | null {
    return this.state?.phase === "open" ? this.state.workspace : null;
  }

  #screen(state: AppState): TemplateResult {
    if (state.phase === "loading") return this.#stillOpening();
    if (state.phase === "start") return html`<ballast-start class="in-view" .state=${state}></ballast-start>`;
    switch (this.step) {
      case "holdings":
        return html`<ballast-holdings class="in-view" .state=${state}></ballast-holdings>`;
      case "targets":
        return html`<ballast-targets class="in-view" .state=${state}></ballast-targets>`;
      case "classifications":
        return html`<ballast-classifications class="in-view" .state=${state}></ballast-classifications>`;
      case "compare":
        return html`<ballast-compare class="in-view" .state=${state} .engine=${this.engine}></ballast-compare>`;
      case "plan":
        return html`<ballast-plan class="in-view" .state=${state}></ballast-plan>`;
    }
  }

  /** Seen only where the database takes long. */
  #stillOpening(): TemplateResult {
    return html`<div class="note" role="status">
      ${icon("info")}
      <div>
        <p>Opening what is stored on this device…</p>
        <p>
          <button class="button small" type="button" @click=${() => this.session?.goOnWithout()}>
            Go on without it
          </button>
        </p>
      </div>
    </div>`;
  }

  #failure({ figures }: AppState): TemplateResult | typeof nothing {
    if (figures.failure === null) return nothing;
    return html`<div class="note bad failure" role="alert" data-testid="engine-failure">
      ${icon("warn")}
      <div>
        <p><b>The figures could not be calculated.</b> ${sentence(figures.failure.message)}</p>
        <p><button class="button small" type="button" @click=${() => this.session?.retry()}>Try again</button></p>
      </div>
    </div>`;
  }

  #replace({ workspace, label, goTo, pointer }: ReplaceEvent): void {
    this.session?.replace(workspace, label);
    void this.#goTo(goTo, pointer);
  }

  async #goTo(step: StepName, pointer?: string): Promise<void> {
    this.step = step;
    if (location.hash !== hashOf(step)) history.pushState(null, "", hashOf(step));
    await this.updateComplete;
    window.scrollTo(0, 0);
    const screen = this.renderRoot.querySelector(".in-view");
    if (screen instanceof ScreenElement) await screen.focusPlace(pointer);
  }

  #openDialog(dialog: DialogName, file?: File): void {
    const { renderRoot: root } = this;
    if (dialog === "import-table") void root.querySelector<ImportDialog>("ballast-import-dialog")?.open(file);
    else if (dialog === "open-document") void root.querySelector<OpenDialog>("ballast-open-dialog")?.open(file);
    else if (dialog === "strategies") void root.querySelector<StrategyDialog>("ballast-strategies")?.open();
    else if (dialog === "risk-profile") void root.querySelector<ProfileDialog>("ballast-risk-profile")?.open();
    else if (dialog === "privacy") void root.querySelector<PrivacyDialog>("ballast-privacy")?.open();
    else root.querySelector<DeleteDialog>("ballast-delete-dialog")?.open();
  }

  #act(action: MenuEvent["action"]): void {
    if (action === "undo" || action === "redo") {
      const label = action === "undo" ? this.session?.undo() : this.session?.redo();
      if (label != null) this.#say(action === "undo" ? `Undone: ${label}.` : `Done again: ${label}.`, false);
    } else if (action === "export") this.#export();
    else if (action === "skip") this.renderRoot.querySelector<HTMLElement>("main")?.focus();
    else globalThis.print();
  }

  #export(): void {
    if (this.#workspace !== null) exportDocument(this.#workspace.document);
  }

  #exportTheirs(): void {
    const { state } = this;
    if (state?.saving.kind === "conflict") exportDocument(state.saving.theirs.workspace.document, "other-tab");
  }

  async #deleteEverything(): Promise<{ ok: boolean; left: string[] }> {
    this.#deleting = true;
    const outcome = (await this.session?.deleteEverything()) ?? { ok: false, left: [] };
    await this.updateComplete;
    this.#deleting = false;
    this.#atStart(outcome.ok ? "Everything has been deleted from this device." : null);
    return outcome;
  }

  #atStart(words: string | null): void {
    history.replaceState(null, "", location.pathname + location.search);
    this.step = "holdings";
    if (words !== null) this.#say(words, false);
  }

  #say(text: string, undoable: boolean): void {
    this.saying = { text, undoable };
    clearTimeout(this.#hushTimer);
    this.#hushTimer = setTimeout(() => this.#hush(), undoable ? SAY_MS : SAY_MS / 2);
  }

  #hush(): void {
    clearTimeout(this.#hushTimer);
    this.saying = null;
  }

  /** A strategy in the address is shown, and its address is forgotten: neither reload nor bookmark brings it back. */
  #takeStrategyLink(): boolean {
    const { hash } = location;
    if (!isStrategyFragment(hash)) return false;
    const place = this.state?.phase === "open" ? hashOf(this.step) : "";
    history.replaceState(null, "", location.pathname + location.search + place);
    void this.renderRoot.querySelector<LinkDialog>("ballast-strategy-link")?.open(hash);
    return true;
  }

  #hashChanged = (): void => {
    if (this.#takeStrategyLink()) return;
    const step = stepOfHash(location.hash);
    if (step === this.step) return;
    void this.#goTo(step);
  };

  /** Undo is the document's, not one field's: a field's keystrokes are steps of it. Long texts keep their own. */
  #keyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const action =
      key === "z" ? (event.shiftKey ? "redo" : "undo") : key === "y" && !event.shiftKey ? "redo" : undefined;
    const [innermost] = event.composedPath();
    const inDialog = event.composedPath().some((node) => node instanceof HTMLDialogElement);
    if (action === undefined || inDialog || innermost instanceof HTMLTextAreaElement || this.state?.phase !== "open")
      return;
    event.preventDefault();
    this.#act(action);
  };

  #dragOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
  };

  /** A file dropped anywhere opens the dialog for its kind; without this the browser would leave the page for it. */
  #drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer?.files ?? [];
    if (file === undefined) return;
    event.preventDefault();
    void drawn().then(() => this.#openDialog(dialogFor(file), file));
  };
}

customElements.define("ballast-app", BallastApp);
