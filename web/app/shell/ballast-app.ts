import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { isStrategyFragment } from "../../shared/share/strategy-link.js";
import type { Engine } from "../../shared/engine/types.js";
import type { Workspace } from "../../shared/storage/types.js";
import {
  EditEvent,
  GoToEvent,
  KeepPlanEvent,
  OpenDialogEvent,
  ReplaceEvent,
  SayEvent,
  type StepName,
} from "../parts/events.js";
import { ScreenElement, drawn } from "../parts/screen-element.js";
import type { AppState } from "../state/app-state.js";
import { ShareEvent } from "../share/share-event.js";
import type { Session } from "../state/session.js";
import { groupInView, lookAt, placeInView } from "../state/view.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { Announcement } from "./announcement.js";
import { appStyles } from "./app-styles.js";
import { dialogFor } from "./dialog-for-file.js";
import { dialogs, openDialog, openShareDialog, openStrategyLink } from "./dialogs.js";
import { exportDocument } from "./export-document.js";
import { FileDrop } from "./file-drop.js";
import { notices } from "./notices.js";
import { failure, screen } from "./screen.js";
import { siteFooter } from "./site-footer.js";
import "./site-header.js";
import { MenuEvent } from "./site-header.js";
import { hashOf, stepOfHash, titleOf } from "./steps.js";
import { undoAsked } from "./undo-keys.js";

/** The page around the screens: keeps one session, hands it to the screen in view, does what they ask for. */
export class BallastApp extends LitElement {
  static override styles = [base, controls, layout, appStyles];
  static override properties = {
    session: { attribute: false },
    engine: { attribute: false },
    step: { state: true },
    applyUpdate: { attribute: false },
  };
  declare session: Session | null;
  declare engine: Engine | null;
  declare step: StepName;
  declare applyUpdate: (() => void) | null;
  #stopListening: (() => void) | undefined;
  readonly #announcement = new Announcement(this);
  /** A portfolio was on the page. */
  #wasOpen = false;
  #deleting = false;

  constructor() {
    super();
    this.session = null;
    this.engine = null;
    this.step = stepOfHash(location.hash);
    this.applyUpdate = null;
    new FileDrop(this, (file) => void drawn().then(() => openDialog(this.renderRoot, dialogFor(file), file)));
    this.addEventListener(EditEvent.type, (event) => this.session?.edit((event as EditEvent).edit));
    this.addEventListener(KeepPlanEvent.type, (event) => this.session?.keepPlan((event as KeepPlanEvent).wanted));
    this.addEventListener(ReplaceEvent.type, (event) => this.#replace(event as ReplaceEvent));
    this.addEventListener(OpenDialogEvent.type, (event) => {
      const { dialog, file } = event as OpenDialogEvent;
      openDialog(this.renderRoot, dialog, file);
    });
    this.addEventListener(SayEvent.type, (event) => {
      const { text, undoable } = event as SayEvent;
      this.#announcement.say(text, undoable);
    });
    this.addEventListener(GoToEvent.type, (event) => {
      const { step, pointer } = event as GoToEvent;
      void this.#goTo(step, pointer === undefined ? pointer : this.#broughtIntoView(pointer));
    });
    this.addEventListener(ShareEvent.type, (event) => {
      openShareDialog(this.renderRoot, event as ShareEvent);
    });
    this.addEventListener(MenuEvent.type, (event) => this.#act((event as MenuEvent).action));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopListening = this.session?.subscribe(() => this.requestUpdate());
    window.addEventListener("hashchange", this.#hashChanged);
    window.addEventListener("keydown", this.#keyDown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
    window.removeEventListener("hashchange", this.#hashChanged);
    window.removeEventListener("keydown", this.#keyDown);
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
        ${state === null ? nothing : html`${failure(state, this.session)} ${screen(state, this)}`}
      </main>
      <div class="foot-line">${siteFooter(state?.description?.version, state?.phase === "open")}</div>
      ${dialogs({
        state,
        workspace: this.#workspace,
        engine: this.engine,
        deleteEverything: () => this.#deleteEverything(),
        exportDocument: () => this.#export(),
      })}
      ${notices(state?.saving ?? { kind: "nothing" }, state?.phase === "open", {
        applyUpdate: this.applyUpdate,
        dismissUpdate: () => (this.applyUpdate = null),
        keepMine: () => void this.session?.keepMine(),
        takeTheirs: () => this.session?.takeTheirs(),
        exportDocument: () => this.#export(),
        exportTheirs: () => this.#exportTheirs(),
        saveAgain: () => void this.session?.saveAgain(),
        undo: () => this.#act("undo"),
        hush: () => this.#announcement.hush(),
        saying: this.#announcement.saying,
      })}`;
  }

  get state(): AppState | null {
    return this.session?.state ?? null;
  }

  get #workspace(): Workspace | null {
    return this.state?.phase === "open" ? this.state.workspace : null;
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

  /** The targets of another group, or of the whole portfolio, are seen only where those accounts are in view. */
  #broughtIntoView(pointer: string): string {
    const document = this.#workspace?.document;
    if (document === undefined) return pointer;
    const place = placeInView(document, pointer);
    if (place.group !== groupInView(document)?.id) {
      this.session?.edit({
        label: "Look at the accounts of an entry to mend",
        change: (draft) => lookAt(draft.document, place.group),
      });
    }
    return place.pointer;
  }

  #act(action: MenuEvent["action"]): void {
    if (action === "undo" || action === "redo") {
      const label = action === "undo" ? this.session?.undo() : this.session?.redo();
      if (label != null) this.#announcement.say(action === "undo" ? `Undone: ${label}.` : `Done again: ${label}.`);
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
    if (words !== null) this.#announcement.say(words);
  }

  /** A strategy in the address is shown, and its address is forgotten: neither reload nor bookmark brings it back. */
  #takeStrategyLink(): boolean {
    const { hash } = location;
    if (!isStrategyFragment(hash)) return false;
    const place = this.state?.phase === "open" ? hashOf(this.step) : "";
    history.replaceState(null, "", location.pathname + location.search + place);
    openStrategyLink(this.renderRoot, hash);
    return true;
  }

  #hashChanged = (): void => {
    if (this.#takeStrategyLink()) return;
    const step = stepOfHash(location.hash);
    if (step === this.step) return;
    void this.#goTo(step);
  };

  #keyDown = (event: KeyboardEvent): void => {
    const asked = undoAsked(event);
    if (asked === undefined || this.state?.phase !== "open") return;
    event.preventDefault();
    this.#act(asked);
  };
}

customElements.define("ballast-app", BallastApp);
