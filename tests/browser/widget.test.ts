/** The planner on other people's pages: it works under their policies, and tells them nothing. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import type { FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

import { expectAccessible, expectNoOverflow } from "./support/accessible.js";
import { startBlog, type Blog } from "./support/blog.js";
import { ENGINE } from "./support/engine.js";
import { DIST } from "./support/site.js";
import { expectText } from "./support/steps.js";
import { DESKTOP, PHONE, visit } from "./support/visit.js";

let blog: Blog;
beforeAll(async () => {
  blog = await startBlog(inject("siteUrl"));
});
afterAll(() => blog.close());

const embed = (fragment: string): string => `${inject("siteUrl")}embed/index.html${fragment}`;

/** The planner as a page of its own. It has no icon, and lets nobody fetch one: Firefox tries all the same, and says so. */
function visitPlanner(options: Parameters<typeof visit>[0]): ReturnType<typeof visit> {
  return visit({ ...options, allow: ENGINE.name === "firefox" ? [/favicon\.ico/] : [] });
}

function frameIn(page: Page, id: string): FrameLocator {
  return page.frameLocator(`#${id} iframe, iframe#${id}`);
}

const BTC = "16350618";
const ETH = "1370919";

async function fillIn(frame: FrameLocator | Page): Promise<void> {
  await frame.getByLabel("Value of BTC").fill(BTC);
  await frame.getByLabel("Value of ETH").fill(ETH);
  const calculate = frame.getByTestId("calculate");
  // Keys and clicks that are sent over WebDriver BiDi do not reach a frame of another site.
  await (ENGINE.name === "firefox" ? calculate.dispatchEvent("click") : calculate.click());
  await frame.getByTestId("results").waitFor();
}

describe.each([
  ["phone", PHONE],
  ["desktop", DESKTOP],
] as const)("on a blog with a strict policy, on a %s", (_, viewport) => {
  it("a reader types what they hold and gets the trades", async () => {
    const { page, end } = await visit({ around: blog.url, viewport });
    const frame = frameIn(page, "second");
    await expectText(frame.getByRole("heading", { level: 1 }), "Half and half");
    await expectText(frame.getByTestId("weaknesses"), "Two coins are not many.");
    await fillIn(frame);
    await expectText(frame.getByTestId("weight-row").nth(0), /BTC\s+92\.3\u202f%\s+50\.0\u202f%\s+\+42\.3\u202fpp/);
    const trades = frame.getByTestId("trade");
    await expectText(trades.nth(0), /Sell BTC\s+7,489,849\.50 USD/);
    await expectText(trades.nth(1), /Buy ETH\s+7,489,849\.50 USD/);
    await expectText(frame.getByTestId("cash-after"), "0.00 USD");
    await expectNoOverflow(page, "blog");
    await end();
  });

  it("each planner has its own strategy, colours and height; one needs no script on the page", async () => {
    const { page, end } = await visit({ around: blog.url, viewport });
    await expectText(frameIn(page, "first").getByRole("heading", { level: 1 }), "60 / 40");
    await expectText(frameIn(page, "second").getByRole("heading", { level: 1 }), "Half and half");
    await expectText(frameIn(page, "third").getByRole("heading", { level: 1 }), "Equal weights");
    const accent = (id: string) =>
      frameIn(page, id)
        .getByTestId("calculate")
        .evaluate((button) => getComputedStyle(button).backgroundColor);
    await expect.poll(() => accent("second")).toBe("rgb(11, 93, 59)");
    expect(await accent("first")).toBe("rgb(181, 70, 26)");
    await page.evaluate(() => document.querySelector("#second")?.setAttribute("class", ""));
    await expect.poll(() => accent("second")).toBe("rgb(181, 70, 26)");
    for (const id of ["first", "second"]) {
      await page.locator(`#${id}`).scrollIntoViewIfNeeded();
      await expect
        .poll(async () => {
          const inside = await frameIn(page, id)
            .locator("body")
            .evaluate((body) => body.scrollHeight);
          const outside = await page.locator(`#${id} iframe`).evaluate((frame) => frame.clientHeight);
          return Math.abs(outside - inside);
        })
        .toBeLessThanOrEqual(1);
    }
    await end();
  });
});

it("the script that makes a frame is at most 5 kB (gzip), the planner in it at most 70 kB without the core", async () => {
  expect(gzipSync(readFileSync(join(DIST, "embed/ballast-planner.js")), { level: 9 }).length).toBeLessThanOrEqual(
    5_000,
  );
  const { page, loaded, end } = await visitPlanner({ around: embed("#strategy=sixty-forty") });
  await page.getByTestId("calculate").waitFor();
  expect([...loaded].filter((path) => path.endsWith(".wasm"))).toEqual([]);
  const sizes = [...loaded].map((path) => gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(70_000);
  // For browsers that need it; and for frames without the element, which cannot choose.
  expect(gzipSync(readFileSync(join(DIST, "embed-one-file.html")), { level: 9 }).length).toBeLessThanOrEqual(500_000);
  await end();
});

it("where the planner starts, its form in one file is not asked for", async () => {
  const { page, loaded, end } = await visit({ around: `${blog.url}hostile.html` });
  await frameIn(page, "planner").getByTestId("strategy-problems").waitFor();
  // As long as the element waits before it would.
  await page.waitForTimeout(1_500);
  expect([...loaded].filter((path) => path.includes("one-file"))).toEqual([]);
  await end();
});

it("the app's service worker keeps nothing of it and answers nothing for it", () => {
  const worker = readFileSync(join(DIST, "sw.js"), "utf8");
  expect(worker).toContain("engine/worker-");
  expect(worker).not.toContain("embed");
});

describe.each([280, 390, 800])("the planner itself, %i wide", (width) => {
  it.each(["light", "dark"] as const)("is accessible through its whole job, in %s", async (colorScheme) => {
    const viewport = { width, height: 900 };
    const { page, end } = await visitPlanner({ around: embed("#strategy=all-three-together"), viewport, colorScheme });
    await page.getByTestId("rules").getByText("Its rules").click();
    await expectText(page.getByTestId("rules"), /Market cap: Large, at least 40\u202f%/);
    const row = (at: number, label: string) => page.getByTestId("row").nth(at).getByLabel(label, { exact: false });
    await row(0, "Asset").fill("BTC");
    await row(0, "Value").fill("600o");
    await row(0, "Market cap").fill("2000000000000");
    await row(1, "Asset").fill("XYZ");
    await row(1, "Value").fill("4000");
    await row(1, "Market cap").fill("5000000");
    await expectText(page.getByTestId("row").nth(0), /Type: Payment coin/);
    await page.getByTestId("calculate").click();
    await expectText(page.locator(".problem"), /600o/);
    await expectAccessible(page, "problems");
    await expectNoOverflow(page, "problems");

    await row(0, "Value").fill("6000");
    await page.getByTestId("calculate").click();
    await expectText(
      page.getByTestId("conflict"),
      /cannot all be kept[\s\S]*Large[\s\S]*Pure currency[\s\S]*smallest change/,
    );
    await expectAccessible(page, "conflict");
    await expectNoOverflow(page, "conflict");
    await end();
  });

  it("knows quantities, classes by hand, and new money", async () => {
    const { page, end } = await visitPlanner({
      around: embed("#strategy=sixty-forty"),
      viewport: { width, height: 900 },
    });
    await page.getByLabel("quantity and price").check();
    const row = (at: number, label: string) => page.getByTestId("row").nth(at).getByLabel(label, { exact: false });
    for (const [at, symbol] of ["SHARES", "BONDS"].entries()) {
      await row(at, "Asset").fill(symbol);
      await row(at, "Quantity").fill("100");
      await row(at, "Price").fill("10");
      const choice = page.getByRole("combobox", { name: `of ${symbol}` });
      await choice.first().waitFor();
      for (const one of await choice.all()) {
        const values = await one
          .locator("option")
          .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
        const wanted = values.find((value) => value.includes(symbol === "SHARES" ? "equit" : "bond"));
        expect(wanted, values.join(", ")).toBeDefined();
        await one.selectOption(wanted ?? "");
      }
    }
    await page.getByLabel("New money").fill("1000");
    await page.getByLabel("Trades").selectOption("Only buy");
    await page.getByLabel("New money").press("Enter");
    // 60 % and 40 % of 3,000: 800 more in shares, 200 more in bonds.
    await expectText(page.getByTestId("trade").nth(0), /Buy 80 SHARES\s+800\.00 USD/);
    await expectText(page.getByTestId("trade").nth(1), /Buy 20 BONDS\s+200\.00 USD/);
    await expectAccessible(page, "results");
    await expectNoOverflow(page, "results");
    await end();
  });
});

describe("a page that uses it wrongly", () => {
  it.each([
    ["a folder without its slash", { src: "embed" }, "60 / 40"],
    ["a theme and a locale that there are not", { theme: "blink", locale: "<b>" }, "60 / 40"],
    ["a strategy too large to be one", { strategy: `{${" ".repeat(600_000)}` }, "This page's strategy cannot be used"],
    ["a strategy that is nested too deep", { strategy: '{"a":'.repeat(20_000) }, "This page's strategy cannot be used"],
  ])("%s", async (_, attributes, heading) => {
    const { page, end } = await visit({ around: `${blog.url}hostile.html` });
    await page.evaluate(
      ([given, site]) => {
        const planner = document.querySelector("#planner");
        planner?.setAttribute("strategy", "sixty-forty");
        for (const [name, value] of Object.entries(given))
          planner?.setAttribute(name, name === "src" ? site + value : value);
      },
      [attributes as Record<string, string>, inject("siteUrl")] as const,
    );
    await expectText(frameIn(page, "planner").getByRole("heading", { level: 1 }), heading);
    await end();
  });

  it("a strategy whose words are markup, turned round, and far too long is shown as words, or refused", async () => {
    const words = `<img src=x onerror=alert(1)>\u202e${"y".repeat(60)}`;
    const strategy = {
      format: "ballast-strategy",
      version: 1,
      id: "odd",
      name: words,
      for: words,
      source: words,
      weaknesses: [words],
      classifications: [],
      policy: { prior: { kind: "equal" }, rules: [{ asset: "btc", exact: "0.5" }] },
    };
    const { page, end } = await visit({ around: `${blog.url}hostile.html` });
    const show = (text: string): Promise<void> =>
      page.evaluate((value) => document.querySelector("#planner")?.setAttribute("strategy", value), text);
    await show(JSON.stringify(strategy));
    const frame = frameIn(page, "planner");
    await expectText(frame.getByRole("heading", { level: 1 }), /^<img src=x onerror=alert\(1\)>/);
    expect(await frame.locator("img").count()).toBe(0);
    expect(
      await frame.locator("h1").evaluate((title) => title.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
    const many = Array.from({ length: 10_000 }, (_, at) => ({ asset: `a${String(at)}`, exact: "0.0001" }));
    await show(JSON.stringify({ ...strategy, policy: { ...strategy.policy, rules: many } }).slice(0, 500_000));
    await frame.getByTestId("strategy-problems").waitFor();
    await end();
  });
});

describe("a strategy that cannot be used", () => {
  it.each([
    ["#strategy=no-such", /“no-such” is not the name of a strategy/],
    ["#theme=dark", /names no strategy/],
    ["#s1=AAAA", /damaged/],
    ["#s9=abc", /newer version/],
  ])("%s says why", async (fragment, words) => {
    const { page, end } = await visitPlanner({ around: embed(fragment) });
    await expectText(page.getByTestId("strategy-problems"), words);
    await expectAccessible(page, fragment);
    await end();
  });
});

describe("a page that wants to know what a visitor holds", () => {
  const STRATEGY = JSON.stringify({
    format: "ballast-strategy",
    version: 1,
    id: "half",
    name: "Half and half",
    for: "A trap.",
    source: null,
    weaknesses: ["It listens."],
    classifications: [],
    policy: {
      prior: { kind: "equal" },
      rules: [
        { asset: "btc", exact: "0.5" },
        { asset: "eth", exact: "0.5" },
      ],
    },
  });

  it("hears heights and the strategy it gave, sees an empty element, and reaches nothing inside", async () => {
    const { page, end } = await visit({ around: `${blog.url}hostile.html` });
    await frameIn(page, "planner").getByTestId("strategy-problems").waitFor();
    await page.evaluate((text) => document.querySelector("#planner")?.setAttribute("strategy", text), STRATEGY);
    await fillIn(frameIn(page, "planner"));
    await page.evaluate(() => document.querySelector("#planner")?.setAttribute("theme", "dark"));
    await expect.poll(() => frameIn(page, "planner").locator("html").getAttribute("data-theme")).toBe("dark");

    const { heard, seen, refused } = await page.evaluate(() => {
      const planner = document.querySelector("#planner");
      const frame = planner?.shadowRoot?.querySelector("iframe");
      const inside = frame?.contentWindow as Record<string, unknown> | null | undefined;
      const reach = (path: string): string => {
        try {
          return `${path}: ${String(inside?.[path])}`;
        } catch (error) {
          return (error as Error).name;
        }
      };
      return {
        heard: (globalThis as unknown as { heard: string[] }).heard,
        seen: [
          document.documentElement.outerHTML,
          planner?.shadowRoot?.innerHTML ?? "",
          document.activeElement?.outerHTML ?? "",
          getSelection()?.toString() ?? "",
          JSON.stringify(performance.getEntries()),
          JSON.stringify(Object.entries(localStorage)),
          document.cookie,
        ].join("\n"),
        refused: [
          frame?.contentDocument === null ? "null" : "a document",
          ...["document", "localStorage", "origin", "name", "history", "indexedDB"].map(reach),
        ],
      };
    });
    expect(refused).toEqual(["null", ...Array.from({ length: 6 }, () => "SecurityError")]);
    const kinds = heard.map((line) => line.replace(/[\d.]+/g, "N").replace(/#sN=[\w-]+/, "#sN=…"));
    expect([...new Set(kinds)].sort()).toEqual([
      // Before it gave one.
      'ballast-error {"code":"strategy"}',
      "ballast-ready null",
      'ballast-resize {"height":N}',
      'port {"kind":"height","height":N}',
      'port {"kind":"problem","code":"strategy"}',
      'port {"kind":"strategy","fragment":"#sN=…"}',
      'window {"ballast":"planner","version":N,"kind":"hello"}',
    ]);
    // What was typed, and what follows from it.
    for (const secret of [BTC, ETH, "16,350,618", "7489849", "7,489,849", "92.3"]) {
      expect(heard.join("\n"), secret).not.toContain(secret);
      expect(seen, secret).not.toContain(secret);
    }
    const sent = heard.find((line) => line.includes("#s1="))?.match(/#s1=[\w-]+/)?.[0] ?? "";
    const href = await page.locator("#planner a").getAttribute("href");
    expect(href).toBe(`${inject("siteUrl")}${sent}`);
    await end();
  });

  it("cannot get it out of a frame without a sandbox either: the planner has no origin wherever it is shown", async () => {
    const { page, allow, end } = await visit({ around: blog.url });
    allow(/Blocked opening 'about:blank'/);
    await page.evaluate((src) => {
      const frame = document.createElement("iframe");
      frame.id = "open";
      frame.src = src;
      document.body.prepend(frame);
    }, embed("#strategy=equal-weight"));
    const inside = frameIn(page, "open");
    await inside.getByTestId("calculate").waitFor();
    const state = await inside.locator("body").evaluate(() => {
      const attempt = (what: () => unknown): string => {
        try {
          return String(what());
        } catch (error) {
          return (error as Error).name;
        }
      };
      return [origin, attempt(() => localStorage), attempt(() => document.cookie), attempt(() => open("about:blank"))];
    });
    expect(state.slice(0, 3)).toEqual(["null", "SecurityError", "SecurityError"]);
    // No window: Chromium says so by null, Firefox by an exception.
    expect(state[3]).toMatch(/^(null|InvalidAccessError)$/);
    await end();
  }, 90_000);

  it("can send the frame anything: it listens to its parent's first port, and to what it understands", async () => {
    const { page, end } = await visit({ around: `${blog.url}hostile.html` });
    await frameIn(page, "planner").getByTestId("strategy-problems").waitFor();
    await page.evaluate((src) => {
      document.querySelector("#planner")?.remove();
      (globalThis as unknown as { heard: string[] }).heard.length = 0;
      const frame = document.createElement("iframe");
      frame.id = "raw";
      frame.setAttribute("sandbox", "allow-scripts");
      frame.src = src;
      document.body.append(frame);
    }, embed("#wait"));
    await expect.poll(() => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.length)).toBe(1);

    // From a window that is not its parent: itself.
    await frameIn(page, "raw")
      .locator("body")
      .evaluate(() => {
        const { port1, port2 } = new MessageChannel();
        window.postMessage({ ballast: "planner", version: 1, kind: "port" }, "*", [port2]);
        port1.postMessage({ kind: "configure", strategy: "type-mix" });
      });

    const rogue = await page.evaluate(async () => {
      const target = document.querySelector<HTMLIFrameElement>("#raw")?.contentWindow;
      const greeting = { ballast: "planner", version: 1, kind: "port" };
      const answers: unknown[] = [];
      const send = (data: unknown, ports = 1): MessagePort[] => {
        const channels = Array.from({ length: ports }, () => new MessageChannel());
        for (const { port1 } of channels) {
          port1.addEventListener("message", (event) => answers.push(event.data));
          port1.start();
          port1.postMessage({ kind: "configure", strategy: "core-satellite" });
        }
        target?.postMessage(
          data,
          "*",
          channels.map(({ port2 }) => port2),
        );
        return channels.map(({ port1 }) => port1);
      };
      const cyclic: Record<string, unknown> = { ...greeting, kind: "hello" };
      cyclic["self"] = cyclic;
      for (const data of [null, 5, "port", [], {}, { ...greeting, version: 2 }, { ...greeting, ballast: {} }])
        send(data);
      send(cyclic);
      send("x".repeat(20_000_000));
      send(greeting, 0);
      send(greeting, 2);

      const { port1, port2 } = new MessageChannel();
      target?.postMessage(greeting, "*", [port2]);
      const wrong: unknown[] = [null, [], { kind: "configure" }, { kind: "configure", strategy: 5 }, { kind: "other" }];
      wrong.push({ kind: "configure", strategy: "x".repeat(20_000_000) });
      const round: Record<string, unknown> = { kind: "configure", strategy: {} };
      round["strategy"] = round;
      wrong.push(round);
      for (const data of wrong) port1.postMessage(data);
      const style = {
        accent: "red; background: url(https://stranger.example/)",
        background: "url(https://stranger.example/x)",
        surface: "var(--bad)",
        text: "rgb(0 0 0)} body { display: none",
        line: "image-set('https://stranger.example/' 1x)",
        radius: "calc(100vw * 1000)",
        font: "x; } @import 'https://stranger.example'",
        "on-accent": "#ffffff",
        other: "red",
      };
      port1.postMessage({ kind: "configure", strategy: "equal-weight", theme: "<b>", locale: "x".repeat(1e6), style });
      await new Promise<void>((done) => {
        port1.addEventListener("message", ({ data }: MessageEvent<{ kind: string }>) => {
          if (data.kind === "strategy") done();
        });
        port1.start();
      });
      send(greeting);
      return answers;
    });
    expect(rogue).toEqual([]);
    const frame = frameIn(page, "raw");
    await expectText(frame.getByRole("heading", { level: 1 }), "Equal weights");
    expect(await frame.locator("html").getAttribute("style")).toBe("--on-accent: #ffffff;");
    expect(await frame.locator("html").getAttribute("data-theme")).toBeNull();
    await end();
  });

  it("cannot make the element believe another window, nor what does not come from its frame", async () => {
    const { page, end } = await visit({ around: blog.url });
    await expectText(frameIn(page, "second").getByRole("heading", { level: 1 }), "Half and half");
    const [before, after] = await page.evaluate(() => {
      const frame = document.querySelector("#second")?.shadowRoot?.querySelector("iframe");
      const height = (): string => frame?.style.height ?? "";
      const first = height();
      const data = { ballast: "planner", version: 1, kind: "hello" };
      for (const origin of ["null", location.origin]) {
        window.dispatchEvent(new MessageEvent("message", { data, origin, source: window }));
        window.dispatchEvent(
          new MessageEvent("message", { data: { kind: "height", height: 5 }, origin, source: window }),
        );
      }
      return [first, height()];
    });
    expect(after).toBe(before);
    await expectText(frameIn(page, "second").getByRole("heading", { level: 1 }), "Half and half");
    await end();
  });
});
