import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../parts/icons.js";
import { NO_COPY_TO_TRY, WHAT_IS_TRIED } from "./edition-words.js";
import { offlineWords, type OfflineTry } from "./offline-try.js";

export function offlineSection(
  noCopy: boolean,
  tried: OfflineTry | null,
  busy: boolean,
  tryIt: () => void,
): TemplateResult {
  const proven = tried?.engineStarted === true && (tried.hostReached ?? tried.browserSaysOnline) === false;
  return html`<section aria-labelledby="offline">
    <h3 id="offline">Cut the network and try</h3>
    <ol class="steps">
      <li>Switch the network off: flight mode, or “Offline” in the developer tools.</li>
      <li>Press the button. ${WHAT_IS_TRIED}</li>
      <li>Switch the network on again whenever you like.</li>
    </ol>
    ${noCopy ? html`<p class="soft">${NO_COPY_TO_TRY}</p>` : nothing}
    <p><button class="button small" type="button" ?disabled=${busy} @click=${tryIt}>Try now</button></p>
    <div role="status" data-testid="offline-result">
      ${
        tried === null
          ? nothing
          : html`<p class="note ${proven ? "good" : "warn"}">
              ${icon(proven ? "check" : "info")} <span>${offlineWords(tried)}</span>
            </p>`
      }
    </div>
    <p class="soft small">
      This shows that the work is done here. That nothing is kept back to be sent later is what the policy above is for.
    </p>
  </section>`;
}
