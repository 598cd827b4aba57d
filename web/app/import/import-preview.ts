import { html, nothing, type TemplateResult } from "lit";
import type { ImportPreview, ImportProblem, Layout } from "../../shared/import/types.js";
import { sentence } from "../parts/sentence.js";
import { icon } from "../parts/icons.js";
import { shortened } from "../parts/problems.js";
import { showExact } from "../text/figures.js";
import { count } from "../text/words.js";

const layouts: Record<Layout, string> = {
  generic: "symbol, quantity and price",
  wealthfolio_holdings: "Wealthfolio holdings",
  yahoo_portfolio: "Yahoo portfolio",
};

const ROWS_SHOWN = 200;

/** What was understood, what was not, and what is worth knowing: before anything is replaced. */
export function importPreview(preview: ImportPreview): TemplateResult {
  const { rows, cash, problems, notices } = preview;
  const unpriced = new Set(notices.filter(({ code }) => code === "row/no_price").map(({ row }) => row));
  const unread = problems.length === 0 ? "" : `, ${count(problems.length, "row")} not`;
  return html`<section class="preview" aria-label="Preview" data-testid="import-preview">
    <p role="status">
      <b>${count(rows.length, "row")} understood${unread}.</b>
      <span class="soft">Read as ${layouts[preview.layout]}.</span>
    </p>
    ${
      rows.length === 0 && cash.length === 0
        ? nothing
        : html`<div class="scroll" tabindex="0" role="region" aria-label="Rows understood">
            <table>
              <thead>
                <tr>
                  <th scope="col" class="end row-number">Row</th>
                  <th scope="col">Symbol</th>
                  <th scope="col">Name</th>
                  <th scope="col" class="end">Quantity</th>
                  <th scope="col" class="end">Price</th>
                  <th scope="col">Currency</th>
                </tr>
              </thead>
              <tbody>
                ${rows.slice(0, ROWS_SHOWN).map(
                  (row) =>
                    html`<tr>
                      <td class="end soft">${row.row}</td>
                      <td>
                        <bdi class="clip" title=${row.symbol}><b>${row.symbol}</b></bdi>
                      </td>
                      <td><bdi class="clip" title=${row.name ?? ""}>${row.name ?? ""}</bdi></td>
                      <td class="end figure">${showExact(row.quantity)}</td>
                      <td class="end figure">${unpriced.has(row.row) ? "–" : showExact(row.price)}</td>
                      <td><bdi>${row.currency ?? ""}</bdi></td>
                    </tr>`,
                )}
                ${cash.map(
                  ({ row, currency, amount }) =>
                    html`<tr>
                      <td class="end soft">${row}</td>
                      <td><b>Cash</b></td>
                      <td></td>
                      <td class="end figure">${showExact(amount)}</td>
                      <td></td>
                      <td><bdi>${currency ?? ""}</bdi></td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
    ${rows.length > ROWS_SHOWN ? html`<p class="soft small">and ${rows.length - ROWS_SHOWN} more rows</p>` : nothing}
    ${list(problems, "Not understood, and left out", "bad")} ${list(notices, "Good to know", "plain")}
  </section>`;
}

function list(
  problems: readonly ImportProblem[],
  title: string,
  kind: "bad" | "plain",
): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<div class="note ${kind}" data-testid="import-${kind === "bad" ? "problems" : "notices"}">
    ${icon(kind === "bad" ? "warn" : "info")}
    <div>
      <b>${title}</b>
      <ul class="listed" tabindex="0" aria-label=${title}>
        ${problems.map(
          ({ row, message, text }) =>
            html`<li>
              Row ${row}: ${sentence(message)}
              ${text === "" || kind === "plain" ? nothing : html`<code><bdi>${shortened(text, 80)}</bdi></code>`}
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}
