import { Inflate } from "fflate";
import { MOST_BYTES, MOST_CHARACTERS, PREFIX, versionOf } from "./strategy-link.js";

/** The strategy's JSON text, still to be judged as a strategy file is; or why the link cannot be read. */
export type DecodedStrategy = { ok: true; text: string } | { ok: false; code: LinkFault; message: string };

export type LinkFault =
  | "link/not_a_strategy"
  | "link/unknown_version"
  | "link/too_long"
  | "link/not_base64"
  | "link/damaged"
  | "link/too_large";

const MESSAGES: Record<LinkFault, string> = {
  "link/not_a_strategy": "This link holds no strategy.",
  "link/unknown_version": "This link was made by a newer version of Ballast. Reload the page and open it again.",
  "link/too_long": "This link is longer than any that Ballast makes.",
  "link/not_base64": "This link has characters in it that do not belong there. Copy it again, whole.",
  "link/damaged": "This link is incomplete or damaged. Copy it again, whole.",
  "link/too_large": "What this link unpacks to is larger than any strategy.",
};

/** DEFLATE makes at most 1,032 bytes of one, so no step unpacks more than half a megabyte before it is measured. */
const STEP = 512;

class TooLarge extends Error {}

export function decodeStrategy(fragment: string): DecodedStrategy {
  const version = versionOf(fragment);
  if (version === undefined) return refused("link/not_a_strategy");
  if (!fragment.startsWith(PREFIX)) return refused("link/unknown_version");
  if (fragment.length > MOST_CHARACTERS) return refused("link/too_long");
  const packed = fromBase64Url(fragment.slice(PREFIX.length));
  if (packed === undefined) return refused("link/not_base64");
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(inflate(packed)) };
  } catch (error) {
    return refused(error instanceof TooLarge ? "link/too_large" : "link/damaged");
  }
}

/** Throws where the data are broken off or wrong, and as soon as there is too much of them. */
function inflate(packed: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((part) => {
    length += part.length;
    if (length > MOST_BYTES) throw new TooLarge();
    parts.push(part);
  });
  for (let at = 0; at === 0 || at < packed.length; at += STEP) {
    stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function refused(code: LinkFault): DecodedStrategy {
  return { ok: false, code, message: MESSAGES[code] };
}
