// @ts-check
/** The header rules in the words of the servers people use. */
import { headersFor, RULES } from "./policy.mjs";

const ORIGIN = "Written by `npm run hosting` from web/build/policy.mjs; change it there.";

/** Netlify, Cloudflare Pages and others read this file from the root of the site. */
export function headersFile() {
  const rules = RULES.map(({ path, headers }) =>
    [path, ...Object.entries(headers).map(([n, v]) => `  ${n}: ${v}`)].join("\n"),
  );
  return `# ${ORIGIN}\n\n${rules.join("\n\n")}\n`;
}

/** nginx drops inherited headers as soon as a location names its own, so each location names all. */
export function nginxFile() {
  const [everywhere, ...rest] = RULES;
  const common = everywhere?.headers ?? {};
  const lines = (/** @type {Record<string, string>} */ headers, /** @type {string} */ indent) =>
    Object.entries(headers).map(([name, value]) => `${indent}add_header ${name} "${value}" always;`);
  // A rule's own path is matched by every rule that holds for all of it.
  const locations = rest.flatMap(({ path }) => [
    "",
    path.endsWith("*") ? `  location ^~ ${path.slice(0, -1)} {` : `  location = ${path} {`,
    ...lines(headersFor(path), "    "),
    "  }",
  ]);
  return [
    `# ${ORIGIN}`,
    "# Put the certificate's two lines in, and the name and the folder that are yours.",
    "server {",
    "  listen 443 ssl;",
    "  server_name ballast.example;",
    "  root /var/www/ballast;",
    "  index index.html;",
    "",
    "  include mime.types;",
    "  types { application/manifest+json webmanifest; }",
    "  gzip on;",
    // Older lists of types name scripts differently.
    "  gzip_types text/css text/javascript application/javascript application/json application/wasm application/manifest+json image/svg+xml;",
    "",
    ...lines(common, "  "),
    ...locations,
    "",
    "  location / {",
    "    try_files $uri $uri/ =404;",
    "  }",
    "",
    "  # Not for visitors: a file for other hosts.",
    "  location = /_headers {",
    "    return 404;",
    "  }",
    "}",
    "",
  ].join("\n");
}

export function caddyFile() {
  const blocks = RULES.flatMap(({ path, headers }) => [
    `\theader ${path} {`,
    ...Object.entries(headers).map(([name, value]) => `\t\t${name} "${value}"`),
    "\t}",
  ]);
  return [
    `# ${ORIGIN}`,
    "# Put the name and the folder that are yours.",
    "ballast.example {",
    "\troot * /var/www/ballast",
    "\tencode {",
    "\t\tzstd",
    "\t\tgzip",
    "\t\tmatch {",
    // Written out: older versions leave WebAssembly as it is.
    ...["text/*", "application/*", "image/svg+xml*"].map((type) => `\t\t\theader Content-Type ${type}`),
    "\t\t}",
    "\t}",
    "",
    ...blocks,
    "\theader /manifest.webmanifest Content-Type application/manifest+json",
    "",
    "\t# Not for visitors: a file for other hosts.",
    "\trespond /_headers 404",
    "\tfile_server",
    "}",
    "",
  ].join("\n");
}

/** Path in the repository → text. */
export const HOSTING_FILES = {
  "public/_headers": headersFile,
  "docs/hosting/nginx.conf": nginxFile,
  "docs/hosting/Caddyfile": caddyFile,
};
