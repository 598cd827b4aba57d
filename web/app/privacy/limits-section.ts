import { html, type TemplateResult } from "lit";
import { OTHER_CODE } from "./edition-words.js";

/** What no page can promise. */
export function limitsSection(): TemplateResult {
  return html`<section aria-labelledby="limits">
    <h3 id="limits">What none of this can prove</h3>
    <ul class="dots">
      <li>Browser extensions read what they are allowed to read, on every page.</li>
      <li>
        A policy of this kind does not stop a page from leading the browser to another address, from opening a window,
        or, in most browsers, from sending packets by WebRTC. Ballast does none of these, but hostile code in it could.
      </li>
      <li>${OTHER_CODE}</li>
      <li>
        This panel is part of the page it reports on. Whoever does not trust the page uses the browser’s own tools.
      </li>
      <li>Whoever can use this device and this browser profile can read what is stored.</li>
    </ul>
    <p class="soft small">The threat model (<code>docs/privacy/threat-model.md</code> in the source) says more.</p>
  </section>`;
}
