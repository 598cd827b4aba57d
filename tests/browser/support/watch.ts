/** Everything a page must not do, noted as it happens: strange requests, refused ones, policy violations, complaints. */
import { readdirSync } from "node:fs";
import { sep } from "node:path";

import type { BrowserContext, ConsoleMessage, Request, Worker } from "playwright-core";

import { DIST } from "./site.js";

export interface Watch {
  findings: string[];
  /** Paths of all that the page itself has loaded. */
  loaded: Set<string>;
  /** Findings that a test provokes on purpose. */
  allow: (...patterns: RegExp[]) => void;
}

export function watch(context: BrowserContext, siteUrl: string, around?: string): Watch {
  const own = ownPaths();
  const findings: string[] = [];
  const loaded = new Set<string>();
  const expected: RegExp[] = [];
  const note = (text: string): void => {
    if (!expected.some((pattern) => pattern.test(text))) findings.push(text);
  };

  const checkRequest = (request: Request): void => {
    const url = new URL(request.url());
    // Downloads made in the page itself; nothing leaves.
    if (url.protocol === "blob:" && url.origin === new URL(siteUrl).origin) return;
    const isSite = url.origin === new URL(siteUrl).origin;
    // The blog's own requests are its own affair.
    if (!isSite && around !== undefined && url.origin === new URL(around).origin) return;
    if (!isSite) note(`request to a stranger: ${request.method()} ${url.href}`);
    else if (request.method() !== "GET") note(`request that sends something: ${request.method()} ${url.href}`);
    else if (url.search !== "") note(`request that says something: ${url.href}`);
    else if (!own.has(url.pathname)) note(`request for what is not the site's: ${url.href}`);
  };
  const checkConsole = (message: ConsoleMessage): void => {
    if (["error", "warning", "assert"].includes(message.type())) note(`console ${message.type()}: ${message.text()}`);
  };

  context.on("request", checkRequest);
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // Firefox's word for what the page was left before it had come.
    if (reason !== "NS_BINDING_ABORTED") note(`request failed: ${request.url()} (${reason})`);
  });
  context.on("response", (response) => {
    if (response.request().serviceWorker() === null) loaded.add(new URL(response.url()).pathname);
    if (response.status() >= 400) note(`answer ${response.status()}: ${response.url()}`);
  });
  context.on("console", checkConsole);
  context.on("serviceworker", (worker: Worker) => worker.on("console", checkConsole));
  context.on("weberror", (error) => note(`error in the page: ${error.error().message}`));
  context.on("dialog", (dialog) => {
    note(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { findings, loaded, allow: (...patterns) => void expected.push(...patterns) };
}

/** Runs in the page: a violation is also an event, whatever the console makes of it. */
export function reportViolations(): void {
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
    console.error(`policy violation: ${effectiveDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`);
  });
}

function ownPaths(): Set<string> {
  const files = readdirSync(DIST, { recursive: true, encoding: "utf8" }).map((path) => `/${path.split(sep).join("/")}`);
  return new Set(["/", ...files]);
}
