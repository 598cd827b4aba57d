/** WebKit refuses a frame without an origin its own files: there the planner stands in one file, and does the same. */
import type { WebDriver, WebElement } from "selenium-webdriver";
import { By } from "selenium-webdriver";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import { startBlog, type Blog } from "../browser/support/blog.js";
import { startSite, type Site } from "../browser/support/site.js";
import { startWebKit, type WebKit } from "./webkit.js";

const PATIENCE_MS = 30_000;

let site: Site;
let blog: Blog;
let webkit: WebKit;
beforeAll(async () => {
  site = await startSite();
  blog = await startBlog(site.url);
  webkit = await startWebKit();
}, 60_000);
afterAll(async () => {
  await webkit.close();
  await blog.close();
  await site.close();
});
beforeEach(() => webkit.driver.get(blog.url));

/** By the id of the element, or of the frame itself. */
const FRAME = `
  const found = document.getElementById(arguments[0]);
  return found?.shadowRoot?.querySelector("iframe") ?? found;
`;

/** The frame may be on its way from the form that does not start to the one that does. */
async function enter(driver: WebDriver, id: string): Promise<void> {
  await driver.wait(async () => {
    await driver.switchTo().defaultContent();
    await driver.switchTo().frame(await driver.executeScript<WebElement>(FRAME, id));
    return (await driver.findElements(By.css("[data-testid=calculate]"))).length > 0;
  }, PATIENCE_MS);
}

async function field(driver: WebDriver, label: string): Promise<WebElement> {
  return driver.wait(async () => {
    const fields = await driver.findElements(By.css("input"));
    for (const one of fields) if ((await one.getAccessibleName()).includes(label)) return one;
    return null;
  }, PATIENCE_MS) as Promise<WebElement>;
}

interface Hands {
  type: (field: WebElement, text: string) => Promise<unknown>;
  press: (button: WebElement) => Promise<unknown>;
}

const ofReader: Hands = {
  type: (one, text) => one.sendKeys(text),
  press: (one) => one.click(),
};

/** This driver's keys and clicks do not reach a frame of another origin. */
const ofScript: Hands = {
  type: (one, text) =>
    webkit.driver.executeScript<unknown>(
      "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new InputEvent('input', { bubbles: true }));",
      one,
      text,
    ),
  press: (one) => webkit.driver.executeScript<unknown>("arguments[0].click()", one),
};

async function calculate(driver: WebDriver, { type, press }: Hands): Promise<string[]> {
  await type(await field(driver, "Value of BTC"), "16350618");
  await type(await field(driver, "Value of ETH"), "1370919");
  await press(await driver.findElement(By.css("[data-testid=calculate]")));
  const trades = await driver.wait(async () => {
    const found = await driver.findElements(By.css("[data-testid=trade]"));
    return found.length === 2 ? found : null;
  }, PATIENCE_MS);
  return Promise.all((trades ?? []).map((trade) => trade.getText()));
}

const TRADES = [/Sell BTC\s+7,489,849\.50 USD/, /Buy ETH\s+7,489,849\.50 USD/].map((words): unknown =>
  expect.stringMatching(words),
);

it("a reader types what they hold and gets the trades, in a planner made by the element", async () => {
  const { driver } = webkit;
  await enter(driver, "second");
  expect(await driver.findElement(By.css("h1")).getText()).toBe("Half and half");
  expect(await calculate(driver, ofScript)).toEqual(TRADES);
});

it.each([
  ["a frame", ofScript],
  ["a page of its own", ofReader],
])("the same in a planner without the element, as %s", async (place, hands) => {
  const { driver } = webkit;
  if (place === "a frame") await enter(driver, "third");
  else await driver.get(`${site.url}embed-one-file.html#strategy=equal-weight`);
  await hands.type(await field(driver, "Asset of row 1"), "BTC");
  await hands.type(await field(driver, "Asset of row 2"), "ETH");
  expect(await calculate(driver, hands)).toEqual(TRADES);
});

it("the frame is as high as the planner in it, and its strategy can be opened in Ballast", async () => {
  const { driver } = webkit;
  await enter(driver, "first");
  const inside = await driver.executeScript<number>("return Math.ceil(document.body.getBoundingClientRect().height)");
  await driver.switchTo().defaultContent();
  const outside = await driver.executeScript<{ height: number; link: string }>(`
    const { shadowRoot } = document.getElementById("first");
    return { height: shadowRoot.querySelector("iframe").clientHeight, link: shadowRoot.querySelector("a").href };
  `);
  expect(Math.abs(outside.height - inside)).toBeLessThanOrEqual(1);
  expect(outside.link).toMatch(/#s1=/);
});
