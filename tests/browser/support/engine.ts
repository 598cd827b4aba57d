/** Which browser the suite runs in: Chromium, or what BALLAST_BROWSER names. */
import { chromium, firefox, type BrowserServer, type BrowserType } from "playwright-core";

import { CHROMIUM } from "../../../tools/chromium.mjs";
import { FIREFOX } from "../../../tools/firefox.mjs";

interface Engine {
  name: "chromium" | "firefox";
  type: BrowserType;
  launch: () => Promise<BrowserServer>;
}

const ENGINES: Record<string, Engine> = {
  chromium: { name: "chromium", type: chromium, launch: () => chromium.launchServer(CHROMIUM) },
  firefox: { name: "firefox", type: firefox, launch: () => firefox.launchServer(FIREFOX) },
};

const wanted = process.env["BALLAST_BROWSER"] ?? "chromium";

function engineNamed(name: string): Engine {
  const engine = ENGINES[name];
  if (engine === undefined) throw new Error(`BALLAST_BROWSER is "${name}"; known: ${Object.keys(ENGINES).join(", ")}`);
  return engine;
}

export const ENGINE = engineNamed(wanted);

const inChromium = ENGINE.name === "chromium";

/** Firefox ESR tells of a file that was made in the page, but in a form that playwright-core passes over. */
export const TELLS_OF_DOWNLOADS = inChromium;
/** playwright-core cannot run code in a worker of Firefox. */
export const REACHES_WORKERS = inChromium;
/** WebDriver BiDi, through which Firefox is driven, cannot set the medium. */
export const EMULATES_PRINT = inChromium;
/** Only Chromium says which features a Permissions-Policy may name, and only Chromium complains of others. */
export const NAMES_FEATURES = inChromium;
