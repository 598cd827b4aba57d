import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

const signs = {
  now: svg`<circle class="track-dot" cx="12" cy="8" r="6" />`,
  before: svg`<circle class="track-from" cx="12" cy="8" r="4.5" />`,
  target: svg`<line class="track-target" x1="12" x2="12" y1="1.5" y2="14.5" />`,
  band: svg`<rect class="track-band" x="1" width="22" y="2" height="12" rx="4" />`,
} satisfies Record<string, SVGTemplateResult>;

/** What the marks of the chart mean. */
export function legend(entries: readonly (readonly [keyof typeof signs, string])[]): TemplateResult {
  return html`<ul class="legend acash" aria-label="Key">
    ${entries.map(([sign, words]) => html`<li><svg width="24" height="16" aria-hidden="true">${signs[sign]}</svg>${words}</li>`)}
  </ul>`;
}
