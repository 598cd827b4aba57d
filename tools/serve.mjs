// Serves the built site to this machine only, with exactly the headers that its `_headers` file gives a host.
//
//   node tools/serve.mjs [--root dist] [--port 8080]      (--port 0: any free port)
//
// Also a function: const server = await serve({ root, port }); server.url; await server.close();
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { headersFor, parseHeadersFile, repeatedHeaders } from "./headers_file.mjs";
import { mimeType } from "./mime_types.mjs";
import { findSiteFile, readTagged } from "./site_files.mjs";

async function answer(site, request) {
  const { pathname } = new URL(`http://localhost${request.url}`);
  const headers = headersFor(site.rules, pathname);
  const plain = (status, text, more = {}) => ({
    status,
    headers: { ...headers, "Content-Type": "text/plain; charset=utf-8", ...more },
    body: `${text}\n`,
  });
  if (!["GET", "HEAD"].includes(request.method)) return plain(405, "Only GET and HEAD", { Allow: "GET, HEAD" });

  const found = await findSiteFile(site.root, pathname);
  if (found.kind === "malformed") return plain(400, "Malformed address");
  if (found.kind === "missing") return plain(404, "Not found");
  if (found.kind === "redirect") return plain(301, "Moved", { Location: found.to });

  const { body, tag } = await readTagged(found.file);
  const common = { "Cache-Control": "public, max-age=0, must-revalidate", ...headers, ETag: tag };
  const known = (request.headers["if-none-match"] ?? "").split(",").map((each) => each.trim().replace(/^W\//, ""));
  if (known.includes(tag) || known.includes("*")) return { status: 304, headers: common };
  return { status: 200, headers: { "Content-Type": mimeType(found.file), ...common }, body };
}

async function handle(site, request, response) {
  let reply;
  try {
    reply = await answer(site, request);
  } catch (error) {
    process.stderr.write(`${request.method} ${request.url}: ${error.message}\n`);
    reply = { status: 500, headers: {}, body: "Internal error\n" };
  }
  if (reply.body !== undefined) reply.headers["Content-Length"] = Buffer.byteLength(reply.body);
  response.writeHead(reply.status, reply.headers);
  response.end(request.method === "HEAD" ? undefined : reply.body);
}

function listen(server, host, port) {
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen({ host, port }, () => {
      server.off("error", failed);
      done(server.address().port);
    });
  });
}

export async function serve({ root = "dist", port = 8080 } = {}) {
  const headersFile = join(root, "_headers");
  const rules = existsSync(headersFile) ? parseHeadersFile(await readFile(headersFile, "utf8")) : [];
  for (const { path } of rules.filter((rule) => !rule.path.includes("*"))) {
    for (const name of repeatedHeaders(rules, path)) {
      process.stderr.write(
        `_headers: more than one rule sets ${name} for ${path}; hosts differ in what they make of that\n`,
      );
    }
  }
  const site = { root: resolve(root), rules };
  const servers = ["127.0.0.1", "::1"].map(() =>
    createServer((request, response) => void handle(site, request, response)),
  );
  const chosen = await listen(servers[0], "127.0.0.1", port);
  try {
    await listen(servers[1], "::1", chosen);
  } catch (error) {
    // A machine without IPv6 is served over IPv4 alone; but another program on that port would be what a browser finds.
    if (error.code === "EADDRINUSE") {
      servers[0].close();
      if (port === 0) return serve({ root, port });
      throw error;
    }
    servers.pop();
  }
  const close = async () => {
    await Promise.all(
      servers.map((server) => {
        const closed = new Promise((done) => server.close(done));
        server.closeAllConnections();
        return closed;
      }),
    );
  };
  return { url: `http://localhost:${chosen}/`, port: chosen, close };
}

async function main() {
  const { values } = parseArgs({
    options: { root: { type: "string", default: "dist" }, port: { type: "string", default: "8080" } },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65535) throw new Error(`not a port number: ${values.port}`);
  if (!existsSync(join(values.root, "index.html")))
    throw new Error(`there is no built site in ${values.root}/ (./dev build makes it)`);
  const server = await serve({ root: values.root, port });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  process.stdout.write(`Ready: ${server.url}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    const reason =
      error.code === "EADDRINUSE"
        ? `port ${error.port} is in use; choose another: ./dev serve --port N`
        : error.message;
    process.stderr.write(`ballast: ${reason}\n`);
    process.exit(1);
  });
}
