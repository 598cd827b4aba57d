/** Somebody else's site, on an origin of its own, with a strict policy of its own. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Blog {
  url: string;
  /** Further pages, by name; "{{ballast}}" in them is the site's address. */
  pages: Map<string, string>;
  close: () => Promise<void>;
}

const TYPES: Record<string, string> = { html: "text/html", css: "text/css", js: "text/javascript" };

/** What a page with the planner needs to allow, and nothing more (docs/widget.md). */
export function blogPolicy(ballast: string): string {
  const { origin } = new URL(ballast);
  return [
    "default-src 'none'",
    `script-src 'self' ${origin}`,
    `frame-src ${origin}`,
    "style-src 'self'",
    // Its own affair: Firefox asks for an icon.
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
}

/** The example that the docs show, and pages that nobody should copy. */
function fileOf(name: string): URL {
  const folder = name.startsWith("hostile") ? "../fixtures/blog/" : "../../../docs/examples/blog/";
  return new URL(folder + name, import.meta.url);
}

export async function startBlog(ballast: string): Promise<Blog> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://blog").pathname;
    const name = path === "/" ? "index.html" : path.slice(1);
    const type = TYPES[name.split(".").at(-1) ?? ""];
    if (!/^[\w-]+\.\w+$/.test(name) || type === undefined) return void response.writeHead(204).end();
    const text = pages.get(name) ?? readFileSync(fileOf(name), "utf8");
    response.writeHead(200, {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Security-Policy": blogPolicy(ballast),
      "Cross-Origin-Embedder-Policy": "require-corp",
    });
    response.end(text.replaceAll("{{ballast}}", ballast).replaceAll("https://ballast.example/", ballast));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    pages,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
