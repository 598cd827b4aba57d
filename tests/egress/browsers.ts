/** The three browsers behind one door: open a page, set a way off, click where a person would be brought to click. */
import { chromium, firefox, type Browser } from "playwright-core";

import { CHROMIUM } from "../../tools/chromium.mjs";
import { FIREFOX } from "../../tools/firefox.mjs";
import { startWebKit } from "../engines/webkit.js";
import { DOOR } from "./page-ways.js";

export interface Tab {
  /** Calls the page's function of that name. */
  call: (name: string, slugs: string[]) => Promise<void>;
  click: () => Promise<void>;
  /** Names of the marks at the page's root element. */
  marks: () => Promise<string[]>;
  close: () => Promise<void>;
}

export interface EgressBrowser {
  version: string;
  /** How many tabs at once. */
  hands: number;
  /** The planner as its frame shows it: in WebKit "self" is nobody in a sandboxed document, and all has to be in one file. */
  frame: "embed/" | "embed-one-file.html";
  open: (url: string) => Promise<Tab>;
  close: () => Promise<void>;
}

export const BROWSERS: Record<string, () => Promise<EgressBrowser>> = {
  Chromium: async () => {
    // As a reader's browser is: QUIC and early connections are among the ways.
    const left = ["--disable-quic", "--disable-background-networking"];
    const args = CHROMIUM.args.filter((arg) => !left.includes(arg));
    return throughPlaywright(await chromium.launch({ ...CHROMIUM, args }));
  },
  Firefox: async () => throughPlaywright(await firefox.launch(FIREFOX)),
  WebKitGTK: throughWebDriver,
};

function throughPlaywright(browser: Browser): EgressBrowser {
  return {
    version: browser.version(),
    hands: 3,
    frame: "embed/",
    open: async (url) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      await page.goto(url);
      return {
        call: (name, slugs) => page.evaluate(callByName, [name, slugs] as const),
        click: () => page.locator(`#${DOOR}`).click(),
        marks: () => page.evaluate(() => document.documentElement.getAttributeNames()),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

function callByName([name, slugs]: readonly [string, string[]]): void {
  (globalThis as unknown as Record<string, (slugs: string[]) => void>)[name]!(slugs);
}

async function throughWebDriver(): Promise<EgressBrowser> {
  const { driver, version, close } = await startWebKit();
  const first = await driver.getWindowHandle();
  return {
    version,
    hands: 1,
    frame: "embed-one-file.html",
    open: async (url) => {
      await driver.get(url);
      return {
        call: async (name, slugs) => {
          // This driver comes back before the page's script has run.
          await driver.wait(() => driver.executeScript<boolean>("return arguments[0] in globalThis", name), 15_000);
          await driver.executeScript("globalThis[arguments[0]](arguments[1])", name, slugs);
        },
        click: async () => {
          const door = await driver.wait(() => driver.findElements({ id: DOOR }).then(([found]) => found), 15_000);
          await door?.click();
        },
        marks: () => driver.executeScript<string[]>("return document.documentElement.getAttributeNames()"),
        close: async () => {
          for (const handle of await driver.getAllWindowHandles()) {
            if (handle === first) continue;
            await driver.switchTo().window(handle);
            await driver.close();
          }
          await driver.switchTo().window(first);
          await driver.get("about:blank");
        },
      };
    },
    close,
  };
}
