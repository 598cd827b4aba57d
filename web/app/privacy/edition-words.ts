/** What the privacy panel says of a page that comes from a host. The one-file edition has words of its own. */
import { html, type TemplateResult } from "lit";

/** Where tries go: to this very site, so that if one were open, nothing but the name of an own file would be asked for. */
export const tryAddress = (): string => new URL("robots.txt", document.baseURI).href;
export const triesGo = "each try goes to this site at most, and carries nothing";

export const NO_HEADER =
  "No report came from a policy in the host’s headers. The one in the page holds for the page; the background threads are then held back by their own code only, and other sites can show this page in a frame.";

export const WHAT_IS_TRIED =
  "It asks the host for one small file to see that it cannot be reached, then starts a second engine from nothing and calculates.";

/** Of a try when no host could be asked. */
export function withoutHost(did: string): string {
  return `The engine ${did}, but there is no copy for working offline, so this proves nothing about the network.`;
}

export const NO_COPY_TO_TRY =
  "There is no copy for working offline yet; without one the engine cannot be started anew.";

export const OTHER_CODE =
  "A host can serve other code tomorrow. The offline copy changes only when you take an update; the first visit trusts the host.";

/** What the running build is held against, and by whose means. */
export function howToCompare(): TemplateResult {
  const list = new URL("SHA256SUMS", document.baseURI).href;
  return html`<p>To compare it:</p>
    <ul class="dots">
      <li>
        with the source: <code>./dev build</code> of the same version ends with the same number, and
        <code>sha256sum -c SHA256SUMS-stored</code> in <code>dist/</code> checks the list that can be saved here;
      </li>
      <li>with what the host serves now: <code>curl -s ${list} | sha256sum</code>.</li>
    </ul>
    <p class="soft small">
      The list comes from the same host as the files, so agreeing with the host proves only that all is of one piece.
      The service worker’s own file (<code>sw.js</code>) is in the list but cannot be hashed here. How to build it:
      <code>docs/reproducible.md</code> in the source.
    </p>`;
}

export function noCopy(): TemplateResult {
  return html`<p data-testid="no-offline">
    There is no offline copy that this page could compare: it has just been loaded for the first time, or this browser
    or address does not allow one (private mode, no HTTPS). Compare the files of the host with its SHA256SUMS instead.
  </p>`;
}
