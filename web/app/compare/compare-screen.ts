import { html, nothing, type TemplateResult } from "lit";
import type { Summary, WeightRow } from "../../../wasm/planner/planner.js";
import type { Engine } from "../../shared/engine/types.js";
import "../analysis/analysis-element.js";
import { assetLabel } from "../parts/asset-label.js";
import { colourClass } from "../parts/asset-lookup.js";
import { GoToEvent } from "../parts/events.js";
import { icon } from "../parts/icons.js";
import { legend } from "../parts/legend.js";
import { mendFirst } from "../parts/mend-first.js";
import { nothingYet } from "../parts/nothing-yet.js";
import { noticeNote } from "../parts/notice-note.js";
import { ViewElement } from "../parts/view-element.js";
import { weightStrip } from "../parts/weight-strip.js";
import { axis, axisEnd, weightTrack } from "../parts/weight-track.js";
import { base } from "../styles/base.js";
import { charts } from "../styles/charts.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { tables } from "../styles/tables.js";
import { isZero, showMoney, showMoneySigned, showPlain, showPoints, showShare } from "../text/figures.js";
import { count } from "../text/words.js";
import { bandStatus } from "./band-status.js";
import { classLevelStyles } from "./class-level-styles.js";
import { classTables } from "./class-tables.js";
import { compareStyles } from "./compare-styles.js";

/** Rows of assets at first, and more at each wish: a thousand take seconds to lay out. */
const ROWS = 100;

/** How far what is held is from what is wanted. */
export class CompareScreen extends ViewElement {
  static override styles = [base, controls, layout, tables, charts, compareStyles, classLevelStyles];
  static override properties = {
    ...ViewElement.properties,
    engine: { attribute: false },
    allLevels: { state: true },
    rows: { state: true },
  };
  /** For the analysis, which asks it itself. */
  declare engine: Engine | null;
  declare allLevels: boolean;
  declare rows: number;

  constructor() {
    super();
    this.engine = null;
    this.allLevels = false;
    this.rows = ROWS;
  }

  override render(): TemplateResult {
    const { figures } = this.state;
    return html`<div class="screen">
      <div class="head">
        <div>
          <h1 tabindex="-1">Now vs target</h1>
          <p class="lede">Where each asset is, where you want it, and how far apart the two are.</p>
        </div>
      </div>
      ${
        figures.problems.length > 0
          ? mendFirst(this.whole, figures.problems)
          : figures.summary === null
            ? html`<section class="panel panel-body waiting" aria-busy="true"></section>`
            : this.#figures(figures.summary)
      }
    </div>`;
  }

  #figures(summary: Summary): TemplateResult {
    const { document } = this;
    if (isZero(summary.total_value)) {
      return nothingYet(
        "There is nothing of value yet",
        "Enter quantities and prices first; then this page shows how far they are from your targets.",
      );
    }
    const end = axisEnd(summary.weights.flatMap((row) => [row.weight, row.target, row.band?.high ?? "0"]));
    const left = Math.max(0, document.assets.length - this.rows);
    // Cash, the last, is always there.
    const shown = summary.weights.filter((row, place) => place < this.rows || row.asset === null);
    const outside = [...summary.weights, ...summary.classes].filter((row) => row.outside_band).length;
    const anyBand = summary.weights.some((row) => row.band !== null);
    const anyClassBand = summary.classes.some((row) => row.band !== null);
    return html`
      ${noticeNote(summary.notices)}
      <section class="panel verdict" aria-label="Drift">
        <p class="big" data-testid="misplaced-share">${showShare(summary.drift.misplaced_share)}</p>
        <div class="words">
          <p role="status">
            ${
              isZero(summary.drift.misplaced_share)
                ? "Everything is in its place."
                : html`<span class="unseen">${showShare(summary.drift.misplaced_share)}</span> of the portfolio is in
                    the wrong place.`
            }
          </p>
          <p class="soft" data-testid="outside-count">${outsideWords(outside, anyBand || anyClassBand)}</p>
          <details>
            <summary>How this is measured</summary>
            <p class="small soft">
              The share above is half the sum of all differences between weight and target: what would have to move. The
              plan makes the chi-square drift small, the sum of squared differences, each divided by its target. It is
              now <span class="figure">${showPlain(summary.drift.chi_square, 6)}</span>.
            </p>
          </details>
        </div>
      </section>
      <section class="panel panel-body" aria-label="The whole">
        <dl class="strips">
          <dt>Now</dt>
          <dd>
            ${weightStrip(
              document,
              summary.weights.map((row) => ({ asset: row.asset, share: row.weight })),
              "Now",
            )}
          </dd>
          <dt>Target</dt>
          <dd>
            ${weightStrip(
              document,
              summary.weights.map((row) => ({ asset: row.asset, share: row.target })),
              "Target",
            )}
          </dd>
        </dl>
      </section>
      <section class="panel" aria-label="Weights and targets">
        <header class="panel-head">
          <h2>Asset by asset</h2>
          ${legend([["now", "now"], ["target", "target"], ...(anyBand ? ([["band", "band"]] as const) : [])])}
        </header>
        <div class="scroll">
          <table role="table" class="cards" aria-label="Weights and targets">
            <thead>
              <tr role="row">
                <th role="columnheader" scope="col">Asset</th>
                <th role="columnheader" scope="col" class="track-cell">
                  <span class="unseen">Chart</span>${axis(end)}
                </th>
                <th role="columnheader" scope="col" class="end">Now</th>
                <th role="columnheader" scope="col" class="end">Target</th>
                <th role="columnheader" scope="col" class="end">Difference</th>
                ${anyBand ? html`<th role="columnheader" scope="col">Band</th>` : nothing}
              </tr>
            </thead>
            <tbody>
              ${shown.map((row) => this.#row(row, end, anyBand))}
            </tbody>
          </table>
        </div>
        ${
          left === 0
            ? nothing
            : html`<p class="panel-note">
                <button class="button small" type="button" @click=${() => (this.rows += ROWS)}>
                  Show more (${count(left, "asset")} left)
                </button>
              </p>`
        }
      </section>
      ${classTables(document, summary, { all: this.allLevels, set: (all) => (this.allLevels = all) })}
      ${
        document.classifications === undefined || document.classifications.length === 0
          ? nothing
          : html`<h2 class="part">What it is made of</h2>
              <ballast-analysis .state=${this.state} .engine=${this.engine}></ballast-analysis>`
      }
      <div class="next no-print">
        <button class="button" type="button" @click=${() => this.dispatchEvent(new GoToEvent("targets"))}>
          Change targets
        </button>
        <button class="button primary" type="button" @click=${() => this.dispatchEvent(new GoToEvent("plan"))}>
          Calculate trades ${icon("arrow")}
        </button>
      </div>
    `;
  }

  #row(row: WeightRow, end: number, anyBand: boolean): TemplateResult {
    return html`<tr role="row" data-testid="compare-row">
      <th role="rowheader" scope="row" class="wide">${assetLabel(this.document, row.asset)}</th>
      <td role="cell" class="track-cell">
        ${weightTrack(
          {
            colour: colourClass(this.document, row.asset),
            at: row.weight,
            target: row.target,
            band: row.band,
            outside: row.outside_band,
          },
          end,
        )}
      </td>
      <td role="cell" class="end figure" data-label="Now">
        ${showShare(row.weight)} <small>${showMoney(row.value, this.currency.minor_unit_digits)}</small>
      </td>
      <td role="cell" class="end figure" data-label="Target">${showShare(row.target)}</td>
      <td role="cell" class="end figure" data-label="Difference">
        ${showPoints(row.difference)}
        <small>${showMoneySigned(row.difference_value, this.currency.minor_unit_digits)}</small>
      </td>
      ${anyBand ? html`<td role="cell" class="status">${bandStatus(row)}</td>` : nothing}
    </tr>`;
  }
}

function outsideWords(outside: number, anyBand: boolean): string {
  if (!anyBand) return "No bands are set, so every difference counts.";
  if (outside === 0) return "Everything is inside its band.";
  return outside === 1 ? "One row is outside its band." : `${outside} rows are outside their bands.`;
}

customElements.define("ballast-compare", CompareScreen);
