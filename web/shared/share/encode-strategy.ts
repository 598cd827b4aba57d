import { deflateSync } from "fflate";
import { MOST_BYTES, MOST_CHARACTERS, PREFIX } from "./strategy-link.js";

export type EncodedStrategy = { ok: true; fragment: string } | { ok: false; message: string };

/** Everything in the strategy is in the fragment, and nothing else: "#s1=…". */
export function encodeStrategy(strategy: object): EncodedStrategy {
  const bytes = new TextEncoder().encode(JSON.stringify(strategy));
  const fragment = bytes.length > MOST_BYTES ? "" : PREFIX + toBase64Url(deflateSync(bytes, { level: 9 }));
  if (fragment === "" || fragment.length > MOST_CHARACTERS) {
    return {
      ok: false,
      message: "These rules are too many for a link. Save them as a strategy file and pass that on.",
    };
  }
  return { ok: true, fragment };
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
