import { html, nothing, type TemplateResult } from "lit";
import type { Classification } from "../../../wasm/planner/planner.js";
import { classDepth } from "../analysis/class-lookup.js";

/** Whether tables of classes show those below the top level: a fund alone can lie in dozens of countries. */
export interface Levels {
  readonly all: boolean;
  readonly set: (all: boolean) => void;
}

export function isTop(classification: Classification, id: string | null): boolean {
  return classDepth(classification, id) === 0;
}

/** The choice, where there is anything below. */
export function levelsChoice(
  classification: Classification,
  rows: readonly { readonly class: string | null }[],
  { all, set }: Levels,
): TemplateResult | typeof nothing {
  if (rows.every((row) => isTop(classification, row.class))) return nothing;
  return html`<label class="check no-print">
    <input
      type="checkbox"
      .checked=${all}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
    />
    <span>All levels<span class="unseen"> of ${classification.name}</span></span>
  </label>`;
}
