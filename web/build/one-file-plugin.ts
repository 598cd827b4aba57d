/** A built page as one file: its script and style inline and pinned by their hashes, nothing else around it. */
import { createHash } from "node:crypto";

import type { Plugin, Rolldown } from "vite";

type OutputBundle = Rolldown.OutputBundle;
/** From the hashes of its script and its style, "sha256-…". */
type PolicyOf = (hashes: { script: string; style: string }) => string;

/** What the site has beside the page, and one file has not. */
const LINKS = /\s*<link rel="(?:manifest|icon|apple-touch-icon)"[^>]*>/g;

export function oneFilePlugin(fileName: string, policyOf: PolicyOf): Plugin {
  return {
    name: "ballast:one-file",
    apply: "build",
    transformIndexHtml: { order: "pre", handler: (page) => page.replace(LINKS, "") },
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const page = textOf(bundle, ".html");
        const script = inlineScript(textOf(bundle, ".js"));
        const style = textOf(bundle, ".css").trim();
        for (const name of Object.keys(bundle)) delete bundle[name];
        this.emitFile({ type: "asset", fileName, source: assemble(page, script, style, policyOf) });
      },
    },
  };
}

function assemble(page: string, script: string, style: string, policyOf: PolicyOf): string {
  const policy = policyOf({ script: hashOf(script), style: hashOf(style) });
  const bare = page.replace(/\s*<script type="module"[^>]*><\/script>|\s*<link rel="stylesheet"[^>]*>/g, "");
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  // Functions, because "$&" in a script would be read as a pattern.
  return bare
    .replace("<head>", () => `<head>\n    ${head}`)
    .replace("</head>", () => `<style>${style}</style>\n<script type="module">${script}</script>\n</head>`);
}

/** The only file of its kind: a second one would be left out without a word. */
function textOf(bundle: OutputBundle, ending: string): string {
  const [file, ...more] = Object.values(bundle).filter(({ fileName }) => fileName.endsWith(ending));
  if (file === undefined || more.length > 0) {
    throw new Error(`one file cannot hold ${Object.keys(bundle).join(", ")}`);
  }
  return file.type === "chunk" ? file.code : Buffer.from(file.source).toString();
}

/** In strings and patterns, the only places for these, both mean what they did; in HTML they would end the script. */
function inlineScript(code: string): string {
  return code.trim().replace(/<(?=!--|\/script)/gi, "\\x3C");
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
