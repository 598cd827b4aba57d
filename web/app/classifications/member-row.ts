import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { live } from "lit/directives/live.js";
import type { ClassShare } from "../../../wasm/planner/planner.js";
import { pathName, placedClasses } from "../../shared/classification/class-tree.js";
import { isFromCatalogue } from "../../shared/classification/fill-members.js";
import { tierOf } from "../../shared/classification/market-cap-tier.js";
import { assetLabel } from "../parts/asset-label.js";
import { findAsset, symbolOf } from "../parts/asset-lookup.js";
import { cellInput, problemList, type Cell } from "../parts/cell.js";
import { icon } from "../parts/icons.js";
import { shortened } from "../parts/problems.js";
import { showShareShort } from "../text/figures.js";
import type { ClassificationContext } from "./context.js";
import * as edits from "./edits.js";

/** More classes than this are summed up in words until somebody wants to change them. */
const FEW = 3;
const NAMES_SHOWN = 4;

/** What a choice stands for that is no class; an id has no line break. */
const NOTHING_SAID = "";
const NO_CLASS = "\nnone";
const SEVERAL = "\nseveral";
const noClassWords = "In no class, on purpose";

/** Which classes an asset, or cash, is in. */
export function memberRow(asset: string | null, context: ClassificationContext): unknown {
  const { document, classification, place, typing, problems } = context;
  const shares = edits.sharesOf(classification, asset);
  const places = edits.sharePlaces(classification, asset);
  const list = asset === null ? "cash_members" : "members";
  const typed = typing.stampUnder(...places.map((at) => `/classifications/${place}/${list}/${at}`));
  const inputs = [
    ...[asset, findAsset(document, asset), classification.classes, classification.kind, place, problems, typed],
    ...[context.entryOf(asset), context.opened.has(asset), ...places],
    "shares",
    ...shares,
  ];
  return guard(inputs, () => drawRow(asset, shares, places, context));
}

function drawRow(
  asset: string | null,
  shares: readonly ClassShare[],
  places: readonly number[],
  context: ClassificationContext,
): TemplateResult {
  const { document, classification } = context;
  const called = shortened(symbolOf(document, asset), 30);
  const [first] = shares;
  const isSingle = shares.length === 0 || (shares.length === 1 && (first?.share ?? "1") === "1");
  const entry = context.entryOf(asset);
  return html`<tr role="row" data-testid="member-row" data-asset=${asset ?? "#cash"}>
    <th role="rowheader" scope="row" class="wide">${assetLabel(document, asset)}</th>
    <td role="cell" data-label="Class">
      ${
        isSingle
          ? singleClass(asset, first, called, context)
          : shares.length > FEW && !context.opened.has(asset) && !hasProblem(asset, places, context)
            ? inWords(asset, shares, called, context)
            : severalClasses(asset, shares, places, called, context)
      }
    </td>
    <td role="cell" class="source small soft" data-label="From">
      ${
        entry !== undefined && isFromCatalogue(shares, entry, classification)
          ? html`<span title=${entry.note ?? nothing}>Catalogue, ${entry.as_of}, ${entry.confidence} confidence</span>`
          : shares.length === 0
            ? withoutShares(asset, context)
            : "You"
      }
    </td>
  </tr>`;
}

/** Where nobody said anything, a market cap may. */
function withoutShares(
  asset: string | null,
  { document, classification }: ClassificationContext,
): TemplateResult | string {
  if (classification.kind !== "market_cap" || asset === null) return "–";
  const { market_cap: cap = "" } = findAsset(document, asset) ?? {};
  if (cap === "") return "No market cap: unclassified";
  const tier = tierOf(classification, cap);
  return tier === undefined
    ? "Below all thresholds: unclassified"
    : html`Market cap: <bdi>${shortened(tier.name, 40)}</bdi>`;
}

function singleClass(
  asset: string | null,
  share: ClassShare | undefined,
  called: string,
  context: ClassificationContext,
): TemplateResult {
  const { classification } = context;
  const chosen = share === undefined ? NOTHING_SAID : choiceOf(share);
  const unsaid = classification.kind === "market_cap" && asset !== null ? "By market cap" : "Not classified yet";
  return html`<select
    class="input"
    aria-label="Class of ${called}"
    .value=${live(chosen)}
    @change=${(event: Event) => {
      const { value } = event.target as HTMLSelectElement;
      const other = placedClasses(classification).find(({ class: { id } }) => id !== chosen)?.class.id;
      const half = { share: "0.5" };
      const start = chosen === NOTHING_SAID || chosen === NO_CLASS ? [] : [{ class: chosen, ...half }];
      const shares =
        value === NOTHING_SAID
          ? []
          : value === SEVERAL
            ? [...start, ...(other === undefined ? [] : [{ class: other, ...half }])]
            : [{ class: classOf(value) }];
      context.changeThis(`Change the class of ${called}`, (draft) => edits.setShares(draft, asset, shares));
      if (value === SEVERAL) context.focus(fieldsOf(asset));
    }}
  >
    <option value=${NOTHING_SAID} ?selected=${chosen === NOTHING_SAID}>${unsaid}</option>
    ${classOptions(context, chosen)}
    <option value=${SEVERAL}>Several classes…</option>
  </select>`;
}

function choiceOf({ class: id }: ClassShare): string {
  return id ?? NO_CLASS;
}

function classOf(choice: string): string | null {
  return choice === NO_CLASS ? null : choice;
}

function rowOf(asset: string | null): string {
  return `[data-asset="${CSS.escape(asset ?? "#cash")}"]`;
}

/** The share fields, once there are several. */
function fieldsOf(asset: string | null): string {
  return `${rowOf(asset)} .shares input`;
}

/** A field that something is wrong with must be there to be mended. */
function hasProblem(
  asset: string | null,
  places: readonly number[],
  { problems, place }: ClassificationContext,
): boolean {
  const list = asset === null ? "cash_members" : "members";
  return places.some((at) => problems.within(`/classifications/${place}/${list}/${at}`).length > 0);
}

function inWords(
  asset: string | null,
  shares: readonly ClassShare[],
  called: string,
  context: ClassificationContext,
): TemplateResult {
  const names = new Map(placedClasses(context.classification).map((placed) => [placed.class.id, placed.class.name]));
  const nameOf = (id: string | null): string => (id === null ? "in no class" : shortened(names.get(id) ?? id, 24));
  const said = shares
    .slice(0, NAMES_SHOWN)
    .map(({ class: id, share }) => `${nameOf(id)} ${showShareShort(share ?? "1")}`);
  const rest = edits.unclassifiedRest(shares);
  const more = shares.length - said.length;
  return html`<span class="in-words"
    ><span
      ><bdi>${said.join(", ")}</bdi>${more > 0 ? ` and ${more} more` : ""}${
        rest === undefined || rest === "0"
          ? ""
          : html`<span class="soft">; not classified yet ${showShareShort(rest)}</span>`
      }</span
    >
    <button
      class="button small"
      type="button"
      aria-label="Change the classes of ${called}"
      @click=${() => {
        context.open(asset);
        context.focus(fieldsOf(asset));
      }}
    >
      Change
    </button></span
  >`;
}

function severalClasses(
  asset: string | null,
  shares: readonly ClassShare[],
  places: readonly number[],
  called: string,
  context: ClassificationContext,
): TemplateResult {
  const list = asset === null ? "cash_members" : "members";
  const cells = shares.map((share, index): Cell => {
    const pointer = `/classifications/${context.place}/${list}/${places[index] ?? 0}/share`;
    return {
      pointer,
      label: `Share ${index + 1} of ${called}`,
      kind: "percent",
      stored: share.share ?? "1",
      set: (value) =>
        context.changeThis(
          `Change the shares of ${called}`,
          (draft) => edits.setShareText(draft, asset, places[index] ?? 0, value),
          pointer,
        ),
    };
  });
  const rest = edits.unclassifiedRest(shares);
  const set = (changed: readonly ClassShare[]) =>
    context.changeThis(`Change the classes of ${called}`, (draft) => edits.setShares(draft, asset, changed));
  return html`<ul class="shares">
      ${cells.map((cell, index) => {
        const own = shares[index];
        const chosen = own === undefined ? NOTHING_SAID : choiceOf(own);
        return html`<li>
          <select
            class="input"
            aria-label="Class ${index + 1} of ${called}"
            .value=${live(chosen)}
            @change=${(event: Event) => {
              const { value } = event.target as HTMLSelectElement;
              set(shares.map((one, at) => (at === index ? { ...one, class: classOf(value) } : one)));
            }}
          >
            ${classOptions(context, chosen)}
          </select>
          <span class="with-unit">${cellInput(cell, context)}<span aria-hidden="true">%</span></span>
          <button
            class="button quiet icon"
            type="button"
            aria-label="Remove class ${index + 1} of ${called}"
            @click=${() => {
              set(shares.filter((_, at) => at !== index));
              context.focus(fieldsOf(asset), `${rowOf(asset)} select`);
            }}
          >
            ${icon("close", 16)}
          </button>
        </li>`;
      })}
    </ul>
    <p class="rest-line small">
      <button class="link" type="button" @click=${() => set([...shares, nextShare(shares, rest, context)])}>
        Add a class for ${called}
      </button>
      <span class=${rest === undefined ? "problem" : "soft"} role="status"
        >${rest === undefined ? "The shares come to more than 100 %." : html`Not classified yet: ${showShareShort(rest)}`}</span
      >
    </p>
    ${problemList(cells, context, false)}`;
}

function nextShare(
  shares: readonly ClassShare[],
  rest: string | undefined,
  { classification }: ClassificationContext,
): ClassShare {
  const taken = new Set(shares.map((share) => share.class));
  const free = placedClasses(classification).find(({ class: { id } }) => !taken.has(id));
  return { class: free?.class.id ?? null, share: rest === undefined || rest === "0" ? "0.1" : rest };
}

/** Indented as the tree is, then none; a class that is no longer there is still shown, so that it can be changed. */
function classOptions({ classification }: ClassificationContext, chosen: string): TemplateResult {
  const all = placedClasses(classification);
  const isKnown = chosen === NOTHING_SAID || chosen === NO_CLASS || all.some(({ class: { id } }) => id === chosen);
  return html`${all.map(
      (placed) =>
        html`<option value=${placed.class.id} ?selected=${placed.class.id === chosen}>
          ${"\u2003".repeat(placed.depth)}${shortened(placed.class.name || pathName(placed), 50)}
        </option>`,
    )}
    <option value=${NO_CLASS} ?selected=${chosen === NO_CLASS}>${noClassWords}</option>
    ${isKnown ? nothing : html`<option value=${chosen} selected>${shortened(chosen, 40)}</option>`}`;
}
