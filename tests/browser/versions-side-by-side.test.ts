/** An update taken in one tab, while another goes on with the old version; and an offline copy that a host withdraws. */
import { createHash } from "node:crypto";

import { afterEach, beforeEach, expect, it } from "vitest";

import { expectSaved, expectText, goTo, openSample, whenKept } from "./support/steps.js";
import { startSite, type Answer, type Bend, type Site } from "./support/site.js";
import { visit } from "./support/visit.js";

let site: Site;

beforeEach(async () => {
  site = await startSite();
});
afterEach(() => site.close());

const integrityOf = (body: Buffer): string => `sha256-${createHash("sha256").update(body).digest("base64")}`;

const untagged = (answer: Answer): Answer => ({
  ...answer,
  headers: Object.fromEntries(Object.entries(answer.headers).filter(([name]) => name !== "etag")),
});

/** A version whose scripts all have other names; the old names are answered as a host with a fallback page does. */
async function renamedVersion(): Promise<Bend> {
  const html = await (await fetch(site.url)).text();
  const entry = /assets\/(index-[\w-]+)\.js/.exec(html)?.[1] ?? "";
  const script = await (await fetch(`${site.url}assets/${entry}.js`)).text();
  const worker = /engine\/(worker-[\w-]+)\.js/.exec(script)?.[1] ?? "";
  const newHtml = Buffer.from(html.replaceAll(entry, `${entry}next`));
  const newScript = Buffer.from(script.replaceAll(worker, `${worker}next`));
  const gone: Answer = {
    status: 200,
    headers: { "content-type": "text/html" },
    body: Buffer.from("<!doctype html><title>Fallback</title>"),
  };
  const old = { html: integrityOf(Buffer.from(html)), script: integrityOf(Buffer.from(script)) };
  const bodies = new Map<string, Buffer>();
  const keep = async (path: string): Promise<Buffer> => Buffer.from(await (await fetch(site.url + path)).arrayBuffer());
  bodies.set(`/engine/${worker}next.js`, await keep(`engine/${worker}.js`));
  return (path, honest) => {
    const ok = (body: Buffer, type: string): Answer =>
      untagged({ ...honest, status: 200, headers: { ...honest.headers, "content-type": type }, body });
    if (path === "/") return ok(newHtml, "text/html");
    if (path === `/assets/${entry}next.js`) return ok(newScript, "text/javascript");
    const moved = bodies.get(path);
    if (moved !== undefined) return ok(moved, "text/javascript");
    if (path === `/assets/${entry}.js` || path === `/engine/${worker}.js`) return gone;
    if (path !== "/sw.js") return undefined;
    const text = honest.body
      .toString()
      .replace(old.html, integrityOf(newHtml))
      .replace(old.script, integrityOf(newScript))
      .replaceAll(entry, `${entry}next`)
      .replaceAll(worker, `${worker}next`)
      .replace(/(version:.)[0-9a-f]{16}/, "$1ffffffffffffffff");
    return untagged({ ...honest, body: Buffer.from(text) });
  };
}

/** The names of that version: not in the build, and the site's own all the same. */
const NEXT = /is not the site's: .*next\.js$/;

it("a tab of the old version still finds its parts after the update, and the old copy goes with the tab", async () => {
  const { page, context, allow, end } = await visit({ url: site.url });
  allow(NEXT);
  await whenKept(page);
  const old = await context.newPage();
  await old.goto(site.url);
  await openSample(old);
  await expectText(old.getByTestId("total-value"), "130,000.00");
  await expectSaved(old);

  site.bend(await renamedVersion());
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
  await page.bringToFront();
  const ready = page.getByTestId("update-ready");
  await ready.getByRole("button", { name: /Reload/ }).click();
  const copies = (): Promise<number> => old.evaluate(async () => (await caches.keys()).length);
  await page.waitForFunction(() => document.querySelector("script")?.src.includes("next") === true);
  expect(await copies()).toBe(2);

  // The old tab's engine ends and is started anew, by its old name, which the host answers with a page by now.
  await old.bringToFront();
  await goTo(old, "Plan");
  await old.getByTestId("trade-row").first().waitFor();
  await old.evaluate(() => {
    const honest = Object.getOwnPropertyDescriptor(Worker.prototype, "postMessage") ?? {};
    Worker.prototype.postMessage = function crash(this: Worker) {
      Object.defineProperty(Worker.prototype, "postMessage", honest);
      this.dispatchEvent(new ErrorEvent("error", { message: "thread crashed", cancelable: true }));
    };
  });
  await goTo(old, "Holdings");
  await old.getByRole("textbox", { name: "Price of BTC" }).fill("90000");
  await old.getByTestId("engine-failure").getByRole("button", { name: "Try again" }).click();
  await expectText(old.getByTestId("total-value"), "125,800.00");
  await expectSaved(old);

  // Both have the same portfolio, and the old copy is not kept for longer than somebody runs it.
  await page.bringToFront();
  await expectText(page.getByTestId("total-value"), "125,800.00");
  await old.close();
  // The browser lets go of a closed tab's lock a moment later.
  await expect
    .poll(() => page.evaluate(async () => (await navigator.locks.query()).held?.length), { timeout: 10_000 })
    .toBe(1);
  await page.reload();
  await expect
    .poll(() => page.evaluate(() => caches.keys()), { timeout: 10_000 })
    .toEqual(["ballast-precache-ffffffffffffffff"]);
  await end();
});

it("an update is not taken while the last change is unsaved, and the page says so", async () => {
  const { page, allow, end } = await visit({ url: site.url });
  allow(NEXT);
  await whenKept(page);
  await openSample(page);
  await expectSaved(page);
  site.bend(await renamedVersion());
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
  await page.getByTestId("update-ready").waitFor();
  await page.evaluate(() => {
    Object.assign(globalThis, { notReloaded: true });
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.getByRole("textbox", { name: "Price of BTC" }).fill("90000");
  await page
    .getByTestId("update-ready")
    .getByRole("button", { name: /Reload/ })
    .click();
  await expectText(page.getByTestId("saying"), /Not reloaded: the last change could not be saved/);
  expect(await page.evaluate(() => "notReloaded" in globalThis)).toBe(true);
  await end();
});

it("a host can withdraw the offline copy: the copy goes, what is stored stays, and no tab is reloaded", async () => {
  const { page, end } = await visit({ url: site.url });
  await whenKept(page);
  await openSample(page);
  await expectSaved(page);
  await page.evaluate(() => Object.assign(globalThis, { notReloaded: true }));
  const withdrawing = Buffer.from(await (await fetch(`${site.url}sw-remove.js`)).arrayBuffer());
  site.bend((path, honest) => (path === "/sw.js" ? untagged({ ...honest, body: withdrawing }) : undefined));
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
  const left = (): Promise<unknown> =>
    page.evaluate(async () => [
      (await caches.keys()).length,
      (await navigator.serviceWorker.getRegistrations()).length,
    ]);
  await expect.poll(left, { timeout: 10_000 }).toEqual([0, 0]);
  expect(await page.evaluate(() => "notReloaded" in globalThis)).toBe(true);
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual(["ballast"]);
  await page.getByRole("textbox", { name: "Price of BTC" }).fill("90000");
  await expectSaved(page);
  await page.reload();
  await expectText(page.getByTestId("total-value"), "125,800.00");
  await end();
});
