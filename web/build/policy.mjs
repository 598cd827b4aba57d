// @ts-check
/**
 * The one source of all response headers: public/_headers and the server examples in docs/hosting are written from it
 * (`npm run hosting`), and a test compares them. No header is named by two rules that match the same path, so it does
 * not matter whether a host merges rules or takes the last one.
 */

/**
 * @typedef {object} HeaderRule
 * @property {string} path As in a _headers file: a path, or a prefix ending in "*".
 * @property {Record<string, string>} headers
 */

/** @param {Record<string, string>} directives */
function policy(directives) {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

const PAGE = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self'",
  "font-src": "'self'",
  "connect-src": "'none'",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "frame-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "lit-html ballast-worker-url",
};

/** The page: it may load its own files, start its own workers, and connect to nothing at all. */
export const DOCUMENT_POLICY = policy(PAGE);

/** The same, as far as it holds when it stands in the page and not in a header. */
export const META_POLICY = policy(
  Object.fromEntries(Object.entries(PAGE).filter(([directive]) => directive !== "frame-ancestors")),
);

/** The engine's thread: it may compile WebAssembly, and fetch its own .wasm from this site. */
export const ENGINE_POLICY = policy({
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "connect-src": "'self'",
});

/** The service worker: it may fetch this site's files in order to keep them. */
export const OFFLINE_POLICY = policy({
  "default-src": "'none'",
  "script-src": "'self'",
  "connect-src": "'self'",
});

/** Everything a page could ask a device for; Ballast asks for the clipboard only, to write, when a button says so. */
const DENIED = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "clipboard-read",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "keyboard-map",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];

const REVALIDATE = { "Cache-Control": "no-cache" };
/** Names with a hash in them: what is behind such a name never changes. */
const FOREVER = { "Cache-Control": "public, max-age=31536000, immutable" };

const DOCUMENT = { "Content-Security-Policy": DOCUMENT_POLICY, ...REVALIDATE };

/** @type {HeaderRule[]} */
export const RULES = [
  {
    path: "/*",
    headers: {
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Permissions-Policy": [...DENIED.map((feature) => `${feature}=()`), "clipboard-write=(self)"].join(", "),
      "Referrer-Policy": "no-referrer",
      "Strict-Transport-Security": "max-age=31536000",
      "X-Content-Type-Options": "nosniff",
    },
  },
  { path: "/", headers: DOCUMENT },
  { path: "/index.html", headers: DOCUMENT },
  { path: "/engine/*", headers: { "Content-Security-Policy": ENGINE_POLICY, ...FOREVER } },
  { path: "/sw.js", headers: { "Content-Security-Policy": OFFLINE_POLICY, ...REVALIDATE } },
  { path: "/assets/*", headers: FOREVER },
  { path: "/manifest.webmanifest", headers: REVALIDATE },
  { path: "/samples/*", headers: REVALIDATE },
];

/** All headers for one path, as a host that merges the matching rules sends them. */
export function headersFor(/** @type {string} */ path) {
  /** @type {Record<string, string>} */
  const all = {};
  for (const rule of RULES) if (matches(rule.path, path)) Object.assign(all, rule.headers);
  return all;
}

/**
 * @param {string} pattern
 * @param {string} path
 */
export function matches(pattern, path) {
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : pattern === path;
}
