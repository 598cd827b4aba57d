import { html, LitElement, type TemplateResult } from "lit";
import type { LoadedFile } from "../../shared/loaded-files.js";
import type { Engine } from "../../shared/engine/types.js";
import type { OfflineDescription } from "../../shared/offline/messages.js";
import type { Workspace } from "../../shared/storage/types.js";
import { download } from "../parts/download.js";
import { OpenDialogEvent } from "../parts/events.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { tables } from "../styles/tables.js";
import { askOffline } from "./ask-offline.js";
import { buildSection } from "./build-section.js";
import { limitsSection } from "./limits-section.js";
import { offlineSection } from "./offline-section.js";
import { tryOffline, type OfflineTry } from "./offline-try.js";
import { policySection } from "./policy-section.js";
import { policyInPage } from "./policy-words.js";
import { privacyStyles } from "./privacy-styles.js";
import { probe, type ProbeReport } from "./probes.js";
import { followRequests, withoutRefused } from "./request-list.js";
import { requestsSection } from "./requests-section.js";
import { asChecksums, hashStoredBuild, storedBuildHash, type StoredFile } from "./stored-build.js";
import { askToPersist, storageReport, type PersistAnswer, type StorageReport } from "./storage-report.js";
import { storageSection } from "./storage-section.js";

/** What the page promises about privacy, each promise with a way to check it here and now. */
export class PrivacyDialog extends LitElement {
  static override styles = [base, controls, layout, tables, privacyStyles];
  static override properties = {
    workspace: { attribute: false },
    engine: { attribute: false },
    probed: { state: true },
    page: { state: true },
    engineLoaded: { state: true },
    offline: { state: true },
    buildHash: { state: true },
    files: { state: true },
    storage: { state: true },
    persist: { state: true },
    tried: { state: true },
    busy: { state: true },
  };
  declare workspace: Workspace | null;
  declare engine: Engine | null;
  declare probed: ProbeReport | null;
  declare page: readonly LoadedFile[];
  declare engineLoaded: readonly LoadedFile[] | null;
  /** Null: there is no service worker; undefined: it has not answered yet. */
  declare offline: OfflineDescription | null | undefined;
  declare buildHash: string | null;
  declare files: readonly StoredFile[] | null;
  declare storage: StorageReport | null;
  declare persist: PersistAnswer | null;
  declare tried: OfflineTry | null;
  declare busy: "" | "probes" | "files" | "offline";
  #stopFollowing: (() => void) | undefined;

  constructor() {
    super();
    this.workspace = null;
    this.engine = null;
    this.page = [];
    this.busy = "";
    this.#forget();
  }

  async open(): Promise<void> {
    this.#forget();
    await this.updateComplete;
    this.#dialog?.showModal();
    this.#stopFollowing = followRequests((files) => (this.page = [...this.page, ...files]));
    await Promise.all([this.#askThreads(), this.#askStorage()]);
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" data-testid="privacy-dialog" @close=${this.#closed}>
      <div class="dialog">
        <h2 id="title" tabindex="-1" autofocus>Privacy, and how to check it</h2>
        <p class="lede">
          What you enter is used in this browser and kept on this device, not encrypted. Nothing of it is sent anywhere.
          Each part below says what holds, and lets you see it for yourself.
        </p>
        ${policySection(policyInPage(), this.probed, this.busy === "probes", () => void this.#probe())}
        ${requestsSection(withoutRefused(this.page, this.probed), this.engineLoaded, this.offline, () => void this.#askThreads())}
        ${buildSection(this.offline, this.buildHash, this.files, this.busy === "files", {
          check: () => void this.#check(),
          save: () => download("SHA256SUMS-stored", "text/plain", asChecksums(this.files ?? [])),
        })}
        ${storageSection(this.storage, this.workspace !== null, this.persist, () => void this.#persist())}
        ${offlineSection(this.offline === null, this.tried, this.busy === "offline", () => void this.#tryOffline())}
        ${limitsSection()}
        <div class="actions">
          <button class="button danger-text" type="button" @click=${this.#delete}>Delete everything…</button>
          <button class="button primary" type="button" @click=${this.#close}>Close</button>
        </div>
      </div>
    </dialog>`;
  }

  async #askThreads(): Promise<void> {
    const [reply, offline] = await Promise.all([this.engine?.loaded(), askOffline("describe")]);
    this.engineLoaded = reply?.ok === true ? reply.value : null;
    this.buildHash = offline === null ? null : await storedBuildHash(offline);
    this.offline = offline;
  }

  async #askStorage(): Promise<void> {
    this.storage = await storageReport();
  }

  #probe(): Promise<void> {
    return this.#during("probes", async () => {
      this.probed = await probe();
    });
  }

  #check(): Promise<void> {
    return this.#during("files", async () => {
      const { offline } = this;
      if (offline != null) this.files = await hashStoredBuild(offline);
    });
  }

  #tryOffline(): Promise<void> {
    return this.#during("offline", async () => {
      this.tried = await tryOffline(this.workspace);
    });
  }

  async #persist(): Promise<void> {
    this.persist = await askToPersist();
    await this.#askStorage();
  }

  async #during(what: PrivacyDialog["busy"], work: () => Promise<void>): Promise<void> {
    if (this.busy !== "") return;
    this.busy = what;
    try {
      await work();
    } finally {
      this.busy = "";
    }
  }

  #delete = (): void => {
    this.#close();
    this.dispatchEvent(new OpenDialogEvent("delete-everything"));
  };

  #close = (): void => {
    this.#dialog?.close();
  };

  #closed = (): void => {
    this.#stopFollowing?.();
  };

  #forget(): void {
    this.#stopFollowing?.();
    this.probed = null;
    this.page = [];
    this.engineLoaded = null;
    this.offline = undefined;
    this.buildHash = null;
    this.files = null;
    this.storage = null;
    this.persist = null;
    this.tried = null;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector("dialog");
  }
}

customElements.define("ballast-privacy", PrivacyDialog);
