/** docs/privacy/checklist.md, carried out: what a sceptic sees who follows it. */
import { createHash } from "node:crypto";

import type { Request, Response } from "playwright-core";
import { expect, inject, it } from "vitest";

import { deleteEverything, expectSaved, expectText, goTo, openSample, readTrades, whenKept } from "./support/steps.js";
import { visit } from "./support/visit.js";

it("steps 1 and 2: the site's own files and nothing else, and nothing more as one works", async () => {
  const { page, context, url, end } = await visit();
  const requests: Request[] = [];
  context.on("request", (request) => requests.push(request));
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await openSample(page);
  await goTo(page, "Plan");
  await readTrades(page);
  for (const step of ["Holdings", "Targets", "Now vs target"] as const) await goTo(page, step);
  requests.length = 0;
  await goTo(page, "Holdings");
  await page.getByRole("textbox", { name: "Price of BTC" }).fill("90000");
  await expectText(page.getByTestId("total-value"), "125,800.00");
  for (const step of ["Targets", "Now vs target", "Plan"] as const) await goTo(page, step);
  await readTrades(page);
  await expectSaved(page);
  // Chromium looks at the page's icon again at every step; the offline copy answers.
  const icon = new URL("icons/icon.svg", url).href;
  expect(requests.map((request) => request.url()).filter((address) => address !== icon)).toEqual([]);
  expect(new URL(page.url()).origin).toBe(new URL(url).origin);
  await end();
});

it("steps 3, 5 and 9: the headers, the threads' headers, and the source", async () => {
  const { page, url, end } = await visit();
  const answers: Response[] = [];
  page.on("response", (response) => answers.push(response));
  const first = await page.reload();
  const policy = (await first?.headerValue("content-security-policy")) ?? "";
  for (const part of ["connect-src", "form-action", "frame-src", "frame-ancestors"]) {
    expect(policy).toContain(`${part} 'none'`);
  }
  expect(policy).toMatch(/^default-src 'none'/);
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/unsafe-|https?:/);
  expect(await first?.headerValue("referrer-policy")).toBe("no-referrer");
  const offline = (await fetch(new URL("sw.js", url))).headers.get("content-security-policy") ?? "";
  const source = await (await fetch(url)).text();
  const scripts = (): Promise<string[]> =>
    page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  const engineScript = async (): Promise<string> => (await scripts()).find((name) => name.includes("/engine/")) ?? "";
  await expect.poll(engineScript, { timeout: 15_000 }).not.toBe("");
  const thread = (await fetch(await engineScript())).headers.get("content-security-policy") ?? "";
  for (const held of [offline, thread]) expect(held).toMatch(/^default-src 'none';.*connect-src 'self'/);
  expect(thread).toContain("'wasm-unsafe-eval'");
  expect(offline).not.toContain("unsafe");
  expect(source.match(/<script/g)).toHaveLength(1);
  expect(source).toMatch(/<script type="module" crossorigin src="\.\/assets\//);
  expect(source).not.toMatch(/https?:\/\/|<script(?![^>]*src=)/);
  expect(source.split("\n").length).toBeLessThan(40);
  await end();
});

it("step 4: what is typed into the console is refused", async () => {
  const { page, context } = await visit();
  await page.getByTestId("door-sample").waitFor();
  const said = await page.evaluate(async () => {
    const violated: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => violated.push(event.effectiveDirective));
    const sent = await fetch("https://example.org").then(
      () => "sent",
      () => "refused",
    );
    new Image().src = "https://example.org/x";
    let written = "written";
    try {
      document.body.innerHTML = "<b>x</b>";
    } catch (error) {
      written = String(error);
    }
    while (new Set(violated).size < 3) await new Promise((done) => setTimeout(done, 20));
    return { sent, written, violated: [...new Set(violated)] };
  });
  expect(said.sent).toBe("refused");
  expect(said.written).toMatch(/TypeError/);
  expect(said.violated.sort()).toEqual(["connect-src", "img-src", "require-trusted-types-for"]);
  await context.close();
});

it("steps 7 and 8: what is kept, and that it goes", async () => {
  const { page, context, end } = await visit();
  const kept = (): Promise<unknown> =>
    page.evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: (await caches.keys()).map((name) => name.replace(/[0-9a-f]{16}$/, "…")),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      session: sessionStorage.length,
    }));
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await openSample(page);
  await expectSaved(page);
  expect(await kept()).toEqual({ databases: ["ballast"], caches: ["ballast-precache-…"], workers: 1, session: 0 });
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/BTC|130/);
  expect(await context.cookies(inject("siteUrl"))).toEqual([]);
  await deleteEverything(page);
  expect(await kept()).toEqual({ databases: [], caches: [], workers: 0, session: 0 });
  await end();
});

it("step 10: the files are the listed ones, and the panel's number is the list's", async () => {
  const { page, url, end } = await visit();
  const sha256 = async (path: string): Promise<string> => {
    const bytes = await (await fetch(new URL(path, url))).arrayBuffer();
    return createHash("sha256").update(Buffer.from(bytes)).digest("hex");
  };
  const list = await (await fetch(new URL("SHA256SUMS", url))).text();
  const script = /src="\.\/(assets\/[^"]+)"/.exec(await (await fetch(url)).text())?.[1] ?? "";
  for (const path of ["sw.js", "index.html", script]) expect(list, path).toContain(`${await sha256(path)}  ${path}\n`);
  // As the host gives the page: under its own address.
  expect(list).toContain(`${await sha256("./")}  index.html\n`);

  await whenKept(page);
  await page.getByRole("button", { name: "Privacy: check it" }).click();
  await expectText(page.getByTestId("build-hash"), await sha256("SHA256SUMS"));
  await end();
});
