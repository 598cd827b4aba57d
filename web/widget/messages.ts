/**
 * What passes between the element on somebody's page and the planner in its frame. The frame has no origin of its own
 * (its messages come from "null"), so each side looks at which window speaks, and then hands over a port. No message
 * has a place for anything a visitor types.
 */

export type Theme = "auto" | "light" | "dark";

/** From the page to the frame. */
export interface Configuration {
  readonly kind: "configure";
  /** The name of a built-in strategy, a share link or its fragment, or a strategy file's text. */
  readonly strategy: string;
  readonly theme: Theme;
  readonly locale: string;
  /** Custom properties of the element, unjudged: the frame takes what it can prove to be a colour, a length, a font. */
  readonly style: Readonly<Record<string, string>>;
}

/** From the frame to the page. */
export type FrameMessage =
  | { readonly kind: "height"; readonly height: number }
  /** The strategy as a link's fragment: what the page gave, and nothing more. */
  | { readonly kind: "strategy"; readonly fragment: string }
  | { readonly kind: "problem"; readonly code: ProblemCode };

/** strategy: there is none that can be used. engine: the core could not be loaded. */
export type ProblemCode = "strategy" | "engine";

const GREETING = { ballast: "planner", version: 1 } as const;
/** From the frame to its parent: it is there. */
export const HELLO = { ...GREETING, kind: "hello" } as const;
/** From the parent to the frame, with the port. */
export const PORT = { ...GREETING, kind: "port" } as const;
/** The fragment of a frame that is to wait for a port. */
export const WAIT = "#wait";

export const PROPERTIES = ["accent", "on-accent", "background", "surface", "text", "line", "radius", "font"] as const;

export function isGreeting(data: unknown, greeting: typeof HELLO | typeof PORT): boolean {
  if (typeof data !== "object" || data === null) return false;
  const { ballast, version, kind } = data as Record<string, unknown>;
  return ballast === greeting.ballast && version === greeting.version && kind === greeting.kind;
}
