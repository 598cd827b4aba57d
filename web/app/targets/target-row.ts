import { html, nothing, type TemplateResult } from "lit";
import type { Band, BallastDocument, WeightPolicy, WeightRow } from "../../../wasm/planner/planner.js";
import { assetLabel } from "../parts/asset-label.js";
import { assetPlace, findAsset, symbolOf } from "../parts/asset-lookup.js";
import { cellInput, problemList, type Cell, type CellSurroundings } from "../parts/cell.js";
import { icon } from "../parts/icons.js";
import { shortened } from "../parts/problems.js";
import { showShare, showShareShort } from "../text/figures.js";
import { bandField } from "./band-field.js";
import * as edits from "./edits.js";

export interface TargetContext extends CellSurroundings {
  readonly document: BallastDocument;
  /** Of the whole document, or without its targets while these have problems. */
  readonly rows: ReadonlyMap<string | null, WeightRow>;
  readonly hasTargets: boolean;
  readonly policy: WeightPolicy;
  change(label: string, edit: (document: BallastDocument) => void, cell?: string): void;
}

export const POINT = "0.01";

/** All that a row is drawn from. While none of it changes, the row is left alone. */
export function targetRowInputs(asset: string | null, context: TargetContext): unknown[] {
  const { document, policy, rows, hasTargets, problems, typing } = context;
  const index = asset === null ? -1 : targetIndex(policy, asset);
  const figures = rows.get(asset);
  const shown = [figures?.weight, figures?.band?.low, figures?.band?.high, hasTargets, problems];
  if (asset === null) {
    const typed = typing.stampUnder("/policy/cash_weight", "/policy/cash_band");
    return [...shown, figures?.target, policy.cash_weight, policy.cash_band, typed];
  }
  const typed = typing.stampUnder(`/policy/targets/${index}`);
  return [...shown, findAsset(document, asset), assetPlace(document, asset), index, policy.targets[index], typed];
}

/** Its place in the list of targets, or the one it will get. */
function targetIndex({ targets }: WeightPolicy, asset: string): number {
  const index = targets.findIndex((target) => target.asset === asset);
  return index < 0 ? targets.length : index;
}

export function targetRow(asset: string | null, place: number, context: TargetContext): TemplateResult {
  const { document, policy, rows, hasTargets } = context;
  const called = shortened(symbolOf(document, asset), 30);
  const figures = rows.get(asset);
  const cell = targetCell(asset, place, called, context);
  const problems = cell === undefined ? nothing : problemList([cell], context, false);
  return html`<tr role="row" data-testid="target-row">
    <th role="rowheader" scope="row" class="wide">${assetLabel(document, asset)}</th>
    <td role="cell" class="end figure now" data-label="Now">
      ${figures === undefined ? "–" : showShare(figures.weight)}
    </td>
    <td role="cell" class="target" data-label="Target">
      ${cell === undefined ? restOfCash(figures, context) : stepper(cell, called, context)}
      ${asset === null && cell !== undefined ? freeCash(context) : nothing} ${problems}
    </td>
    <td role="cell" class="band" data-label="Band">
      ${bandField(
        {
          called,
          band: bandOfRow(policy, asset),
          pointer: bandPointer(policy, asset),
          inherit: "As for all",
          set: (band, field) =>
            context.change(`Change the band of ${called}`, (draft) => edits.setBand(draft, asset, band), field),
        },
        context,
      )}
    </td>
    <td role="cell" class="end figure range" data-label="Holds between">
      ${
        !hasTargets || figures?.band == null
          ? html`<span class="soft">–</span>`
          : html`${showShare(figures.band.low)} – ${showShare(figures.band.high)}`
      }
    </td>
  </tr>`;
}

function stepper(cell: Cell, called: string, context: TargetContext): TemplateResult {
  const step = (by: string) => cell.set(edits.stepped(cell.stored, by));
  return html`<span class="stepper" @keydown=${(event: KeyboardEvent) => stepByKey(event, step)}>
    <button
      class="button quiet icon"
      type="button"
      tabindex="-1"
      aria-label="One point less ${called}"
      @click=${() => step(`-${POINT}`)}
    >
      ${icon("minus", 16)}
    </button>
    ${cellInput(cell, context)}
    <span class="unit" aria-hidden="true">%</span>
    <button
      class="button quiet icon"
      type="button"
      tabindex="-1"
      aria-label="One point more ${called}"
      @click=${() => step(POINT)}
    >
      ${icon("plus", 16)}
    </button>
  </span>`;
}

/** Arrows step by a point, with Shift by ten, with Alt by a tenth. */
function stepByKey(event: KeyboardEvent, step: (by: string) => void): void {
  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
  event.preventDefault();
  const size = event.shiftKey ? "0.1" : event.altKey ? "0.001" : POINT;
  step(event.key === "ArrowUp" ? size : `-${size}`);
}

function restOfCash(figures: WeightRow | undefined, context: TargetContext): TemplateResult {
  const known = context.hasTargets ? figures?.target : undefined;
  return html`<span class="rest">
    <b class="figure" data-testid="cash-rest">${known === undefined ? "–" : showShareShort(known)}</b>
    <span class="soft small">the rest</span>
    <button
      class="link small"
      type="button"
      @click=${() =>
        context.change("Set a weight for cash", (draft) => edits.setCashWeight(draft, edits.cutShare(known ?? "0")))}
    >
      Set a weight
    </button>
  </span>`;
}

function freeCash(context: TargetContext): TemplateResult {
  return html`<button
    class="link small soft"
    type="button"
    @click=${() => context.change("Let cash be the rest", (draft) => edits.setCashWeight(draft, undefined))}
  >
    Use the rest instead
  </button>`;
}

/** Undefined for cash that is simply the rest. */
function targetCell(asset: string | null, place: number, called: string, context: TargetContext): Cell | undefined {
  const { policy } = context;
  const common = {
    label: `Target of ${called}`,
    kind: "percent",
    placeholder: "0",
    at: `${place}:0`,
    emptyMeans: "0",
  } as const;
  if (asset === null) {
    if (policy.cash_weight === undefined) return undefined;
    const pointer = "/policy/cash_weight";
    return {
      ...common,
      pointer,
      stored: policy.cash_weight,
      set: (value) =>
        context.change("Change the target of cash", (draft) => edits.setCashWeight(draft, value), pointer),
    };
  }
  const index = targetIndex(policy, asset);
  const pointer = `/policy/targets/${index}/weight`;
  return {
    ...common,
    pointer,
    stored: policy.targets[index]?.weight ?? "0",
    set: (value) =>
      context.change(`Change the target of ${called}`, (draft) => edits.setTarget(draft, asset, value), pointer),
  };
}

function bandOfRow(policy: WeightPolicy, asset: string | null): Band | undefined {
  return asset === null ? policy.cash_band : policy.targets.find((target) => target.asset === asset)?.band;
}

function bandPointer(policy: WeightPolicy, asset: string | null): string {
  return asset === null ? "/policy/cash_band" : `/policy/targets/${targetIndex(policy, asset)}/band`;
}
