import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Prior } from "../../../wasm/planner/planner.js";
import { assetLabel } from "../parts/asset-label.js";
import { symbolOf } from "../parts/asset-lookup.js";
import { cellInput, problemList, type Cell } from "../parts/cell.js";
import { shortened } from "../parts/problems.js";
import { setLargest, setMostPerAsset, setPriorKind, setPriorPart } from "./rule-edits.js";
import type { RulesContext } from "./rules-context.js";

interface PriorWords {
  readonly kind: Prior["kind"];
  readonly name: string;
  readonly words: string;
}

export const priorWords: readonly PriorWords[] = [
  { kind: "market_cap", name: "Market cap", words: "In proportion to what all units of each asset are worth." },
  {
    kind: "square_root_market_cap",
    name: "√ Market cap",
    words: "In proportion to the square root of that: large ones count less.",
  },
  { kind: "equal", name: "Equal", words: "The same for every asset." },
  { kind: "current", name: "As held now", words: "What each asset and cash weigh now." },
  {
    kind: "inverse_volatility",
    name: "Inverse volatility",
    words: "The calmer an asset’s price, the more of it.",
  },
  { kind: "given", name: "Given", words: "Your own parts, in any proportion." },
];

/** From where the rules start: what every asset gets where no rule says otherwise. */
export function priorPanel(context: RulesContext): TemplateResult {
  const { policy, document, assets } = context;
  const { prior } = policy;
  const largest = largestCell(context);
  const most = mostCell(context);
  return html`<section class="panel prior" aria-label="Starting point">
    <fieldset class="priors">
      <legend>Starting point (the “prior”): what weights would be without any rules</legend>
      ${priorWords.map(
        ({ kind, name, words }) =>
          html`<label class="choice ${prior.kind === kind ? "chosen" : ""}">
            <input
              type="radio"
              name="prior"
              value=${kind}
              .checked=${live(prior.kind === kind)}
              @change=${() =>
                context.change(`Start from “${name}”`, (draft) =>
                  setPriorKind(
                    draft,
                    kind,
                    [...assets.values()].map(({ asset, weight, target }) => ({
                      asset,
                      weight: context.hasTargets ? target : weight,
                    })),
                  ),
                )}
            />
            <span><b>${name}</b><small>${words}</small></span>
          </label>`,
      )}
    </fieldset>
    ${
      prior.kind === "given"
        ? html`<ul class="parts" aria-label="Parts of the starting point">
            ${[...document.assets.map(({ id }) => id), null].map((asset) => {
              const cell = partCell(asset, prior, context);
              return html`<li>
                ${assetLabel(document, asset)}
                <span class="with-unit">${cellInput(cell, context)}<span aria-hidden="true">%</span></span>
                ${problemList([cell], context, false)}
              </li>`;
            })}
          </ul>`
        : nothing
    }
    <div class="limits">
      <label class="field"
        ><span>Only so many assets, the largest by the starting point</span>${cellInput(largest, context)}</label
      >
      <label class="field"><span>No asset above, %</span>${cellInput(most, context)}</label>
      ${problemList([largest, most], context)}
    </div>
  </section>`;
}

function partCell(asset: string | null, prior: Extract<Prior, { kind: "given" }>, context: RulesContext): Cell {
  const place = prior.weights.findIndex((one) => one.asset === asset);
  const called = shortened(symbolOf(context.document, asset), 30);
  const pointer = `/policy/prior/weights/${place < 0 ? prior.weights.length : place}/weight`;
  return {
    // Several assets without a part would share the place the next one gets.
    pointer: place < 0 ? `${pointer}#${asset ?? "cash"}` : pointer,
    label: `Part of ${called}`,
    kind: "percent",
    stored: prior.weights[place]?.weight ?? "0",
    emptyMeans: "0",
    placeholder: "0",
    set: (value) =>
      context.change(
        `Change the starting point of ${called}`,
        (draft) => setPriorPart(draft, asset, value),
        `prior ${called}`,
      ),
  };
}

function largestCell({ policy, ...context }: RulesContext): Cell {
  const pointer = "/policy/largest";
  return {
    pointer,
    label: "Number of assets",
    kind: "number",
    stored: policy.largest === undefined ? "" : String(policy.largest),
    placeholder: "all",
    set: (value) => context.change("Change the number of assets", (draft) => setLargest(draft, value), pointer),
  };
}

function mostCell({ policy, ...context }: RulesContext): Cell {
  const pointer = "/policy/most_per_asset";
  return {
    pointer,
    label: "Cap per asset",
    kind: "percent",
    stored: policy.most_per_asset ?? "",
    placeholder: "100",
    set: (value) => context.change("Change the cap per asset", (draft) => setMostPerAsset(draft, value), pointer),
  };
}
