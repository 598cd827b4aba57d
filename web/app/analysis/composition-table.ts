import type { nothing } from "lit";
import { html, type TemplateResult } from "lit";
import type { Analysis, BallastDocument, Composition } from "../../../wasm/planner/planner.js";
import { symbolOf } from "../parts/asset-lookup.js";
import { sentence } from "../parts/sentence.js";
import { showFixed, showShare } from "../text/figures.js";
import { className, findClassification } from "./class-lookup.js";
import { stateNames, type WeightState } from "./weight-states.js";

type PerClassification = Composition["classifications"][number];

/** How concentrated, and how much is unclassified: now, as targets, and after the plan where it is known. */
export function compositionTable(document: BallastDocument, analysis: Analysis): TemplateResult {
  const states = (["current", "target", "after"] as const).flatMap((state) => {
    const composition = analysis[state];
    return composition === null ? [] : [{ state, composition }];
  });
  const cells = (of: (composition: Composition) => TemplateResult | string) =>
    states.map(
      ({ state, composition }) =>
        html`<td role="cell" class="end figure" data-label=${stateNames[state]}>${of(composition)}</td>`,
    );
  const classCells = (id: string, of: (one: PerClassification) => TemplateResult | string) =>
    cells((composition) => {
      const one = composition.classifications.find(({ classification }) => classification === id);
      return one === undefined ? "–" : of(one);
    });
  const largest = ({ largest: one }: Composition) =>
    one === null ? "–" : withWeight(symbolOf(document, one.asset), one.weight);
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Concentration and coverage">
    <table role="table" class="cards" aria-label="Concentration and coverage" data-testid="composition">
      <thead>
        <tr role="row">
          <th role="columnheader" scope="col"><span class="unseen">Figure</span></th>
          ${states.map(({ state }) => html`<th role="columnheader" scope="col" class="end">${stateNames[state]}</th>`)}
        </tr>
      </thead>
      <tbody>
        <tr role="row">
          <th role="rowheader" scope="row" class="wide">Effective number of assets</th>
          ${cells(({ effective_assets: number }) => showFixed(number, 1))}
        </tr>
        <tr role="row">
          <th role="rowheader" scope="row" class="wide">Largest asset</th>
          ${cells(largest)}
        </tr>
      </tbody>
      ${(document.classifications ?? []).map(
        ({ id, name }) =>
          html`<tbody>
            <tr role="row" class="group">
              <th role="rowheader" scope="rowgroup" class="wide" colspan=${states.length + 1}><bdi>${name}</bdi></th>
            </tr>
            <tr role="row">
              <th role="rowheader" scope="row" class="wide in1">Effective number of classes</th>
              ${classCells(id, (one) => showFixed(one.effective_classes, 1))}
            </tr>
            <tr role="row">
              <th role="rowheader" scope="row" class="wide in1">Largest class</th>
              ${classCells(id, ({ largest: one }) =>
                one === null
                  ? "–"
                  : withWeight(className(findClassification(document.classifications, id), one.class), one.weight),
              )}
            </tr>
            <tr role="row">
              <th role="rowheader" scope="row" class="wide in1">Unclassified</th>
              ${classCells(id, (one) => showShare(one.unclassified))}
            </tr>
          </tbody>`,
      )}
    </table>
  </div>`;
}

function withWeight(name: string, weight: string): TemplateResult {
  return html`<bdi>${name}</bdi> ${showShare(weight)}`;
}

/** What stands out, of the state in view; facts with a figure. */
export function findingsList({ findings }: Analysis, state: WeightState): TemplateResult | typeof nothing {
  const shown = findings.filter((finding) => finding.state === state);
  if (shown.length === 0) return html`<p class="soft" data-testid="findings">Nothing stands out by these measures.</p>`;
  return html`<ul class="findings" data-testid="findings">
    ${shown.map(({ text, code }) => html`<li data-code=${code}>${sentence(text)}</li>`)}
  </ul>`;
}
