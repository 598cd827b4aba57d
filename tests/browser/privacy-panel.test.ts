/** The panel "Privacy" says what the browser says, and notices when something is otherwise. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { DOCUMENT_POLICY, META_POLICY } from "../../web/build/policy.mjs";
import { expectAccessible, expectNoOverflow } from "./support/accessible.js";
import { TELLS_OF_DOWNLOADS } from "./support/engine.js";
import { expectSaved, expectText, openSample, whenKept } from "./support/steps.js";
import { DIST, startSite, type Bend } from "./support/site.js";
import { PHONE, visit } from "./support/visit.js";

/** The tries themselves are violations, each reported and refused. */
const TRIES =
  /policy violation|Content Security Policy|Refused|violates|TrustedHTML|request failed: .*csp|Fetch API cannot load|can’t establish a connection to the server at \S*robots\.txt/i;

async function openPanel(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Privacy: check it" }).click();
  const panel = page.getByTestId("privacy-dialog");
  await panel.waitFor();
  return panel;
}

describe("the policy", () => {
  it("is what the host sent, and the browser refuses every try", async () => {
    const { page, allow, end } = await visit();
    const panel = await openPanel(page);
    allow(TRIES);
    await panel.getByRole("button", { name: "Try to get out" }).click();
    await expectText(panel.getByTestId("probe-result"), /refused all 6/);
    await expectText(panel.getByTestId("probe-result"), /host’s headers as well as in the page/);
    await panel.getByText("The policy in words").click();
    expect(await panel.getByLabel("The policy as it is written").innerText()).toBe(DOCUMENT_POLICY);
    await end();
  });

  it("is told to be weaker where the host sends no headers", async () => {
    const site = await startSite();
    const bare: Bend = (_, honest) => {
      const headers = Object.entries(honest.headers).filter(([name]) => name !== "content-security-policy");
      return { ...honest, headers: Object.fromEntries(headers) };
    };
    site.bend(bare);
    const { page, allow, end } = await visit({ url: site.url });
    const panel = await openPanel(page);
    allow(TRIES);
    await panel.getByRole("button", { name: "Try to get out" }).click();
    await expectText(panel.getByTestId("probe-result"), /refused all 6/);
    await expectText(panel.getByTestId("probe-result"), /No report came from a policy in the host’s headers/);
    await panel.getByText("The policy in words").click();
    expect(await panel.getByLabel("The policy as it is written").innerText()).toBe(META_POLICY);
    await end();
    await site.close();
  });

  it("is told to be open where there is none", async () => {
    const site = await startSite();
    site.bend((path, honest) => {
      const headers = Object.entries(honest.headers).filter(([name]) => name !== "content-security-policy");
      const body =
        path === "/" ? Buffer.from(honest.body.toString().replace(/<meta http-equiv[^>]*>/, "")) : honest.body;
      return { ...honest, headers: Object.fromEntries(headers), body };
    });
    const { page, context } = await visit({ url: site.url });
    const panel = await openPanel(page);
    await expectText(panel, /carries no policy of its own/);
    expect(await panel.innerText()).not.toContain("came with a policy");
    await panel.getByRole("button", { name: "Try to get out" }).click();
    await expectText(panel.getByTestId("probe-result"), /did not refuse 6 tries/);
    await context.close();
    await site.close();
  });
});

it("requests are counted as they happen, by thread and kind", async () => {
  const { page, allow, end } = await visit();
  await openSample(page);
  await expectText(page.getByTestId("total-value"), "130,000.00");
  const panel = await openPanel(page);
  const engineRow = panel.getByTestId("requests").getByRole("row", { name: /Engine’s thread.*fetch/ });
  await expectText(engineRow, /1\s+0$/);
  await expectText(panel.getByTestId("request-count"), /to this site, none to any other/);
  const countOf = async (): Promise<number> =>
    Number.parseInt(await panel.getByTestId("request-count").innerText(), 10);
  const before = await countOf();
  await page.evaluate(() => {
    const image = new Image();
    image.src = "icons/icon-192.png";
    document.body.append(image);
  });
  await expect.poll(countOf).toBe(before + 1);
  // What is tried in vain reaches no host, and is not counted.
  allow(TRIES);
  await panel.getByRole("button", { name: "Try to get out" }).click();
  await expectText(panel.getByTestId("probe-result"), /refused all 6/);
  await expectText(panel.getByTestId("request-count"), /none to any other/);
  expect(await countOf()).toBe(before + 1);
  await end();
});

describe("the build", () => {
  it("is one number: the sha256 of SHA256SUMS, which a build of the source prints", async () => {
    const { page, url, end } = await visit();
    await whenKept(page);
    const panel = await openPanel(page);
    const list = readFileSync(join(DIST, "SHA256SUMS"));
    await expectText(panel.getByTestId("build-hash"), createHash("sha256").update(list).digest("hex"));
    await expectText(panel, `curl -s ${url}SHA256SUMS | sha256sum`);
    await end();
  });

  it.each([
    ["of another build", (list: Buffer) => Buffer.from(list.toString().replace(/^[0-9a-f]{8}/gm, "00000000"))],
    ["a page in its place", () => Buffer.from("<!doctype html><title>Not here</title>")],
  ])("has no number where the host's list is %s", async (_, instead) => {
    const site = await startSite();
    site.bend((path, honest) => (path === "/SHA256SUMS" ? { ...honest, body: instead(honest.body) } : undefined));
    const { page, end } = await visit({ url: site.url });
    await whenKept(page);
    const panel = await openPanel(page);
    await expectText(panel.getByTestId("no-build-hash"), /had no list of hashes \(SHA256SUMS\) that fits/);
    await panel.getByRole("button", { name: "Hash the stored files" }).click();
    await expectText(panel.getByTestId("build-result"), /byte for byte, what was built/);
    await end();
    await site.close();
  });

  it("is compared byte for byte with what is stored, in the format of SHA256SUMS", async () => {
    const { page, end } = await visit();
    await whenKept(page);
    const panel = await openPanel(page);
    await panel.getByRole("button", { name: "Hash the stored files" }).click();
    await expectText(panel.getByTestId("build-result"), /byte for byte, what was built/);
    await panel.getByText("Every hash").click();
    const lines = (await panel.getByTestId("hashes").innerText()).trim().split("\n");
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.some((line) => line.endsWith("  index.html"))).toBe(true);
    for (const line of lines) {
      const [hash = "", path = ""] = line.split("  ");
      expect(
        createHash("sha256")
          .update(readFileSync(join(DIST, path)))
          .digest("hex"),
        path,
      ).toBe(hash);
    }
    await end();
  });

  it("a changed byte in the stored copy is found", async () => {
    const { page, end } = await visit();
    await whenKept(page);
    await page.evaluate(async () => {
      const [name = ""] = await caches.keys();
      const cache = await caches.open(name);
      const [request] = (await cache.keys()).filter(({ url }) => url.endsWith(".css"));
      if (request !== undefined) await cache.put(request, new Response("body {}"));
    });
    const panel = await openPanel(page);
    await panel.getByRole("button", { name: "Hash the stored files" }).click();
    await expectText(panel.getByTestId("build-result"), /1 file is missing or not as built: assets\/.*\.css/);
    await end();
  });

  it("says so where there is no offline copy", async () => {
    const { context, url, end } = await visit();
    const page = await context.newPage();
    await page.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined }),
    );
    await page.goto(url);
    const panel = await openPanel(page);
    await expectText(panel.getByTestId("no-offline"), /no offline copy/);
    await end();
  });
});

describe("storage", () => {
  it.runIf(TELLS_OF_DOWNLOADS)(
    "is named: databases, copies, settings, and when the last file was exported",
    async () => {
      const { page, end } = await visit();
      await whenKept(page);
      await openSample(page);
      await expectSaved(page);
      await page.getByTestId("menu-button").click();
      const saved = page.waitForEvent("download");
      await page.getByRole("button", { name: /^Export document/ }).click();
      await saved;
      const panel = await openPanel(page);
      const storage = panel.getByTestId("storage");
      await expectText(storage, /Databases\s+ballast\b/);
      await expectText(storage, /ballast-precache-[0-9a-f]{16}/);
      await expectText(storage, /ballast-last-export/);
      await expectText(storage, /Last export\s+Nov|Last export\s+\w{3} \d/);
      await panel.getByRole("button", { name: "Delete everything…" }).click();
      await page.getByTestId("delete-dialog").getByRole("button", { name: "Delete everything" }).click();
      await page.getByTestId("door-sample").waitFor();
      expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
      await end();
    },
  );

  it.each([
    ["denied", () => Promise.resolve(false), /The browser refused/],
    ["left pending for ever", () => new Promise<boolean>(() => undefined), /has not answered/],
  ])("persistence %s is told, and nothing waits for it", async (_, answer, words) => {
    const { page, end } = await visit();
    await page.evaluate(`StorageManager.prototype.persist = ${answer.toString()}`);
    const panel = await openPanel(page);
    await panel.getByRole("button", { name: "Ask the browser to keep it" }).click();
    await expectText(panel.getByTestId("persist-answer"), words);
    await panel.getByRole("button", { name: "Close" }).click();
    await openSample(page);
    await expectSaved(page);
    await end();
  });
});

it("the network cut is noticed, and a fresh engine plans all the same", async () => {
  const site = await startSite();
  const { page, context, allow, end } = await visit({ url: site.url });
  await whenKept(page);
  await openSample(page);
  const panel = await openPanel(page);
  await panel.getByRole("button", { name: "Try now" }).click();
  await expectText(panel.getByTestId("offline-result"), /the host answered/);
  await context.setOffline(true);
  site.bend(() => "hang");
  allow(/robots\.txt|ERR_INTERNET_DISCONNECTED/);
  await panel.getByRole("button", { name: "Try now" }).click();
  await expectText(panel.getByTestId("offline-result"), /the host did not answer/);
  await expectText(panel.getByTestId("offline-result"), /started anew and calculated your plan/);
  await end();
  await site.close();
});

it.each([
  ["wide, light", { viewport: { width: 1280, height: 900 }, colorScheme: "light" as const }],
  ["narrow, dark", { viewport: PHONE, colorScheme: "dark" as const }],
])("can be used by everybody: %s", async (_, look) => {
  const { page, allow, end } = await visit(look);
  await whenKept(page);
  await page.getByTestId("menu-button").click();
  await page.getByRole("button", { name: "Privacy…" }).click();
  const panel = page.getByTestId("privacy-dialog");
  await panel.waitFor();
  await expectText(panel.getByTestId("build-hash"), /^[0-9a-f]{64}$/);
  allow(TRIES);
  await panel.getByRole("button", { name: "Try to get out" }).click();
  await expectText(panel.getByTestId("probe-result"), /refused all 6/);
  await panel.getByRole("button", { name: "Hash the stored files" }).click();
  await expectText(panel.getByTestId("build-result"), /byte for byte/);
  for (const summary of await panel.locator("summary").all()) await summary.click();
  await expectAccessible(page, "the privacy panel");
  await expectNoOverflow(page, "the privacy panel");
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
  await end();
});

it("all counts of requests are in sight on a phone", async () => {
  const { page, end } = await visit({ viewport: PHONE });
  await openSample(page);
  const panel = await openPanel(page);
  const region = panel.getByRole("region", { name: "Requests by thread and kind" });
  await region.getByText("Engine’s thread").first().waitFor();
  expect(await region.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  await end();
});
