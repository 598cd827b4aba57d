/**
 * A strategy in the fragment of an address: "#s1=" and raw DEFLATE of its JSON text in base64url. What stands behind "#"
 * is never part of a request, so no server sees it. The number is the version of this writing, not of the strategy.
 */
export const PREFIX = "#s1=";

/** Of the whole fragment. Browsers take far more; what people pass on by hand breaks long before. */
export const MOST_CHARACTERS = 32_000;

/** Of the JSON text. A few hundred rules are some 50 kB. */
export const MOST_BYTES = 512 * 1024;

const ANY_VERSION = /^#s(\d{1,9})=/;

/** Whether a fragment means to be a strategy, readable or not. */
export function isStrategyFragment(fragment: string): boolean {
  return ANY_VERSION.test(fragment);
}

export function versionOf(fragment: string): string | undefined {
  return ANY_VERSION.exec(fragment)?.[1];
}
