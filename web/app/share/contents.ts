import { html, nothing, type TemplateResult } from "lit";
import type { Classification } from "../../../wasm/planner/planner.js";
import { placedClasses } from "../../shared/classification/class-tree.js";
import { sentence } from "../parts/sentence.js";
import { definitionsFor } from "../strategies/apply-strategy.js";
import { policyWords, priorWords } from "../strategies/rule-words.js";
import type { Strategy } from "../strategies/strategy.js";
import { showPlain } from "../text/figures.js";
import { bandsWords } from "./band-words.js";
import { documentNaming, namedAssets } from "./named-assets.js";

/** All that is in a link, in words and as it is written there. `text` is what was read back from the link itself. */
export function shareContents(text: string, builtIn: readonly Classification[]): TemplateResult {
  const strategy = JSON.parse(text) as Strategy;
  const { policy, own_classifications: own = [] } = strategy;
  const classifications = definitionsFor(strategy, builtIn);
  const rules = policyWords({ ...policy, class_bands: [] }, { classifications, document: documentNaming(strategy) });
  const given = policy.prior.kind === "given" ? policy.prior.weights : [];
  const assets = namedAssets(policy);
  return html`<div class="contents" data-testid="share-contents">
    <h3>What is in it</h3>
    <p class="soft">This, and nothing else. Not what you hold, no price, no cash, no account, no title.</p>
    <dl>
      ${entry("Name", [strategy.name])} ${entry("What it is for", [strategy.for])}
      ${entry("Weaknesses", strategy.weaknesses)}
      ${strategy.source === null ? nothing : entry("Source", [strategy.source])}
      ${entry("Rules", [
        ...rules,
        `${rules.length === 0 ? "Everything" : "What rules leave open"} is divided ${priorWords(policy.prior)}`,
        ...given.map(({ asset, weight }) => `Proportion of ${asset ?? "cash"}: ${showPlain(weight)}`),
      ])}
      ${entry("Bands", bandsWords(policy, classifications))}
      ${entry(
        "Classifications it needs",
        definitionsFor({ ...strategy, own_classifications: [] }, builtIn).map(({ name }) => name),
      )}
      ${entry(
        "Classifications it brings along",
        own.map(
          (one) =>
            `${one.name}: ${placedClasses(one)
              .map((placed) => placed.class.name)
              .join(", ")}`,
        ),
      )}
      ${entry("Assets it names", assets.length === 0 ? [] : [assets.join(", ")])}
    </dl>
    ${
      assets.length === 0
        ? nothing
        : html`<p class="note warn" data-testid="share-names">
            Whoever gets it learns that these assets are in your targets, though not whether you hold any.
          </p>`
    }
    <details>
      <summary>The same as it is written in the link (JSON)</summary>
      <pre tabindex="0" role="region" aria-label="JSON in the link" data-testid="share-json">
${JSON.stringify(strategy, null, 2)}</pre>
    </details>
  </div>`;
}

function entry(term: string, lines: readonly string[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<dt>${term}</dt>
    <dd>
      <ul class="rules">
        ${lines.map((line) => html`<li>${sentence(line)}</li>`)}
      </ul>
    </dd>`;
}
