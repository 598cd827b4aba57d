import { html, svg, type TemplateResult } from "lit";

/** Five weights on their way to their targets: the chart of the later screens, as a picture. */
const rows = [
  { colour: "a0", from: 300, target: 236 },
  { colour: "a1", from: 96, target: 164 },
  { colour: "a2", from: 214, target: 258 },
  { colour: "a3", from: 128, target: 80 },
  { colour: "a4", from: 60, target: 92 },
] as const;

export function startPicture(): TemplateResult {
  return html`<svg class="picture" viewBox="0 0 360 232" aria-hidden="true">
    ${rows.map(({ colour, from, target }, index) => {
      const y = 26 + index * 45;
      return svg`<g class=${colour}>
        <line class="track-line" x1="20" x2="340" y1=${y} y2=${y} />
        <rect class="track-band" x=${target - 30} y=${y - 10} width="60" height="20" rx="6" />
        <line class="track-moved" x1=${from} x2=${target} y1=${y} y2=${y} />
        <line class="track-target" x1=${target} x2=${target} y1=${y - 15} y2=${y + 15} />
        <circle class="track-from" cx=${from} cy=${y} r="7" />
        <circle class="track-dot" cx=${target} cy=${y} r="9" />
      </g>`;
    })}
  </svg>`;
}
