import { html, nothing, type TemplateResult } from "lit";
import type { Classification } from "../../wasm/planner/planner.js";
import { sentence } from "../app/parts/sentence.js";
import { bandsWords } from "../app/share/band-words.js";
import { documentNaming } from "../app/share/named-assets.js";
import { definitionsFor } from "../app/strategies/apply-strategy.js";
import { policyWords, priorWords } from "../app/strategies/rule-words.js";
import type { Strategy } from "../app/strategies/strategy.js";

/** What it is for, what is weak about it, and its rules: before anybody types a figure. */
export function strategyView(strategy: Strategy, builtIn: readonly Classification[]): TemplateResult {
  const { policy } = strategy;
  const classifications = definitionsFor(strategy, builtIn);
  const rules = policyWords({ ...policy, class_bands: [] }, { classifications, document: documentNaming(strategy) });
  const bands = bandsWords(policy, classifications);
  return html`<header>
    <h1><bdi>${strategy.name}</bdi></h1>
    <p>${sentence(strategy.for)}</p>
    <details data-testid="rules">
      <summary>Its rules</summary>
      <ul>
        ${rules.map((words) => html`<li>${sentence(words)}</li>`)}
        <li>${rules.length === 0 ? "Everything" : "What rules leave open"} is divided ${priorWords(policy.prior)}</li>
        ${bands.map((words) => html`<li>Band: ${sentence(words)}</li>`)}
      </ul>
    </details>
    <details data-testid="weaknesses" open>
      <summary>Its weaknesses</summary>
      <ul>
        ${strategy.weaknesses.map((words) => html`<li>${sentence(words)}</li>`)}
      </ul>
      ${strategy.source === null ? nothing : html`<p class="soft small">${sentence(strategy.source)}</p>`}
    </details>
  </header>`;
}
