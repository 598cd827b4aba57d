/** Stands in for web/app/privacy/edition-words.ts in the one-file edition, which has no host. */
import { html, type TemplateResult } from "lit";

/** A file may read its neighbours or not, whatever its policy says; so the tries go to this device, where nothing listens. */
export const tryAddress = (): string => "http://127.0.0.1:47999/";
export const triesGo = "each try goes to this device at most, and carries nothing";

export const NO_HEADER =
  "The policy stands in the file itself. The engine’s thread is made by the page and inherits it.";

export const WHAT_IS_TRIED = "It starts a second engine from nothing and calculates.";

export function withoutHost(did: string): string {
  return navigator.onLine
    ? `The engine ${did}, from this file alone. The browser believes to be online: cut the network and try again.`
    : `The browser is offline. The engine ${did}, from this file alone. So calculating needs no network.`;
}

export const NO_COPY_TO_TRY = "All that is needed is in this file.";

export const OTHER_CODE =
  "Whoever gave you this file could have changed it, policy and all. Comparing it, as above, shows that.";

export function howToCompare(): TemplateResult {
  return html`<p>To compare it:</p>
    <ul class="dots">
      <li><code>sha256sum ballast.html</code> in the folder where the file lies;</li>
      <li>
        the same line stands in <code>dist/SHA256SUMS</code> of whoever builds the same version from its source with
        <code>./dev build</code>.
      </li>
    </ul>`;
}

export function noCopy(): TemplateResult {
  return html`<p data-testid="no-offline">
    This page is one file and its own copy. The page may not read files, so it cannot hash itself; its policy names the
    one script and the one style in it by their hashes, and the browser runs no others.
  </p>`;
}
