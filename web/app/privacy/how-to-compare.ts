import { html, type TemplateResult } from "lit";

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
