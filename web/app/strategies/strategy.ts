import type { Classification, RulePolicy } from "../../../wasm/planner/planner.js";

/** A starting point for targets: rules, what they are for, and what is weak about them. Nobody's holdings are in it. */
export interface Strategy {
  readonly format: "ballast-strategy";
  readonly version: 1;
  readonly id: string;
  readonly name: string;
  readonly for: string;
  /** Null: nobody but its author. */
  readonly source: string | null;
  readonly weaknesses: readonly string[];
  /** Built-in classifications that its rules speak of. */
  readonly classifications: readonly string[];
  /** Those that are not built in; without the assets in them. */
  readonly own_classifications?: readonly Classification[];
  readonly policy: RulePolicy;
}
