import { html, nothing, type TemplateResult } from "lit";
import type { BallastDocument, Classification } from "../../../wasm/planner/planner.js";
import { findClassification } from "../analysis/class-lookup.js";
import { icon } from "../parts/icons.js";
import { sentence } from "../parts/sentence.js";
import { emptyClasses } from "../targets/empty-classes.js";
import { count, listed } from "../text/words.js";
import { applyStrategy, definitionsFor, missingClasses, type FillMembers } from "./apply-strategy.js";
import { policyWords, priorNeeds, priorWords } from "./rule-words.js";
import type { StrategyParts } from "./strategy-parts.js";
import type { Strategy } from "./strategy.js";

/** Everything there is to know about a strategy before it is used. */
export function strategyDetails(
  strategy: Strategy,
  { builtIn, fill }: Pick<StrategyParts, "builtIn" | "fill">,
  document: BallastDocument | null,
): TemplateResult {
  const definitions = definitionsFor(strategy, builtIn);
  // A person's own names of classes go before the built-in ones: their rules will be called so.
  const classifications = [...(document?.classifications ?? []), ...definitions];
  const rules = policyWords(strategy.policy, { classifications, document });
  return html`<div class="details" data-testid="strategy-details">
    <h3><bdi>${strategy.name}</bdi></h3>
    <p>${sentence(strategy.for)}</p>
    <dl>
      <dt>Its rules</dt>
      <dd>
        <ul class="rules" data-testid="strategy-rules">
          ${rules.map((words) => html`<li>${sentence(words)}</li>`)}
          <li>
            ${rules.length === 0 ? "Everything" : "What rules leave open"} is divided
            ${priorWords(strategy.policy.prior)}
          </li>
        </ul>
      </dd>
      <dt>What it needs</dt>
      <dd>${needs(strategy, definitions, document, emptyOnceApplied(strategy, builtIn, fill, document))}</dd>
      <dt>Weaknesses</dt>
      <dd>
        <ul class="rules">
          ${strategy.weaknesses.map((words) => html`<li>${sentence(words)}</li>`)}
        </ul>
      </dd>
      <dt>Source</dt>
      <dd>
        ${strategy.source === null ? "Ballast's own, or its author's; nobody else described it." : sentence(strategy.source)}
      </dd>
    </dl>
    ${obstacleNote(strategy, builtIn, document)}
  </div>`;
}

function needs(
  strategy: Strategy,
  definitions: readonly Classification[],
  document: BallastDocument | null,
  empty: readonly string[],
): TemplateResult | string {
  const need = needsByTier(strategy, definitions) ? "market_cap" : priorNeeds(strategy.policy.prior);
  if (definitions.length === 0 && need === null) return "Nothing but assets with a price.";
  return html`<ul class="rules">
    ${definitions.map(
      ({ id, name }) =>
        html`<li>
          The classification “<bdi>${findClassification(document?.classifications, id)?.name ?? name}</bdi>”,
          ${
            findClassification(document?.classifications, id) === undefined
              ? "which is added with what the catalogue knows of your assets"
              : "which is there and is used as it is"
          }
        </li>`,
    )}
    ${empty.length === 0 ? nothing : html`<li data-testid="strategy-empty">Assets in ${sentence(listed(empty))}, where you have none yet</li>`}
    ${need === null ? nothing : html`<li>${need === "market_cap" ? "Market caps" : "Volatilities"}: ${haveIt(document, need)}</li>`}
  </ul>`;
}

/** What its rules would ask a share for in vain, as things are. */
function emptyOnceApplied(
  strategy: Strategy,
  builtIn: readonly Classification[],
  fill: FillMembers,
  document: BallastDocument | null,
): string[] {
  if (document === null || document.assets.length === 0) return [];
  const tried = structuredClone(document);
  applyStrategy(tried, strategy, builtIn, fill);
  return emptyClasses(tried, strategy.policy.rules);
}

function needsByTier(strategy: Strategy, definitions: readonly Classification[]): boolean {
  return definitions.some(({ kind }) => kind === "market_cap") || priorNeeds(strategy.policy.prior) === "market_cap";
}

function haveIt(document: BallastDocument | null, field: "market_cap" | "annual_volatility"): string {
  if (document === null) return "of each asset";
  if (document.assets.length === 0) return "of each asset; there are none yet";
  const have = document.assets.filter((asset) => (asset[field] ?? "") !== "").length;
  const what = field === "market_cap" ? "a market cap" : "a volatility";
  if (have === 0) return `no asset has ${what} yet; they are entered under Classifications`;
  return `${String(have)} of your ${count(document.assets.length, "asset")} ${have === 1 ? "has" : "have"} ${what}`;
}

function obstacleNote(
  strategy: Strategy,
  builtIn: readonly Classification[],
  document: BallastDocument | null,
): TemplateResult | typeof nothing {
  const missing = missingClasses(strategy, builtIn, document);
  if (missing.length === 0) return nothing;
  return html`<div class="note bad" role="alert">
    ${icon("warn")}
    <div>
      <p>It speaks of classes that are nowhere: <code>${missing.join(", ")}</code></p>
    </div>
  </div>`;
}
