/** A Content Security Policy, directive by directive, in words. What is not known here is shown as it stands. */
export interface DirectiveWords {
  readonly directive: string;
  readonly value: string;
  readonly words: string;
}

const OWN = "'self'";
const NONE = "'none'";

/** What each directive is about, for sentences of the kind "Images: only from this site". */
const ABOUT: Readonly<Record<string, string>> = {
  "default-src": "Whatever no other line names",
  "script-src": "Scripts",
  "style-src": "Styles",
  "img-src": "Images",
  "font-src": "Fonts",
  "connect-src": "Connections the page opens (fetch, beacons, sockets)",
  "worker-src": "Background threads",
  "manifest-src": "The description used for installing",
  "frame-src": "Other pages shown inside this one",
  "base-uri": "Changing what addresses are relative to",
  "form-action": "Sending forms",
  "frame-ancestors": "Other sites showing this page in a frame",
};

export function policyWords(policy: string): DirectiveWords[] {
  return policy
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const [directive = "", ...values] = part.split(/\s+/);
      const value = values.join(" ");
      return { directive, value, words: wordsOf(directive, value) };
    });
}

function wordsOf(directive: string, value: string): string {
  if (directive === "require-trusted-types-for")
    return "Text cannot be turned into running code by the page’s scripts.";
  if (directive === "trusted-types")
    return `Only these named parts of the page may make markup or script addresses: ${value}.`;
  const about = ABOUT[directive];
  if (about === undefined) return `${directive} ${value}`;
  if (value === NONE) return `${about}: forbidden.`;
  if (value === OWN) return `${about}: only from this site.`;
  return `${about}: ${value}`;
}

/** The policy that stands in the page itself; null where there is none, as in a page served while it is developed. */
export function policyInPage(): string | null {
  const meta = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]');
  return meta?.content ?? null;
}
