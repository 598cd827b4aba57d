import { html, nothing, type TemplateResult } from "lit";
import type { OfflineDescription } from "../../shared/offline/messages.js";
import { icon } from "../parts/icons.js";
import { count } from "../text/words.js";
import { asChecksums, type StoredFile } from "./stored-build.js";

interface BuildActions {
  readonly check: () => void;
  readonly save: () => void;
}

export function buildSection(
  offline: OfflineDescription | null | undefined,
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
          ? html`<p data-testid="no-offline">
              There is no offline copy that this page could compare: it has just been loaded for the first time, or this
              browser or address does not allow one (private mode, a file, no HTTPS). Compare the files of the host with
              its SHA256SUMS instead.
            </p>`
          : html`<p>
                Build <code data-testid="build-version">${offline.precache.version}</code>,
                ${count(offline.precache.files.length, "file")} kept on this device. The number stands for the hashes of
                all of them and the header rules.
              </p>
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
    <p class="soft small">
      To compare: build Ballast from its source (<code>./dev build</code>) and run
      <code>sha256sum -c SHA256SUMS-stored</code> in <code>dist/</code>; or compare the lines with
      <code>SHA256SUMS</code> of a release you trust. The list comes from the same host as the files, so a comparison
      with anything from that host proves only that all is of one piece. The service worker’s own file
      (<code>sw.js</code>) is not in the list.
    </p>
  </section>`;
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
