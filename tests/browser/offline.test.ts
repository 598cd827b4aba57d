/** After the first visit the page works without a connection, and changes only when the reader says so. */
import { createHash } from "node:crypto";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { Page } from "playwright-core";

import { expectSaved, expectText, goTo, openSample, readTrades, whenKept } from "./support/steps.js";
import { startSite, type Answer, type Bend, type Site } from "./support/site.js";
import { visit } from "./support/visit.js";

let site: Site;

beforeEach(async () => {
  site = await startSite();
});
afterEach(() => site.close());

const integrityOf = (body: Buffer): string => `sha256-${createHash("sha256").update(body).digest("base64")}`;

/** The next version of the site: another title, and the service worker that a build would make for it. */
function nextVersion(indexHtml: Buffer): Bend {
  const changed = Buffer.from(indexHtml.toString().replace("<title>Ballast</title>", "<title>Ballast, next</title>"));
  return (path, honest): Answer | undefined => {
    if (path === "/" || path === "/index.html") return withoutTag({ ...honest, status: 200, body: changed });
    if (path !== "/sw.js") return undefined;
    const body = honest.body
      .toString()
      .replace(integrityOf(indexHtml), integrityOf(changed))
      .replace(/(version:.)[0-9a-f]{16}/, "$1ffffffffffffffff");
    return withoutTag({ ...honest, status: 200, body: Buffer.from(body) });
  };
}

function withoutTag(answer: Answer): Answer {
  const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => name !== "etag"));
  return { ...answer, headers };
}

async function honestIndex(): Promise<Buffer> {
  return Buffer.from(await (await fetch(site.url)).arrayBuffer());
}

async function checkForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
}

describe("offline", () => {
  it("everything works without a connection after one visit, reload included", async () => {
    const { page, context, allow, end } = await visit({ url: site.url });
    await whenKept(page);
    await context.setOffline(true);
    site.bend(() => "hang");
    await page.reload();
    await openSample(page);
    await expectText(page.getByTestId("total-value"), "130,000.00");
    await goTo(page, "Plan");
    expect((await readTrades(page)).length).toBeGreaterThan(1);
    await expectSaved(page);
    await page.reload();
    expect((await readTrades(page)).length).toBeGreaterThan(1);
    allow(/sw\.js/);
    await end();
  });

  it("keeps its policy offline: the kept answers carry their headers", async () => {
    const { page, context, end } = await visit({ url: site.url });
    await whenKept(page);
    await context.setOffline(true);
    site.bend(() => "hang");
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url() === site.url),
      page.reload(),
    ]);
    expect(answer.headers()["content-security-policy"]).toContain("connect-src 'none'");
    await end();
  });

  it("keeps exactly the files of the build, and nothing later", async () => {
    const { page, end } = await visit({ url: site.url });
    await whenKept(page);
    const kept = (): Promise<string[]> =>
      page.evaluate(async () => {
        const paths: string[] = [];
        for (const name of await caches.keys()) {
          for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
        }
        return paths.sort();
      });
    const before = await kept();
    expect(before).toContain("/");
    expect(before.filter((path) => path.endsWith(".wasm"))).toHaveLength(1);
    await openSample(page);
    await expectText(page.getByTestId("total-value"), "130,000.00");
    expect(await kept()).toEqual(before);
    await end();
  });

  it("an error page in a file's place is not kept: no half-working copy", async () => {
    site.bend((path, honest) =>
      path.endsWith(".wasm")
        ? withoutTag({
            ...honest,
            headers: { ...honest.headers, "content-type": "text/html" },
            body: Buffer.from("<!doctype html>"),
          })
        : undefined,
    );
    const { page, context } = await visit({ url: site.url });
    await page.getByTestId("door-sample").waitFor();
    await expect
      .poll(() =>
        page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.installing?.state ?? "none"),
      )
      .toBe("none");
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    await context.close();
  });
});

describe("a new version", () => {
  it("waits until the reader takes it, then replaces the old one whole", async () => {
    const { page, end } = await visit({ url: site.url });
    await whenKept(page);
    await openSample(page);
    await page.getByRole("textbox", { name: "Price of BTC" }).fill("90000");
    await expectSaved(page);
    const index = await honestIndex();
    site.bend(nextVersion(index));
    await checkForUpdate(page);
    await page.getByTestId("update-ready").waitFor();
    expect(await page.title()).not.toContain("next");

    // Not taken: a reload still gives the old version, and offers the new one again.
    await page.reload();
    await expectText(page.getByTestId("total-value"), "125,800.00");
    expect(await page.evaluate(() => document.querySelector("title")?.textContent)).toBeDefined();
    await page.getByTestId("update-ready").waitFor();

    // Something typed just before is not lost with the reload.
    await page.getByRole("textbox", { name: "Price of BTC" }).fill("80000");
    const html = page.waitForResponse((response) => response.url() === site.url);
    await page
      .getByTestId("update-ready")
      .getByRole("button", { name: /Reload/ })
      .click();
    expect(await (await html).text()).toContain("Ballast, next");
    await expectText(page.getByTestId("total-value"), "121,600.00");
    const names = await page.evaluate(() => caches.keys());
    expect(names).toEqual(["ballast-precache-ffffffffffffffff"]);
    await end();
  });

  it("taken in one tab leaves the other running, which is offered the same", async () => {
    const { page, context, end } = await visit({ url: site.url });
    await whenKept(page);
    const second = await context.newPage();
    await second.goto(site.url);
    await second.getByTestId("door-sample").waitFor();
    await second.evaluate(() => Object.assign(globalThis, { notReloaded: true }));
    site.bend(nextVersion(await honestIndex()));
    await checkForUpdate(page);
    await page
      .getByTestId("update-ready")
      .getByRole("button", { name: /Reload/ })
      .click();
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(["ballast-precache-ffffffffffffffff"]);
    await second.getByTestId("update-ready").waitFor();
    expect(await second.evaluate(() => "notReloaded" in globalThis)).toBe(true);
    await second
      .getByTestId("update-ready")
      .getByRole("button", { name: /Reload/ })
      .click();
    await second.waitForFunction(() => !("notReloaded" in globalThis));
    await end();
  });

  it("a half-finished deployment changes nothing", async () => {
    const { page, context, allow, end } = await visit({ url: site.url });
    await whenKept(page);
    const next = nextVersion(await honestIndex());
    // The service worker is there already, the page it names is not.
    site.bend((path, honest) => (path === "/sw.js" ? next(path, honest) : undefined));
    allow(/integrity|request failed/);
    await checkForUpdate(page).catch(() => undefined);
    await page.waitForTimeout(1000);
    expect(await page.getByTestId("update-ready").count()).toBe(0);
    await context.setOffline(true);
    await page.reload();
    await page.getByTestId("door-sample").waitFor();
    await context.setOffline(false);
    await end();
  });
});
