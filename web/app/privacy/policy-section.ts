import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../parts/icons.js";
import { count } from "../text/words.js";
import { NO_HEADER, triesGo } from "./edition-words.js";
import { policyWords } from "./policy-words.js";
import { isFromHeader, type ProbeReport } from "./probes.js";

export function policySection(
  inPage: string | null,
  probed: ProbeReport | null,
  busy: boolean,
  tryIt: () => void,
): TemplateResult {
  const fromHeader = probed?.policies.find(isFromHeader);
  const shown = fromHeader ?? inPage;
  return html`<section aria-labelledby="policy">
    <h3 id="policy">The policy the browser enforces</h3>
    <p>
      ${shown === null ? nothing : "The page came with a policy that forbids it to open any connection. The browser enforces it, not the page."}
      The button tries six things that the policy of Ballast forbids; ${triesGo}.
    </p>
    <p><button class="button small" type="button" ?disabled=${busy} @click=${tryIt}>Try to get out</button></p>
    <div role="status" data-testid="probe-result">
      ${probed === null ? nothing : outcome(probed, fromHeader !== undefined)}
    </div>
    ${
      shown === null
        ? html`<p class="note warn">${icon("warn")} <span>This page carries no policy of its own.</span></p>`
        : html`<details>
            <summary>The policy in words</summary>
            <ul class="plain" data-testid="policy-words">
              ${policyWords(shown).map(({ directive, words }) => html`<li><code>${directive}</code> <span>${words}</span></li>`)}
            </ul>
            <pre tabindex="0" aria-label="The policy as it is written">${shown}</pre>
          </details>`
    }
  </section>`;
}

function outcome({ outcomes }: ProbeReport, header: boolean): TemplateResult {
  const open = outcomes.filter(({ refused }) => !refused);
  return html`<div class="note ${open.length === 0 ? "good" : "bad"}">
    ${icon(open.length === 0 ? "check" : "warn")}
    <div>
      <p>
        ${
          open.length === 0
            ? `The browser refused all ${String(outcomes.length)}: ${outcomes.map(({ what }) => what).join(", ")}.`
            : `The browser did not refuse ${count(open.length, "try", "tries")}: ${open.map(({ what }) => what).join(", ")}.`
        }
      </p>
      <p>
        ${
          header
            ? "The policy came with the host’s headers as well as in the page: the background threads have theirs too, if the host sends all headers."
            : NO_HEADER
        }
      </p>
    </div>
  </div>`;
}
