import { isStrategyFragment, MOST_BYTES } from "../shared/share/strategy-link.js";
import { PROPERTIES, WAIT, type Configuration, type Theme } from "../widget/messages.js";

const LONGEST_VALUE = 300;

/** A frame without the element has everything in its fragment: "#strategy=sixty-forty&theme=dark", "#s1=…&theme=dark". Null: wait. */
export function configurationIn(fragment: string): Configuration | null {
  if (fragment === WAIT) return null;
  const [first = "", ...rest] = fragment.split("&");
  const isLink = isStrategyFragment(first);
  const fields = new URLSearchParams(isLink ? rest.join("&") : fragment.slice(1));
  return {
    kind: "configure",
    strategy: isLink ? first : (fields.get("strategy") ?? ""),
    theme: themeOf(fields.get("theme")),
    locale: fields.get("locale") ?? "en",
    style: {},
  };
}

/** What a page sent; null where it is nothing that could be meant. */
export function readConfiguration(data: unknown): Configuration | null {
  if (!isRecord(data) || data["kind"] !== "configure") return null;
  const { strategy, theme, locale, style } = data;
  if (typeof strategy !== "string") return null;
  return {
    kind: "configure",
    // Enough of it to be told that it is too much.
    strategy: strategy.slice(0, MOST_BYTES + 1),
    theme: themeOf(theme),
    locale: typeof locale === "string" && locale.length <= 35 ? locale : "en",
    style: isRecord(style) ? valuesIn(style) : {},
  };
}

function valuesIn(style: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    PROPERTIES.flatMap((name) => {
      const value = style[name];
      return typeof value === "string" && value.length <= LONGEST_VALUE ? [[name, value]] : [];
    }),
  );
}

function themeOf(value: unknown): Theme {
  return value === "light" || value === "dark" ? value : "auto";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
