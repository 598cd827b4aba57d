/** The policy as it is served. What it stops, and what not, is measured in tests/egress. */
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import { describe, expect, inject, it } from "vitest";

import { DOCUMENT_POLICY, headersFor, META_POLICY } from "../../web/build/policy.mjs";
import { NAMES_FEATURES } from "./support/engine.js";
import { DIST } from "./support/site.js";
import { visit } from "./support/visit.js";

describe("the page's policy", () => {
  it("comes with every file as the header file says", async () => {
    const paths = ["", ...readdirSync(DIST, { recursive: true, encoding: "utf8" })].filter(
      (path) => !/^_headers$|^[a-z]+(\/[a-z]+)?$/.test(path),
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

  it.runIf(NAMES_FEATURES)(
    "denies only what the browser knows: of other names it would complain on everybody's console",
    async () => {
      const { page, end } = await visit();
      const known = await page.evaluate(() =>
        (document as unknown as { featurePolicy: { features(): string[] } }).featurePolicy.features(),
      );
      const named = (headersFor("/")["Permissions-Policy"] ?? "").split(", ").map((part) => part.split("=")[0]);
      expect(named.length).toBeGreaterThan(20);
      expect(named.filter((name) => !known.includes(name ?? ""))).toEqual([]);
      await end();
    },
  );

  it("stands in the page itself too, for hosts that send no headers", () => {
    const page = readFileSync(join(DIST, "index.html"), "utf8");
    const meta = /<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page);
    expect(meta?.[1]?.replaceAll("&#39;", "'")).toBe(META_POLICY);
    expect(DOCUMENT_POLICY.split("; ").filter((part) => !META_POLICY.split("; ").includes(part))).toEqual([
      "frame-ancestors 'none'",
    ]);
    expect(page).not.toMatch(/<style|<script(?![^>]*src=)|\son\w+=|style=/);
  });

  it("the watch of these tests would see a request to a stranger", async () => {
    const heard: string[] = [];
    const stranger = createServer((request, response) => {
      heard.push(request.url ?? "");
      response.end("x");
    });
    stranger.listen(0, "127.0.0.1");
    await once(stranger, "listening");
    const { page, context, findings } = await visit();
    await page.getByTestId("door-sample").waitFor();
    // What no policy can stop: going there oneself. The tests would still notice.
    await page.goto(`http://localhost:${String((stranger.address() as AddressInfo).port)}/`);
    expect(heard.length).toBeGreaterThan(0);
    expect(findings.some((finding) => finding.startsWith("request to a stranger"))).toBe(true);
    await context.close();
    stranger.closeAllConnections();
    stranger.close();
  });
});
