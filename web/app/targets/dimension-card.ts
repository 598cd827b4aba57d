import { html, nothing, type TemplateResult } from "lit";
import type { Classification } from "../../../wasm/planner/planner.js";
import { pathName, placedClasses, type PlacedClass } from "../../shared/classification/class-tree.js";
import { assetLabel } from "../parts/asset-label.js";
import { findAsset, symbolOf } from "../parts/asset-lookup.js";
import { GoToEvent } from "../parts/events.js";
import { shortened } from "../parts/problems.js";
import { showShare, showShareShort } from "../text/figures.js";
import { count } from "../text/words.js";
import { setBand } from "./edits.js";
import { isSameClass, setClassBand } from "./rule-edits.js";
import { ruleRow, type OfChoice } from "./rule-row.js";
import { levelSums, type LevelSum } from "./rule-sums.js";
import { shownAssets, shownClasses } from "./shown-classes.js";
import { classKey, type RulesContext } from "./rules-context.js";

const MOST_CALLED = 60;
/** Stands for the assets among what can be folded. */
const ASSETS = "\nassets";

/** One classification: its tree of classes, each with what it has, what it gets, and its rule. */
export function dimensionCard(classification: Classification, context: RulesContext): TemplateResult {
  const name = shortened(classification.name || "Without a name", 30);
  const all = placedClasses(classification);
  const used = shownClasses(classification, context.policy);
  const isUnfolded = context.unfolded.has(classification.id);
  const rest = context.classes.get(classKey(classification.id, null));
  return html`<section class="panel dimension" aria-label="Rules by ${name}" data-testid="dimension">
    <div class="dimension-head">
      <h2><bdi>${name}</bdi></h2>
      ${columnNames()}
    </div>
    <ul class="rule-rows">
      ${(isUnfolded ? all : used).map((placed) => classRow(classification, name, placed, context))}
      <li class="rule-row unclassified" data-testid="unclassified">
        <div class="rule-head">
          <span class="rule-name soft">Unclassified</span>
          <span class="figure soft"
            ><span class="unseen">now </span>${rest === undefined ? "–" : showShare(rest.weight)}</span
          >
          <span class="figure share"
            ><span class="unseen">target </span
            >${rest === undefined || !context.hasTargets ? "–" : showShare(rest.target)}</span
          >
        </div>
      </li>
    </ul>
    ${foldButton(classification.id, used.length, all.length, "classes", context)}
    ${classification.kind === "market_cap" ? missingCaps(classification, context) : nothing}
    <div class="sums" role="status">${levelSums(classification, context.policy).map(sumLine)}</div>
  </section>`;
}

/** The assets and cash themselves. */
export function assetsCard(context: RulesContext): TemplateResult {
  const { document, policy } = context;
  const ofChoices = classChoices(document.classifications ?? []);
  const used = shownAssets(document.assets, policy);
  const row = (asset: string | null) => {
    const figures = context.assets.get(asset);
    const place = policy.asset_bands?.findIndex((one) => one.asset === asset) ?? -1;
    return ruleRow(
      {
        subject: { asset },
        called: shortened(symbolOf(document, asset), MOST_CALLED),
        label: assetLabel(document, asset),
        depth: 0,
        now: figures?.weight,
        target: figures?.target,
        ofChoices,
        band: asset === null ? policy.cash_band : policy.asset_bands?.[place]?.band,
        bandPointer:
          asset === null
            ? "/policy/cash_band"
            : `/policy/asset_bands/${place < 0 ? (policy.asset_bands?.length ?? 0) : place}/band`,
        inheritBand: "As for all",
        setBand: (draft, band) => setBand(draft, asset, band),
        inputs: [findAsset(document, asset), document.classifications],
      },
      context,
    );
  };
  return html`<section class="panel dimension" aria-label="Rules by asset" data-testid="asset-rules">
    <div class="dimension-head">
      <h2>Assets</h2>
      ${columnNames()}
    </div>
    <ul class="rule-rows">
      ${(context.unfolded.has(ASSETS) ? document.assets : used).map(({ id }) => row(id))}${row(null)}
    </ul>
    ${foldButton(ASSETS, used.length, document.assets.length, "assets", context)}
  </section>`;
}

/** Shows what is not in use, or hides it again. */
function foldButton(
  id: string,
  shown: number,
  all: number,
  things: string,
  context: RulesContext,
): TemplateResult | typeof nothing {
  if (shown === all) return nothing;
  const isUnfolded = context.unfolded.has(id);
  return html`<p class="fold">
    <button
      class="link small"
      type="button"
      aria-expanded=${isUnfolded ? "true" : "false"}
      @click=${() => context.fold(id)}
    >
      ${isUnfolded ? `Show fewer ${things}` : `Show all ${all} ${things}`}
    </button>
  </p>`;
}

function columnNames(): TemplateResult {
  return html`<span class="column-name" aria-hidden="true">Now</span
    ><span class="column-name" aria-hidden="true">Target</span>`;
}

function classRow(classification: Classification, name: string, placed: PlacedClass, context: RulesContext): unknown {
  const { policy, classes } = context;
  const subject = { classification: classification.id, class: placed.class.id };
  const figures = classes.get(classKey(classification.id, placed.class.id));
  const place = policy.class_bands?.findIndex((band) => isSameClass(band, subject)) ?? -1;
  const own = placed.class.name || "Without a name";
  return ruleRow(
    {
      subject,
      called: shortened(`${name}: ${own}`, MOST_CALLED),
      label: html`<bdi title=${pathName(placed)}>${own}</bdi>`,
      depth: placed.depth,
      now: figures?.weight,
      target: figures?.target,
      ofChoices: parentChoice(classification, placed),
      band: policy.class_bands?.[place]?.band,
      bandPointer: `/policy/class_bands/${place < 0 ? (policy.class_bands?.length ?? 0) : place}/band`,
      setBand: (draft, band) => setClassBand(draft, subject, band),
      inputs: [placed.class, pathName(placed)],
    },
    context,
  );
}

function parentChoice(classification: Classification, { parent }: PlacedClass): readonly OfChoice[] {
  return parent === null ? [] : [{ classification: classification.id, class: parent.id, name: parent.name }];
}

function classChoices(classifications: readonly Classification[]): readonly OfChoice[] {
  return classifications.flatMap((classification) =>
    placedClasses(classification).map((placed) => ({
      classification: classification.id,
      class: placed.class.id,
      name: `${classification.name}: ${placed.class.name}`,
    })),
  );
}

/** Tiers are calculated from market caps, which only the person can enter. */
function missingCaps(classification: Classification, { document }: RulesContext): TemplateResult | typeof nothing {
  const set = new Set(classification.members?.map(({ asset }) => asset));
  const missing = document.assets.filter(({ id, market_cap: cap }) => cap === undefined && !set.has(id)).length;
  if (missing === 0) return nothing;
  return html`<p class="fold small soft">
    ${count(missing, "asset")} without a market cap.
    <button
      class="link"
      type="button"
      @click=${(event: Event) => event.target?.dispatchEvent(new GoToEvent("classifications"))}
    >
      Enter market caps
    </button>
  </p>`;
}

/** What is said to be exact comes to so much; where that is more than there is, that nothing can keep it. */
function sumLine({ parent, ofParent, exact, needed, room, tooMuch }: LevelSum): TemplateResult {
  const where = parent === null ? "" : ` in ${shortened(parent.class.name, 24)}`;
  if (!tooMuch) {
    const of = ofParent ? ` of ${shortened(parent?.class.name ?? "", 24)}` : "";
    return html`<p class="small soft">Exact shares${where} sum to ${showShareShort(exact)}${of}.</p>`;
  }
  const what = needed === exact ? "Exact shares" : "Exact and least shares";
  return html`<p class="small problem">
    ${what}${where} sum to ${showShareShort(needed)}, more than ${showShareShort(room)}.
  </p>`;
}
