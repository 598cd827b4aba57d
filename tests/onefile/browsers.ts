/** The browsers that the one-file edition is opened in. */
import { chromium, firefox, type BrowserContext } from "playwright-core";

import { CHROMIUM } from "../../tools/chromium.mjs";

export interface Kind {
  name: string;
  /** With a profile that outlives it, so that what is kept can be looked for by the next one. */
  open: (profile: string) => Promise<BrowserContext>;
  /** Over WebDriver BiDi no word comes of a download that a file's page makes. */
  tellsOfDownloads: boolean;
}

const COMMON = { viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", locale: "en-US" } as const;

export const BROWSERS: Kind[] = [
  {
    name: "Chromium",
    tellsOfDownloads: true,
    open: (profile) => chromium.launchPersistentContext(profile, { ...CHROMIUM, ...COMMON }),
  },
  {
    name: "Firefox",
    tellsOfDownloads: false,
    // The machine's own, spoken to over WebDriver BiDi.
    open: (profile) =>
      firefox.launchPersistentContext(profile, {
        channel: "moz-firefox",
        executablePath: process.env["FIREFOX"] ?? "/usr/bin/firefox-esr",
        headless: true,
        viewport: COMMON.viewport,
      }),
  },
];
