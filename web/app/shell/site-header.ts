import { html, LitElement, nothing, type TemplateResult } from "lit";
import { OpenDialogEvent, type StepName } from "../parts/events.js";
import { icon, mark } from "../parts/icons.js";
import { ShareEvent } from "../share/share-event.js";
import type { AppState, SavingState } from "../state/app-state.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { canInstall, install, onInstallChange } from "./install-hint.js";
import { headerStyles } from "./header-styles.js";
import { stepOf, steps } from "./steps.js";
import { chooseTheme, readTheme, type Theme } from "./theme.js";

export type MenuAction = "undo" | "redo" | "export" | "print" | "skip";

export class MenuEvent extends Event {
  static readonly type = "ballast-menu";
  constructor(readonly action: MenuAction) {
    super(MenuEvent.type, { bubbles: true, composed: true });
  }
}

const themes: readonly (readonly [Theme, string])[] = [
  ["system", "System"],
  ["light", "Light"],
  ["dark", "Dark"],
];

/** Name, steps, state of saving, undo and redo, menu. */
export class SiteHeader extends LitElement {
  static override styles = [base, controls, headerStyles];
  static override properties = { state: { attribute: false }, step: {}, theme: { state: true } };
  declare state: AppState | null;
  declare step: StepName;
  declare theme: Theme;

  constructor() {
    super();
    this.state = null;
    this.step = "holdings";
    this.theme = readTheme();
    onInstallChange(() => this.requestUpdate());
  }

  override render(): TemplateResult {
    const { state } = this;
    const isOpen = state?.phase === "open";
    return html`<header class="bar">
      <button class="skip" type="button" @click=${() => this.#act("skip")}>Skip to content</button>
      <a class="brand" href="#holdings" aria-label="Ballast">${mark(30)}<span aria-hidden="true">Ballast</span></a>
      ${
        isOpen
          ? html`<nav aria-label="Steps">
              <ol>
                ${steps.map(
                  ({ name, hash, title }, index) =>
                    html`<li>
                      <a href=${hash} aria-current=${name === stepOf(this.step) ? "step" : nothing}
                        ><span class="number" aria-hidden="true">${index + 1}</span>${title}</a
                      >
                    </li>`,
                )}
              </ol>
            </nav>`
          : html`<span class="nav-place"></span>`
      }
      <div class="tools">
        ${isOpen ? html`${savedState(state.saving)} ${this.#historyButtons(state)}` : nothing}
        <button
          id="menu-button"
          class="button quiet icon"
          type="button"
          popovertarget="menu"
          aria-label="Menu"
          data-testid="menu-button"
        >
          ${icon("menu", 20)}
        </button>
      </div>
      ${this.#menu(isOpen)}
    </header>`;
  }

  #historyButtons({ undo, redo }: AppState): TemplateResult {
    return html`<button
        class="button quiet icon"
        type="button"
        aria-label="Undo"
        aria-keyshortcuts="Control+Z"
        title=${undo === null ? "Nothing to undo" : `Undo: ${undo} (Ctrl+Z)`}
        ?disabled=${undo === null}
        @click=${() => this.#act("undo")}
      >
        ${icon("undo", 20)}
      </button>
      <button
        class="button quiet icon"
        type="button"
        aria-label="Redo"
        aria-keyshortcuts="Control+Shift+Z"
        title=${redo === null ? "Nothing to redo" : `Redo: ${redo} (Ctrl+Shift+Z)`}
        ?disabled=${redo === null}
        @click=${() => this.#act("redo")}
      >
        ${icon("redo", 20)}
      </button>`;
  }

  #menu(isOpen: boolean): TemplateResult {
    const item = (words: string, action: () => void, extra = "") =>
      html`<li>
        <button class="item ${extra}" type="button" @click=${() => this.#closeAnd(action)}>${words}</button>
      </li>`;
    return html`<div id="menu" popover role="dialog" aria-label="Menu" data-testid="menu" @focusout=${this.#leaveMenu}>
      <ul>
        ${isOpen ? item("Export document (JSON)", () => this.#act("export")) : nothing}
        ${item("Open a Ballast file…", () => this.dispatchEvent(new OpenDialogEvent("open-document")))}
        ${item("Paste or import a table…", () => this.dispatchEvent(new OpenDialogEvent("import-table")))}
        ${
          isOpen
            ? html`${item("Share targets as a link…", () => this.dispatchEvent(new ShareEvent("link")))}
              ${item("Put a planner on your site…", () => this.dispatchEvent(new ShareEvent("site")))}`
            : nothing
        }
        ${isOpen ? item("Print", () => this.#act("print")) : nothing}
        ${canInstall() ? item("Install Ballast…", install) : nothing}
        ${item("Privacy…", () => this.dispatchEvent(new OpenDialogEvent("privacy")))}
      </ul>
      <div class="themes">
        <fieldset>
          <legend>Colours</legend>
          <div>
            ${themes.map(
              ([value, name]) =>
                html`<label class=${this.theme === value ? "chosen" : ""}
                  ><input
                    type="radio"
                    name="theme"
                    value=${value}
                    .checked=${this.theme === value}
                    @change=${() => {
                      this.theme = value;
                      chooseTheme(value);
                    }}
                  />${name}</label
                >`,
            )}
          </div>
        </fieldset>
      </div>
      <ul>
        ${item("Delete everything…", () => this.dispatchEvent(new OpenDialogEvent("delete-everything")), "danger")}
      </ul>
    </div>`;
  }

  /** Whoever tabs on has done with the menu; its button opens and closes it by itself. */
  #leaveMenu = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    const menu = currentTarget as HTMLElement;
    if (!(relatedTarget instanceof Element) || relatedTarget.id === "menu-button" || menu.contains(relatedTarget))
      return;
    menu.hidePopover();
  };

  #closeAnd(action: () => void): void {
    this.renderRoot.querySelector<HTMLElement>("#menu")?.hidePopover();
    action();
  }

  #act(action: MenuAction): void {
    this.dispatchEvent(new MenuEvent(action));
  }
}

/** "Saved" only when the storage has said so. */
function savedState(saving: SavingState): TemplateResult {
  const [words, short, sign, kind] =
    saving.kind === "saved"
      ? (["Saved on this device", "Saved", "check", "good"] as const)
      : saving.kind === "waiting"
        ? (["Saving…", "Saving…", null, ""] as const)
        : saving.kind === "nothing"
          ? (["", "", null, ""] as const)
          : (["Not saved", "Not saved", "warn", "bad"] as const);
  return html`<p
    class="saved ${kind}"
    role="status"
    data-testid="saved-state"
    title=${saving.kind === "saved" ? savedAt(saving.at) : nothing}
  >
    ${sign === null ? nothing : icon(sign, 16)}<span class="long">${words}</span
    ><span class="short" aria-hidden="true">${short}</span>
  </p>`;
}

function savedAt(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime())
    ? ""
    : `Saved ${at.toLocaleString("en", { dateStyle: "medium", timeStyle: "short" })}`;
}

customElements.define("ballast-header", SiteHeader);
