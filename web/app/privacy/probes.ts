/** Tries ways out of the page. The browser reports each refusal together with the policy that refused. */
import { tryAddress } from "./edition-words.js";

export interface ProbeOutcome {
  readonly what: string;
  readonly refused: boolean;
}

export interface ProbeReport {
  readonly outcomes: readonly ProbeOutcome[];
  /** All policies in force that refused something, as the browser words them. */
  readonly policies: readonly string[];
}

/** Reports come a moment after the refusal. */
const REPORT_MS = 1000;

interface Probe {
  readonly what: string;
  /** What a report of the refusal names; left out where the refusal is an exception. */
  readonly directive?: string;
  /** Throws or rejects where the browser refuses at once. */
  readonly attempt: (address: string) => unknown;
}

const PROBES: readonly Probe[] = [
  { what: "fetch", directive: "connect-src", attempt: (address) => fetch(address) },
  { what: "sendBeacon", directive: "connect-src", attempt: (address) => navigator.sendBeacon(address) },
  {
    what: "WebSocket",
    directive: "connect-src",
    attempt: (address) => new WebSocket(address.replace(/^http/, "ws")).close(),
  },
  {
    what: "EventSource",
    directive: "connect-src",
    attempt: (address) => {
      const source = new EventSource(address);
      // Closed at once it would not even try.
      setTimeout(() => source.close(), REPORT_MS);
    },
  },
  {
    what: "Image from outside the site’s files",
    directive: "img-src",
    attempt: () => {
      new Image().src = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
    },
  },
  {
    what: "Text turned into markup",
    directive: "require-trusted-types-for",
    attempt: () => Reflect.set(document.createElement("template"), "innerHTML", "<b></b>"),
  },
];

export async function probe(address = tryAddress()): Promise<ProbeReport> {
  const policies = new Set<string>();
  const outcomes: ProbeOutcome[] = [];
  for (const each of PROBES) {
    const found = await refusalOf(each, address);
    for (const policy of found.policies) policies.add(policy);
    outcomes.push({ what: each.what, refused: found.refused });
  }
  return { outcomes, policies: [...policies] };
}

async function refusalOf(
  { directive, attempt }: Probe,
  address: string,
): Promise<{ refused: boolean; policies: string[] }> {
  const policies: string[] = [];
  let reported: () => void = () => undefined;
  const report = new Promise<void>((resolve) => (reported = resolve));
  const note = (event: SecurityPolicyViolationEvent): void => {
    if (event.effectiveDirective !== directive || event.disposition !== "enforce") return;
    policies.push(event.originalPolicy);
    // Where two policies refuse, both reports come in one go; a turn later both are here.
    setTimeout(reported);
  };
  document.addEventListener("securitypolicyviolation", note);
  let threw = false;
  try {
    await attempt(address);
  } catch {
    threw = true;
  }
  await Promise.race([report, new Promise((resolve) => setTimeout(resolve, REPORT_MS))]);
  document.removeEventListener("securitypolicyviolation", note);
  // A failed request alone proves nothing: without a connection it fails as well.
  return { refused: policies.length > 0 || (threw && directive === "require-trusted-types-for"), policies };
}

/** A policy in a page's own text cannot hold this directive: whatever has it came in the response's headers. */
export function isFromHeader(policy: string): boolean {
  return /(^|;)\s*frame-ancestors\s/.test(policy);
}
