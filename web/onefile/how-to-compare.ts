/** Stands in for web/app/privacy/how-to-compare.ts in the one-file edition: a file is compared as a whole. */
import { html, type TemplateResult } from "lit";

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
