import { html, nothing, type TemplateResult } from "lit";
import type { OfflineDescription } from "../../shared/offline/messages.js";
import { icon } from "../parts/icons.js";
import { count } from "../text/words.js";
import { howToCompare, noCopy } from "./edition-words.js";
import { asChecksums, type StoredFile } from "./stored-build.js";

interface BuildActions {
  readonly check: () => void;
  readonly save: () => void;
}

export function buildSection(
  offline: OfflineDescription | null | undefined,
  hash: string | null,
  files: readonly StoredFile[] | null,
  busy: boolean,
  { check, save }: BuildActions,
): TemplateResult {
  return html`<section aria-labelledby="build">
    <h3 id="build">The build that is running</h3>
    ${
      offline === undefined
        ? html`<p class="soft">Asking the offline service…</p>`
        : offline === null
          ? noCopy()
          : html`${whichBuild(hash, offline.precache.files.length)}
              <p>
                <button class="button small" type="button" ?disabled=${busy} @click=${check}>
                  Hash the stored files
                </button>
              </p>`
    }
    <div role="status" data-testid="build-result">${files === null ? nothing : outcome(files)}</div>
    ${
      files === null
        ? nothing
        : html`<details>
              <summary>Every hash</summary>
              <pre tabindex="0" aria-label="Hashes, as sha256sum writes them" data-testid="hashes">
${asChecksums(files)}</pre>
            </details>
            <p>
              <button class="button small" type="button" @click=${save}>${icon("download", 16)} Save as a list</button>
            </p>`
    }
    ${howToCompare()}
  </section>`;
}

function whichBuild(hash: string | null, kept: number): TemplateResult {
  return hash === null
    ? html`<p data-testid="no-build-hash">
        ${count(kept, "file")} kept on this device. The host had no list of hashes (<code>SHA256SUMS</code>) that fits
        them when they were fetched, so there is no one number for this build; the files themselves can be hashed.
      </p>`
    : html`<p>
          Build
          <code class="hash" data-testid="build-hash">${hash}</code>
        </p>
        <p>
          This is the sha256 of <code>SHA256SUMS</code>, the list of the hashes of all files of the site, as it was kept
          on this device beside ${count(kept, "file")}.
        </p>`;
}

function outcome(files: readonly StoredFile[]): TemplateResult {
  const others = files.filter(({ asBuilt }) => !asBuilt);
  return others.length === 0
    ? html`<p class="note good">
        ${icon("check")}
        <span
          >What is stored on this device is, byte for byte, what was built: ${count(files.length, "file")}
          compared.</span
        >
      </p>`
    : html`<p class="note bad">
        ${icon("warn")}
        <span
          >${count(others.length, "file is", "files are")} missing or not as built:
          ${others.map(({ path }) => path).join(", ")}.</span
        >
      </p>`;
}
