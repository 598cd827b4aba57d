/** The few questions that `workspace-shape` and `policy-shape` ask of unknown data. */

export function isListOf(value: unknown, fits: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(fits);
}

export function isOptional(value: unknown, fits: (item: unknown) => boolean): boolean {
  return value === undefined || fits(value);
}

export function isText(value: unknown): value is string {
  return typeof value === "string";
}

export function isOptionalText(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}

export function isOptionalNumber(value: unknown): boolean {
  return value === undefined || typeof value === "number";
}

export function isOptionalTruth(value: unknown): boolean {
  return value === undefined || typeof value === "boolean";
}

export function areOptionalTexts(value: Record<string, unknown>, keys: string[]): boolean {
  return keys.every((key) => isOptionalText(value[key]));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
