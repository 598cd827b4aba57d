/** What can go wrong with the engine's files and thread: a clear message, nothing lost, and work goes on afterwards. */
import { afterAll, beforeAll, describe, it } from "vitest";

import { REACHES_WORKERS } from "./support/engine.js";
import { expectText, openSample } from "./support/steps.js";
import { startSite, type Answer, type Bend, type Site } from "./support/site.js";
import { visit } from "./support/visit.js";

let site: Site;

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const onWasm =
  (change: (honest: Answer) => Answer): Bend =>
  (path, honest) =>
    path.endsWith(".wasm") ? change(honest) : undefined;

const onWorker =
  (change: (honest: Answer) => Answer): Bend =>
  (path, honest) =>
    /^\/engine\/.*\.js$/.test(path) ? change(honest) : undefined;

const notFound = (honest: Answer): Answer => ({ ...honest, status: 404, body: Buffer.from("Not found") });
const htmlInstead = (honest: Answer): Answer => ({
  ...honest,
  headers: { ...honest.headers, "content-type": "text/html" },
  body: Buffer.from("<!doctype html><title>Single-page fallback</title>"),
});
const truncated = (honest: Answer): Answer => ({ ...honest, body: honest.body.subarray(0, honest.body.length / 2) });
const withPolicy =
  (policy: string) =>
  (honest: Answer): Answer => ({
    ...honest,
    headers: { ...honest.headers, "content-security-policy": policy },
  });

const FAULTS: [name: string, bend: Bend, message: RegExp][] = [
  [".wasm missing", onWasm(notFound), /server answered 404 for .*\.wasm/],
  [".wasm answered with HTML", onWasm(htmlInstead), /not a WebAssembly file/],
  [".wasm cut off", onWasm(truncated), /incomplete or damaged/],
  ["worker script missing", onWorker(notFound), /engine is not available/],
  ["worker script answered with HTML", onWorker(htmlInstead), /engine is not available/],
  ["worker script cut off", onWorker(truncated), /engine is not available/],
  [
    "policy forbids WebAssembly",
    onWorker(withPolicy("default-src 'none'; script-src 'self'; connect-src 'self'")),
    /does not allow WebAssembly/,
  ],
  [
    "policy forbids fetching",
    onWorker(withPolicy("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'")),
    /could not be fetched/,
  ],
];

describe("engine faults", () => {
  it.each(FAULTS)("%s", async (_, bend, message) => {
    site.bend(bend);
    const { page, allow, end } = await visit({ url: site.url });
    // The browser complains about what the host does wrong; the page must not.
    allow(/\?again=|404|MIME|Content Security Policy|policy violation|Refused|requestfailed|request failed|violates/);
    await openSample(page);
    const failure = page.getByTestId("engine-failure");
    await expectText(failure, message);
    await expectText(failure, /Nothing you entered is lost/);
    // The host is mended: the same page goes on, without a reload.
    site.bend(undefined);
    await failure.getByRole("button", { name: "Try again" }).click();
    await expectText(page.getByTestId("total-value"), "130,000.00");
    await end();
  });

  it("a host that serves .wasm under another type is no obstacle", async () => {
    site.bend(
      onWasm((honest) => ({ ...honest, headers: { ...honest.headers, "content-type": "application/octet-stream" } })),
    );
    const { page, end } = await visit({ url: site.url });
    await openSample(page);
    await expectText(page.getByTestId("total-value"), "130,000.00");
    site.bend(undefined);
    await end();
  });

  it("a document for which there is no memory is refused in words, and the next one is calculated", async () => {
    // The engine's thread gets no more memory than it begins with: 16 MB, less than this file and what is made of it.
    site.bend(
      onWorker((honest) => ({
        ...honest,
        body: Buffer.concat([
          Buffer.from(`WebAssembly.Memory.prototype.grow = () => { throw new RangeError("no memory"); };\n`),
          honest.body,
        ]),
      })),
    );
    const { page, allow, end } = await visit({ url: site.url });
    allow(/no memory|memory/i);
    await openSample(page);
    await expectText(page.getByTestId("total-value"), "130,000.00");
    await page.getByTestId("menu-button").click();
    await page.getByRole("button", { name: /^Open a/ }).click();
    const huge = Buffer.from(
      `{"format":"ballast","version":1,"base_currency":"USD","assets":[${"[],".repeat(4e6)}[]]}`,
    );
    await page
      .getByTestId("open-file")
      .setInputFiles({ name: "huge.ballast.json", mimeType: "application/json", buffer: huge });
    await expectText(page.getByTestId("open-problems"), /memory/);
    await page.getByTestId("open-dialog").getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("textbox", { name: "Price of BTC" }).fill("90000");
    await expectText(page.getByTestId("total-value"), "125,800.00");
    site.bend(undefined);
    await end();
  });

  it.runIf(REACHES_WORKERS)(
    "a crash of the engine's thread is told, and the next calculation starts it anew",
    async () => {
      site.bend(undefined);
      const { page, allow, end } = await visit({ url: site.url });
      await openSample(page);
      await expectText(page.getByTestId("total-value"), "130,000.00");
      allow(/thread crashed/);
      const [worker] = page.workers();
      await worker?.evaluate(() => {
        const { onmessage } = self;
        self.onmessage = () => {
          self.onmessage = onmessage;
          setTimeout(() => {
            throw new Error("thread crashed");
          });
        };
      });
      await page.getByRole("textbox", { name: "Price of BTC" }).fill("90000");
      await expectText(page.getByTestId("engine-failure"), /thread crashed/);
      await page.getByTestId("engine-failure").getByRole("button", { name: "Try again" }).click();
      await expectText(page.getByTestId("total-value"), "125,800.00");
      await end();
    },
  );
});
