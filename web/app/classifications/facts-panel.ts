import { html, type TemplateResult } from "lit";
import type { BallastDocument } from "../../../wasm/planner/planner.js";
import { assetLabel } from "../parts/asset-label.js";
import { assetPlace, currencyCode, findAsset, symbolOf } from "../parts/asset-lookup.js";
import { cellInput, problemList, type Cell, type CellSurroundings } from "../parts/cell.js";
import { shortened } from "../parts/problems.js";
import { walkCells } from "../holdings/cell-keys.js";
import { setFact } from "./edits.js";

export interface FactsContext extends CellSurroundings {
  readonly document: BallastDocument;
  change(label: string, edit: (document: BallastDocument) => void, cell?: string): void;
}

/** What tiers and some priors are calculated from. Nothing fetches these: they are the person's to enter. */
export function factsPanel(assets: readonly string[], context: FactsContext): TemplateResult {
  const currency = currencyCode(context.document);
  return html`<section class="panel" aria-label="Figures of the assets">
    <div class="panel-head">
      <div>
        <h2>Figures of the assets</h2>
        <p class="soft small">
          Tiers and starting points by market cap need market caps, in ${currency}; the one by inverse volatility needs
          volatilities. This page fetches nothing, so they are yours to enter.
        </p>
      </div>
    </div>
    <table role="table" class="cards" aria-label="Figures of the assets" @keydown=${walkCells}>
      <thead>
        <tr role="row">
          <th role="columnheader" scope="col">Asset</th>
          <th role="columnheader" scope="col">Market cap, ${currency}</th>
          <th role="columnheader" scope="col">Volatility a year, %</th>
        </tr>
      </thead>
      <tbody>
        ${assets.map((asset, row) => factRow(asset, row, context))}
      </tbody>
    </table>
  </section>`;
}

function factRow(asset: string, row: number, context: FactsContext): TemplateResult {
  const { document } = context;
  const called = shortened(symbolOf(document, asset), 30);
  const found = findAsset(document, asset);
  const cells = (["market_cap", "annual_volatility"] as const).map((field, column): Cell => {
    const pointer = `/assets/${assetPlace(document, asset)}/${field}`;
    const words = field === "market_cap" ? "market cap" : "volatility";
    return {
      pointer,
      label: `${field === "market_cap" ? "Market cap" : "Volatility"} of ${called}`,
      kind: field === "market_cap" ? "number" : "percent",
      stored: found?.[field] ?? "",
      placeholder: "not known",
      at: `${row}:${column}`,
      set: (value) =>
        context.change(`Change the ${words} of ${called}`, (draft) => setFact(draft, asset, field, value), pointer),
    };
  });
  const [cap, volatility] = cells;
  return html`<tr role="row">
    <th role="rowheader" scope="row" class="wide">${assetLabel(document, asset)}</th>
    <td role="cell" data-label="Market cap">${cap === undefined ? "" : cellInput(cap, context)}</td>
    <td role="cell" data-label="Volatility, %">
      ${volatility === undefined ? "" : cellInput(volatility, context)} ${problemList(cells, context)}
    </td>
  </tr>`;
}
