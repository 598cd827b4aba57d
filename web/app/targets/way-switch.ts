import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

export type Way = "weights" | "rules";

const ways: readonly (readonly [Way, string])[] = [
  ["weights", "Weights"],
  ["rules", "Rules"],
];

/** How targets are said. */
export function waySwitch(way: Way, choose: (way: Way) => void): TemplateResult {
  return html`<fieldset class="segmented no-print" data-testid="way">
    <legend class="unseen">How targets are said</legend>
    ${ways.map(
      ([value, name]) =>
        html`<label class=${way === value ? "chosen" : ""}
          ><input
            type="radio"
            name="way"
            value=${value}
            .checked=${live(way === value)}
            @change=${() => choose(value)}
          />${name}</label
        >`,
    )}
  </fieldset>`;
}
