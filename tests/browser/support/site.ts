/** The built site behind a server whose answers a test can bend: what else can go wrong with a deployment. */
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

import { serve } from "../../../tools/serve.mjs";

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Given the honest answer, another one; or "hang": none at all. */
export type Bend = (path: string, honest: Answer) => Answer | "hang" | undefined;

export interface Site {
  url: string;
  /** Applies to every answer from now on; undefined: honest again. */
  bend: (change: Bend | undefined) => void;
  /** Method and path of everything that was asked for, since the last `forget`. */
  asked: string[];
  close: () => Promise<void>;
}

export const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));

export async function startSite(root = DIST): Promise<Site> {
  const honest: { url: string; port: number; close: () => Promise<void> } = await serve({ root, port: 0 });
  let change: Bend | undefined;
  const asked: string[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked.push(`${request.method ?? ""} ${request.url ?? ""}`);
    // A bent answer must be whole, not "unchanged since".
    if (change !== undefined) delete request.headers["if-none-match"];
    const upstream = await fetchHonest(honest.port, request);
    const bent = change?.(new URL(request.url ?? "/", honest.url).pathname, upstream) ?? upstream;
    if (bent === "hang") return;
    response.writeHead(bent.status, bent.headers);
    response.end(bent.body);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    // "localhost" counts as secure, so service workers and WebAssembly work as on a real host.
    url: `http://localhost:${String((server.address() as AddressInfo).port)}/`,
    bend: (next) => {
      change = next;
    },
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await honest.close();
    },
  };
}

function fetchHonest(port: number, { method, url, headers }: IncomingMessage): Promise<Answer> {
  // What a request brings along is not passed on, so its length must not be told either: the next one would be taken for it.
  const told = { ...headers, host: "localhost" };
  delete told["content-length"];
  delete told["transfer-encoding"];
  return new Promise((resolve, reject) => {
    const sent = forward({ host: "127.0.0.1", port, method, path: url, headers: told }, (got) => {
      const chunks: Buffer[] = [];
      got.on("data", (chunk: Buffer) => chunks.push(chunk));
      got.on("end", () => {
        const names = Object.entries(got.headers).map(([name, value]) => [name, String(value)] as const);
        const kept = names.filter(
          ([name]) => !["connection", "keep-alive", "content-length", "transfer-encoding"].includes(name),
        );
        resolve({ status: got.statusCode ?? 500, headers: Object.fromEntries(kept), body: Buffer.concat(chunks) });
      });
      got.on("error", reject);
    });
    sent.on("error", reject);
    sent.end();
  });
}
