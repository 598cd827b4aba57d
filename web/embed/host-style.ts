import type { Theme } from "../widget/messages.js";

/**
 * A page's wishes for colours, corner and font. Each value is taken only if it is wholly a value of its kind, written
 * without any function that fetches, looks up or calculates; so nothing can ride in on it.
 */

type Judge = (value: string) => boolean;

const isColour: Judge = (value) =>
  /^(#[0-9a-f]{3,8}|[a-z]{3,30}|(rgb|hsl|hwb|lab|lch|oklab|oklch)a?\([0-9a-z.,%/\s-]{1,80}\))$/i.test(value) &&
  CSS.supports("color", value);
const isLength: Judge = (value) => /^(0|\d{1,2}(\.\d{1,3})?(px|rem|em))$/.test(value);
const isFont: Judge = (value) => /^[\w\s,"'-]{1,200}$/.test(value) && CSS.supports("font-family", value);

/** The frame's own custom properties behind each of the page's. */
const KINDS: Readonly<Record<string, { readonly sets: readonly string[]; readonly judge: Judge }>> = {
  accent: { sets: ["--accent", "--accent-strong"], judge: isColour },
  "on-accent": { sets: ["--on-accent"], judge: isColour },
  background: { sets: ["--paper"], judge: isColour },
  surface: { sets: ["--surface", "--sunken", "--raised"], judge: isColour },
  text: { sets: ["--ink", "--ink-soft", "--ink-faint"], judge: isColour },
  line: { sets: ["--line", "--field-line"], judge: isColour },
  radius: { sets: ["--radius", "--radius-s"], judge: isLength },
  font: { sets: ["--sans"], judge: isFont },
};

export function applyStyle(root: HTMLElement, theme: Theme, style: Readonly<Record<string, string>>): void {
  if (theme === "auto") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  for (const [name, { sets, judge }] of Object.entries(KINDS)) {
    const value = style[name] ?? "";
    for (const property of sets) {
      if (judge(value)) root.style.setProperty(property, value);
      else root.style.removeProperty(property);
    }
  }
}
