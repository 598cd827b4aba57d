import type { StepName } from "../parts/events.js";

interface Step {
  readonly name: StepName;
  readonly hash: string;
  readonly title: string;
}

/** The job in its order. The hash names the step, so that the browser's own back and forward work. */
export const steps: readonly Step[] = [
  { name: "holdings", hash: "#holdings", title: "Holdings" },
  { name: "targets", hash: "#targets", title: "Targets" },
  { name: "compare", hash: "#now-vs-target", title: "Now vs target" },
  { name: "plan", hash: "#plan", title: "Plan" },
];

/** Screens that belong to a step and are opened from it. */
const besides: readonly (Step & { readonly of: StepName })[] = [
  { name: "classifications", hash: "#classifications", title: "Classifications", of: "targets" },
];

const screens: readonly Step[] = [...steps, ...besides];

/** The step in the navigation that a screen belongs to. */
export function stepOf(name: StepName): StepName {
  return besides.find((screen) => screen.name === name)?.of ?? name;
}

export function titleOf(name: StepName): string {
  return screens.find((screen) => screen.name === name)?.title ?? "";
}

export function stepOfHash(hash: string): StepName {
  return screens.find((screen) => screen.hash === hash)?.name ?? "holdings";
}

export function hashOf(name: StepName): string {
  return screens.find((screen) => screen.name === name)?.hash ?? "#holdings";
}
