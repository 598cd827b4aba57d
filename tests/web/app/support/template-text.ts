import { nothing } from "lit";

/** What a template would be as HTML, without a browser: listeners and properties are left out, nothing is escaped. */
export function templateText(value: unknown): string {
  if (value === null || value === undefined || value === nothing || value === false) return "";
  if (Array.isArray(value)) return value.map(templateText).join("");
  if (typeof value === "object" && "strings" in value && "values" in value) {
    const { strings, values } = value as { strings: readonly string[]; values: readonly unknown[] };
    return strings.map((text, at) => text + (at < values.length ? valueText(text, values[at]) : "")).join("");
  }
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function valueText(before: string, value: unknown): string {
  return typeof value === "function"
    ? ""
    : / [.@?][\w-]+=$/.test(before)
      ? JSON.stringify(value ?? "")
      : templateText(value);
}

/** The text of its elements, one space between. */
export function wordsOf(value: unknown): string {
  return templateText(value)
    .replace(/<[^>]*>/gs, " ")
    .replaceAll("\u202f", " ")
    .replace(/\s+/g, " ")
    .trim();
}
