/** Which weights are looked at. */
export type WeightState = "current" | "target" | "after";

export const stateNames: Record<WeightState, string> = { current: "Now", target: "Target", after: "After the plan" };
