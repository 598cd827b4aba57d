import { html, nothing, type TemplateResult } from "lit";
import { readLastExport } from "../shell/last-export.js";
import { inBytes, type PersistAnswer, type StorageReport } from "./storage-report.js";

const PERSIST_WORDS: Readonly<Record<PersistAnswer, string>> = {
  granted: "The browser will keep it until you delete it.",
  denied: "The browser refused. It may clear the storage when space runs short; an exported file is safe from that.",
  pending: "The browser has not answered. Nothing depends on the answer; an exported file is safe in any case.",
  unknown: "This browser does not take such requests. An exported file is safe in any case.",
};

export function storageSection(
  report: StorageReport | null,
  hasPortfolio: boolean,
  persist: PersistAnswer | null,
  ask: () => void,
): TemplateResult {
  return html`<section aria-labelledby="storage">
    <h3 id="storage">What is stored on this device</h3>
    ${
      report === null
        ? html`<p class="soft">Asking the browser…</p>`
        : html`<dl data-testid="storage">
            <dt>Portfolios</dt>
            <dd>${hasPortfolio ? "one, with its earlier versions" : "none"}</dd>
            <dt>Space in use</dt>
            <dd>${report.usedBytes === null ? "not told by this browser" : `about ${inBytes(report.usedBytes)}`}</dd>
            <dt>Databases</dt>
            <dd>${names(report.databases)}</dd>
            <dt>Copies of the page</dt>
            <dd>${names(report.caches)}</dd>
            <dt>Settings</dt>
            <dd>${names(report.settings)}</dd>
            <dt>Kept for good</dt>
            <dd data-testid="persisted">${persistedWords(report.persisted)}</dd>
            <dt>Last export</dt>
            <dd>${lastExport()}</dd>
          </dl>`
    }
    ${
      report === null || report.persisted === true
        ? nothing
        : html`<p><button class="button small" type="button" @click=${ask}>Ask the browser to keep it</button></p>`
    }
    <p role="status" data-testid="persist-answer">${persist === null ? nothing : PERSIST_WORDS[persist]}</p>
  </section>`;
}

function names(list: readonly string[] | null): string {
  if (list === null) return "not told by this browser";
  return list.length === 0 ? "none" : list.join(", ");
}

function persistedWords(persisted: boolean | null): string {
  if (persisted === null) return "not told by this browser";
  return persisted ? "yes, until you delete it" : "no: the browser may clear it when space runs short";
}

function lastExport(): string {
  const at = readLastExport();
  return at === null
    ? "none known in this browser"
    : at.toLocaleString("en", { dateStyle: "medium", timeStyle: "short" });
}
