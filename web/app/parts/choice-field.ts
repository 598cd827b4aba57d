import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

export function choiceField<Value extends string>(
  title: string,
  label: string,
  choices: readonly (readonly [Value, string])[],
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<label class="field"
    ><span>${title}</span>
    <select
      class="input"
      aria-label=${label}
      .value=${live(chosen)}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Value)}
    >
      ${choices.map(([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`)}
    </select></label
  >`;
}
