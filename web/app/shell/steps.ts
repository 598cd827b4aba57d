import type { StepName } from "../parts/events.js";

/** The job in its order. The hash names the step, so that the browser's own back and forward work. */
export const steps: readonly { readonly name: StepName; readonly hash: string; readonly title: string }[] = [
  { name: "holdings", hash: "#holdings", title: "Holdings" },
  { name: "targets", hash: "#targets", title: "Targets" },
  { name: "compare", hash: "#now-vs-target", title: "Now vs target" },
  { name: "plan", hash: "#plan", title: "Plan" },
];

export function stepOfHash(hash: string): StepName {
  return steps.find((step) => step.hash === hash)?.name ?? "holdings";
}

export function hashOf(name: StepName): string {
  return steps.find((step) => step.name === name)?.hash ?? "#holdings";
}
