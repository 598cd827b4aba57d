import { html, svg, type TemplateResult } from "lit";
import type { Profile } from "../../../wasm/planner/planner.js";
import { formatDecimal } from "../../shared/decimal-text.js";
import { isZero, roughly, showShare } from "../text/figures.js";
import { mixNames, mixParts, type Mix, type MixPart } from "./take-mix.js";

const parts = [
  ["tolerance", "Tolerance", "how much loss you would put up with"],
  ["capacity", "Capacity", "how much loss you could bear"],
  ["goal", "Goal", "what the money is for"],
  ["horizon", "Horizon", "how long it can stay"],
  ["risk", "Score", "all four together, by the formula above"],
] as const satisfies readonly (readonly [keyof Profile, string, string])[];

/** The parts and the score, each 0 … 1, as bars beside their figures. */
export function profileBars(profile: Profile): TemplateResult {
  return html`<table aria-label="Parts of the score" data-testid="profile-parts">
    <thead class="unseen">
      <tr>
        <th scope="col">Part</th>
        <th scope="col">Bar</th>
        <th scope="col">From 0 to 1</th>
      </tr>
    </thead>
    <tbody>
      ${parts.map(
        ([key, name, words]) =>
          html`<tr class=${key === "risk" ? "score" : ""}>
            <th scope="row">${name} <small class="soft">${words}</small></th>
            <td class="bar-cell">${bar(profile[key])}</td>
            <td class="end figure">${showScore(profile[key])}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** For those who hear it: said when it has been calculated. */
export function profileWords({ risk, mix }: Profile): string {
  return `Score ${showScore(risk)}. ${words(mix)}.`;
}

function showScore(figure: string): string {
  return formatDecimal(figure, { locale: "en", minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function bar(figure: string): TemplateResult {
  const width = `${(Math.min(1, Math.max(0, roughly(figure))) * 100).toFixed(2)}%`;
  return html`<svg class="bar" width="100%" height="14" aria-hidden="true">
    <rect class="bar-ground" width="100%" height="14" rx="4" />
    <rect class="bar-fill" width=${width} height="14" rx="4" />
  </svg>`;
}

/** Swatches in the order of the parts: the reserve as cash, the rest as three neighbours of the palette. */
export const mixColours: Record<MixPart, string> = { reserve: "acash", large: "a0", medium: "a1", small: "a2" };

const LABEL_ROOM = 0.12;

/** The mix as one bar; the table beside it has the names and figures. */
export function mixStrip(mix: Mix): TemplateResult {
  let at = 0;
  const drawn = mixParts
    .filter((part) => !isZero(mix[part]))
    .map((part) => {
      const width = Math.max(0, roughly(mix[part]));
      const x = at;
      at += width;
      return svg`<svg x="${(x * 100).toFixed(2)}%" width="${(width * 100).toFixed(2)}%" height="32" class=${mixColours[part]}>
        <rect class="strip-part" width="100%" height="32" rx="4" />
        ${width < LABEL_ROOM ? "" : svg`<text class="strip-name short-fits" x="8" y="20.5">${shortName(part)}</text>`}
      </svg>`;
    });
  return html`<svg class="strip" width="100%" height="32" role="img" aria-label="The mix: ${words(mix)}">
    <rect class="strip-ground" width="100%" height="32" rx="6" />
    ${drawn}
  </svg>`;
}

function shortName(part: MixPart): string {
  return mixNames[part].split(":")[0] ?? "";
}

function words(mix: Mix): string {
  return mixParts.map((part) => `${mixNames[part]} ${showShare(mix[part], 0)}`).join(", ");
}
