/** Targets passed on as a link, and taken up from one. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

import { library } from "../../web/app/strategies/library.js";
import { decodeStrategy } from "../../web/shared/share/decode-strategy.js";
import { encodeStrategy } from "../../web/shared/share/encode-strategy.js";
import { expectAccessible, expectNoOverflow } from "./support/accessible.js";
import { startBlog, type Blog } from "./support/blog.js";
import { startSite } from "./support/site.js";
import { expectText, goTo, openSample } from "./support/steps.js";
import { DESKTOP, PHONE, visit } from "./support/visit.js";

let blog: Blog;
beforeAll(async () => {
  blog = await startBlog(inject("siteUrl"));
});
afterAll(() => blog.close());

function fragmentOf(strategy: object): string {
  const encoded = encodeStrategy(strategy);
  if (!encoded.ok) throw new Error(encoded.message);
  return encoded.fragment;
}

async function openShare(page: Page, item: RegExp): Promise<void> {
  await page.getByTestId("menu-button").click();
  await page.getByRole("button", { name: item }).click();
  await page.getByTestId("share-contents").waitFor();
}

const sixtyForty = library.find(({ id }) => id === "sixty-forty") ?? {};

describe.each([
  ["phone", PHONE],
  ["desktop", DESKTOP],
] as const)("on a %s", (_, viewport) => {
  it.each(["light", "dark"] as const)("targets become a link that says what is in it, in %s", async (colorScheme) => {
    const { page, end } = await visit({ viewport, colorScheme, permissions: ["clipboard-write"] });
    await openSample(page);
    await openShare(page, /^Share targets/);
    await page.getByLabel("Name", { exact: true }).fill("From the sample");
    await expectText(page.getByTestId("share-contents"), /BTC|btc/);
    await expectText(page.getByTestId("share-names"), "in your targets");
    await page.getByText("The same as it is written").click();
    await expectAccessible(page, "share");
    await expectNoOverflow(page, "share");

    await page.getByRole("button", { name: "Copy the link" }).click();
    await expectText(page.getByTestId("share-dialog"), "Copied.");
    const link = await page.getByTestId("share-link").inputValue();
    const decoded = decodeStrategy(new URL(link).hash);
    const text = decoded.ok ? decoded.text : "";
    expect(JSON.parse(await page.getByTestId("share-json").innerText())).toEqual(JSON.parse(text));
    expect(text).toContain("From the sample");
    expect(text).not.toMatch(/quantity|price|cash"|account|title|holdings|Sample|61250/);
    await page.getByRole("radio", { name: "On your site" }).check();
    await expectAccessible(page, "snippets");
    await expectNoOverflow(page, "snippets");
    await end();
  });

  it.each(["light", "dark"] as const)(
    "a link is shown, judged and used only when asked, in %s",
    async (colorScheme) => {
      const { page, end } = await visit({ viewport, colorScheme });
      await openSample(page);
      await goTo(page, "Targets");
      await page.evaluate((hash) => (location.hash = hash), fragmentOf(sixtyForty));
      await expectText(page.getByTestId("what-changes"), /2 rules in place of \d+ target weights/);
      await expectText(page.getByTestId("link-dialog"), "60 / 40 of shares and bonds");
      expect(new URL(page.url()).hash).toBe("#targets");
      await expectAccessible(page, "link");
      await expectNoOverflow(page, "link");
      await page.getByRole("button", { name: "Do not use it" }).click();
      await page
        .getByTestId("way")
        .getByRole("radio", { name: /weights/i, checked: true })
        .waitFor();

      await page.evaluate((hash) => (location.hash = hash), fragmentOf(sixtyForty));
      await page.getByTestId("link-apply").click();
      await expectText(page.getByTestId("saying"), "now follow “60 / 40");
      await page.getByRole("button", { name: "Undo" }).first().click();
      await expectText(page.getByTestId("saying"), /Undone: Use the strategy/);
      await end();
    },
  );
});

describe("a link", () => {
  it("opened by somebody without a portfolio begins one, with the assets it names; no server hears of it", async () => {
    const site = await startSite();
    const two = {
      ...sixtyForty,
      classifications: [],
      name: "Two coins",
      policy: {
        prior: { kind: "equal" },
        rules: [
          { asset: "btc", exact: "0.7" },
          { asset: "eth", exact: "0.3" },
        ],
      },
    };
    const fragment = fragmentOf(two);
    const { page, end } = await visit({ url: site.url, around: `${site.url}${fragment}` });
    await expectText(page.getByTestId("what-changes"), "A new, empty portfolio");
    expect(page.url()).toBe(site.url);
    await page.getByTestId("link-apply").click();
    await page.getByRole("heading", { name: "Holdings", level: 1 }).waitFor();
    for (const symbol of ["BTC", "ETH"]) {
      await page.getByLabel(`Price of ${symbol}`).fill("100");
      await page.getByLabel(`Quantity of ${symbol}`).fill("1");
    }
    await goTo(page, "Now vs target");
    await expectText(page.getByTestId("compare-row").nth(0), /70\.0/);
    expect(site.asked.filter((line) => line.includes(fragment.slice(4, 20)))).toEqual([]);
    await end();
    await site.close();
  });

  it.each([
    ["#s1=AAAA", "link-trouble", /incomplete or damaged/],
    ["#s1=???", "link-trouble", /characters/],
    ["#s5=AAAA", "link-trouble", /newer version/],
  ] as const)("%s says what is wrong with it", async (fragment, place, words) => {
    const { page, url, end } = await visit({ around: `${inject("siteUrl")}${fragment}` });
    await expectText(page.getByTestId(place), words);
    expect(await page.getByTestId("link-apply").isDisabled()).toBe(true);
    expect(page.url()).toBe(url);
    await expectAccessible(page, fragment);
    await end();
  });

  it("with a wrong strategy says everything that is wrong at once", async () => {
    const wrong = {
      ...sixtyForty,
      name: "",
      weaknesses: [],
      policy: { prior: { kind: "equal" }, rules: [{ asset: null, exact: "40 %" }] },
      quantity: "5",
    };
    const { page, end } = await visit({ around: `${inject("siteUrl")}${fragmentOf(wrong)}` });
    const problems = page.getByTestId("link-problems");
    await expectText(
      problems,
      /4 problems[\s\S]*\/quantity[\s\S]*\/name[\s\S]*\/weaknesses[\s\S]*\/policy\/rules\/0\/exact/,
    );
    expect(await page.getByTestId("link-apply").isDisabled()).toBe(true);
    await end();
  });
});

it("the lines for a web site work as they are pasted, with a script and without", async () => {
  const { page, end } = await visit();
  await openSample(page);
  await goTo(page, "Targets");
  await page.getByRole("button", { name: "Strategies", exact: true }).click();
  await page.getByTestId("strategy-dialog").getByRole("radio", { name: "60 / 40 of shares and bonds" }).check();
  await page.getByRole("button", { name: "Share this strategy" }).click();
  await page.getByRole("radio", { name: "On your site" }).check();
  await page.getByLabel("Colours").selectOption("dark");
  const element = await page.getByTestId("share-element").inputValue();
  const frame = await page.getByTestId("share-frame").inputValue();
  await end();

  blog.pages.set("pasted.html", `<!doctype html><html lang="en"><title>Pasted</title>${element}${frame}</html>`);
  const reader = await visit({ around: `${blog.url}pasted.html` });
  for (const inside of [
    reader.page.frameLocator("ballast-planner iframe"),
    reader.page.locator("body > iframe").contentFrame(),
  ]) {
    await expectText(inside.getByRole("heading", { level: 1 }), "60 / 40 of shares and bonds");
    expect(await inside.locator("html").getAttribute("data-theme")).toBe("dark");
  }
  const link = reader.page.getByRole("link", { name: "Open this strategy in Ballast" });
  expect(await link.count()).toBe(2);
  for (const one of await link.all()) {
    expect(await one.getAttribute("href")).toBe(`${inject("siteUrl")}${fragmentOf(sixtyForty)}`);
  }
  await reader.end();
});
