import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { BallastDocument, Plan, Trade } from "../../../wasm/planner/planner.js";
import { colourClass, symbolOf } from "../parts/asset-lookup.js";
import { shortened } from "../parts/problems.js";
import { showMoney } from "../text/figures.js";
import { flowsOf, type Band, type Flow } from "./flows.js";

/** Where bands begin and end, per cent of the drawing's width; names stand outside. */
const LEFT = 25;
const RIGHT = 75;
const MOST_LETTERS = 11;
/** More than this is not read out; the same figures stand in the table above. */
const MOST_WORDS = 12;

/**
 * From what is sold to what is bought, through the account's cash: which sale pays for which purchase nobody can say, so
 * no band does. Every figure also stands in the account's table of trades or in the sum of its cash.
 */
export function flowsChart(
  document: BallastDocument,
  account: Plan["accounts"][number],
  trades: readonly Trade[],
  { code, minor_unit_digits: digits }: Plan["base_currency"],
  name: string,
): TemplateResult | typeof nothing {
  if (trades.length === 0) return nothing;
  const { sources, uses } = flowsOf(account, trades);
  const amountOf = ({ amount }: Flow): string => (amount === null ? "" : showMoney(amount, digits));
  const said = (bands: readonly Band[]): string =>
    bands
      .slice(0, MOST_WORDS)
      .map(({ flow }) => [nameOf(document, flow), amountOf(flow)].filter((word) => word !== "").join(" "))
      .join(", ");
  const side = (bands: readonly Band[], at: number, anchor: "start" | "end"): SVGTemplateResult[] =>
    bands.map(
      ({ flow, label }) =>
        svg`<text class="flow-name" x="${at}%" y="${label}%" dy="0.35em" text-anchor=${anchor}><title>${nameOf(document, flow)}</title>${shortened(nameOf(document, flow), MOST_LETTERS)} <tspan class="flow-amount">${amountOf(flow)}</tspan></text>`,
    );
  return html`<figure class="flows" data-testid="flows">
    <figcaption class="soft small">Where the money comes from and where it goes, ${code}</figcaption>
    <svg
      class="flows-chart"
      width="100%"
      role="img"
      aria-label="Through the cash of ${name}, from: ${said(sources)}; to: ${said(uses)}"
    >
      <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible">
        ${sources.map((band) => ribbon(document, band, LEFT, 50))}
        ${uses.map((band) => ribbon(document, band, RIGHT, 50))}
        <rect class="flow-cash" x="49.6" width="0.8" y="0" height="100" />
      </svg>
      ${side(sources, LEFT - 1.5, "end")} ${side(uses, RIGHT + 1.5, "start")}
    </svg>
  </figure>`;
}

/** From the side to the middle; the middle is not spread out, as all money there is one. */
function ribbon(document: BallastDocument, band: Band, from: number, to: number): SVGTemplateResult {
  const { flow, top, height, middle, share } = band;
  const bend = (from + to) / 2;
  const foot = top + height;
  const middleFoot = middle + share;
  const edge = `M${from} ${top} C${bend} ${top} ${bend} ${middle} ${to} ${middle}`;
  const back = `L${to} ${middleFoot} C${bend} ${middleFoot} ${bend} ${foot} ${from} ${foot} Z`;
  return svg`<path class="flow ${flowClass(document, flow)}" d="${edge} ${back}" />`;
}

function flowClass(document: BallastDocument, { kind, asset }: Flow): string {
  if (asset !== null) return colourClass(document, asset);
  return kind === "smaller" ? "flow-smaller" : colourClass(document, null);
}

const WORDS: Partial<Record<Flow["kind"], string>> = {
  cash_before: "cash before",
  cash_after: "cash after",
  deposit: "deposit",
  withdrawal: "withdrawal",
  received: "transfer",
  sent: "transfer",
  fees: "fees",
};

function nameOf(document: BallastDocument, { kind, asset, trades }: Flow): string {
  return WORDS[kind] ?? (kind === "smaller" ? `${trades} smaller` : symbolOf(document, asset));
}
