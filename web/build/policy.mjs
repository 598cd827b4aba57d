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

/**
 * The page that is one file: its one script and its style by their hashes, its engine as a worker made from that script.
 * The worker has the same policy, so that it cannot connect either.
 * @param {{ script: string, style: string }} hashes "sha256-…"
 */
export function oneFilePolicy({ script, style }) {
  return policy({
    "default-src": "'none'",
    "script-src": `'${script}' 'wasm-unsafe-eval'`,
    "style-src": `'${style}'`,
    "connect-src": "'none'",
    "worker-src": "blob:",
    "base-uri": "'none'",
    "form-action": "'none'",
    "require-trusted-types-for": PAGE["require-trusted-types-for"],
    "trusted-types": PAGE["trusted-types"],
  });
}

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

const EMBED = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "connect-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "*",
  "require-trusted-types-for": "'script'",
  "trusted-types": "lit-html",
  sandbox: "allow-scripts",
};

/**
 * The planner for other people's pages: it compiles the core itself, for in an opaque origin there are no workers, and
 * fetches it from this site. Whoever shows it, and even alone, it is sandboxed: no storage, no window, and the
 * page around is not led elsewhere.
 */
export const EMBED_POLICY = policy(EMBED);

/** As far as it holds in the page itself; where no header can be set, the frame's own sandbox attribute has to do. */
export const EMBED_META_POLICY = policy(
  Object.fromEntries(Object.entries(EMBED).filter(([name]) => name !== "frame-ancestors" && name !== "sandbox")),
);

const EMBED_ONE_FILE = {
  "default-src": "'none'",
  "script-src": "'unsafe-inline' 'wasm-unsafe-eval'",
  "style-src": "'unsafe-inline'",
  "connect-src": "'none'",
  "base-uri": EMBED["base-uri"],
  "form-action": EMBED["form-action"],
  "frame-ancestors": EMBED["frame-ancestors"],
  "require-trusted-types-for": EMBED["require-trusted-types-for"],
  "trusted-types": EMBED["trusted-types"],
  sandbox: EMBED.sandbox,
};

/**
 * The same planner with everything inside, for browsers to which "self" is nobody in an opaque origin. The file itself
 * names its one script and its style by their hashes, and both policies hold: what is inline and not named does not run.
 */
export const EMBED_ONE_FILE_POLICY = policy(EMBED_ONE_FILE);

/**
 * What stands in that file.
 * @param {{ script: string, style: string }} hashes "sha256-…"
 */
export function embedOneFilePolicy({ script, style }) {
  return policy({
    "default-src": "'none'",
    "script-src": `'${script}' 'wasm-unsafe-eval'`,
    "style-src": `'${style}'`,
    "connect-src": "'none'",
    "base-uri": EMBED["base-uri"],
    "form-action": EMBED["form-action"],
    "require-trusted-types-for": EMBED["require-trusted-types-for"],
    "trusted-types": EMBED["trusted-types"],
  });
}

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

/** What only this site may show or load. */
const OWN = { "Cross-Origin-Resource-Policy": "same-origin" };

const DOCUMENT = {
  "Content-Security-Policy": DOCUMENT_POLICY,
  "Cross-Origin-Opener-Policy": "same-origin",
  ...OWN,
  ...REVALIDATE,
};

/** To be kept and opened as a file; its own policy is for that, and not what the site's page has. */
const ONE_FILE = {
  "Content-Disposition": "attachment",
  "Content-Security-Policy": DOCUMENT_POLICY,
  ...OWN,
  ...REVALIDATE,
};

/** Asked for by pages and frames of other origins, also of such as isolate themselves. */
const ANYBODY = {
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

const EMBEDDED_FILE = { "Content-Security-Policy": EMBED_ONE_FILE_POLICY, ...ANYBODY, ...REVALIDATE };

/** @type {HeaderRule[]} */
export const RULES = [
  {
    path: "/*",
    headers: {
      "Permissions-Policy": [...DENIED.map((feature) => `${feature}=()`), "clipboard-write=(self)"].join(", "),
      "Referrer-Policy": "no-referrer",
      "Strict-Transport-Security": "max-age=31536000",
      "X-Content-Type-Options": "nosniff",
    },
  },
  { path: "/", headers: DOCUMENT },
  { path: "/index.html", headers: DOCUMENT },
  { path: "/engine/*", headers: { "Content-Security-Policy": ENGINE_POLICY, ...OWN, ...FOREVER } },
  { path: "/sw.js", headers: { "Content-Security-Policy": OFFLINE_POLICY, ...OWN, ...REVALIDATE } },
  { path: "/assets/*", headers: { ...OWN, ...FOREVER } },
  { path: "/manifest.webmanifest", headers: { ...OWN, ...REVALIDATE } },
  { path: "/samples/*", headers: { ...OWN, ...REVALIDATE } },
  { path: "/icons/*", headers: OWN },
  { path: "/schema/*", headers: OWN },
  { path: "/catalogue/*", headers: OWN },
  { path: "/strategies/*", headers: OWN },
  { path: "/embed/*", headers: { "Content-Security-Policy": EMBED_POLICY, ...ANYBODY } },
  { path: "/embed/", headers: REVALIDATE },
  { path: "/embed/index.html", headers: REVALIDATE },
  { path: "/embed/ballast-planner.js", headers: REVALIDATE },
  { path: "/embed/assets/*", headers: FOREVER },
  { path: "/embed-one-file.html", headers: EMBEDDED_FILE },
  { path: "/ballast.html", headers: ONE_FILE },
  // Hosts with "pretty" addresses (Netlify, Cloudflare Pages) serve it under these names too.
  { path: "/embed-one-file", headers: EMBEDDED_FILE },
  { path: "/ballast", headers: ONE_FILE },
  { path: "/SHA256SUMS", headers: { ...OWN, ...REVALIDATE } },
  { path: "/sbom.cdx.json", headers: { ...OWN, ...REVALIDATE } },
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
