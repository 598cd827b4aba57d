/** A stranger on this machine: hears every connection and every packet that comes to its port, and notes what was said. */
import { createSocket, type Socket } from "node:dgram";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";

export interface Ear {
  port: number;
  /** "connection", "packet", "bytes", or the request's first line and where it says it comes from. */
  heard: string[];
  close: () => Promise<void>;
}

export async function openEar(): Promise<Ear> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.method ?? ""} ${request.url ?? ""} from ${request.headers.referer ?? "nobody"}`);
    const { pathname, search } = new URL(request.url ?? "/", "http://ear");
    const page = STRANGERS_PAGES[pathname];
    response.writeHead(200, {
      "access-control-allow-origin": "*",
      "content-type": page === undefined ? "text/plain" : "text/html",
    });
    response.end(page?.(decodeURIComponent(search.slice(1))) ?? "x");
  });
  server.on("connection", () => heard.push("connection"));
  server.on("upgrade", ({ method, url }, socket) => {
    heard.push(`${method ?? ""} ${url ?? ""} to upgrade`);
    socket.destroy();
  });
  server.on("clientError", ({ code }: NodeJS.ErrnoException, socket) => {
    // What is said is not HTTP; a connection that is closed again without a word is no error of this kind.
    if (code?.startsWith("HPE_")) heard.push("bytes");
    socket.destroy();
  });
  const socket = await listenOnBoth(server);
  socket.on("message", () => heard.push("packet"));
  return {
    port: portOf(server),
    heard,
    close: async () => {
      socket.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Pages of the stranger's that have Ballast in a frame or a window, and pass on what they are told. */
const STRANGERS_PAGES: Record<string, (site: string) => string> = {
  "/frames": (site) => `${PASSES_ON}<iframe src="${site}"></iframe>`,
  "/opens": (site) => `${PASSES_ON}<button id="egress-door" onclick="window.open('${site}')">Open</button>`,
};
const PASSES_ON = `<!doctype html><script>addEventListener("message", () => fetch("/told"))</script>`;

/** One number for TCP and UDP, so that one address serves every way. */
async function listenOnBoth(server: Server): Promise<Socket> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await new Promise<void>((done) => server.listen(0, done));
    const socket = createSocket("udp4");
    const bound = await new Promise<boolean>((done) => {
      socket.once("error", () => done(false));
      socket.bind(portOf(server), () => done(true));
    });
    if (bound) return socket;
    socket.close();
    await new Promise((done) => server.close(done));
  }
  throw new Error("no port is free for TCP and UDP alike");
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** WebRTC does not ask the loopback interface; where there is another, it is this machine all the same. */
export const THIS_MACHINE =
  Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === "IPv4" && !address.internal)?.address ?? "127.0.0.1";
