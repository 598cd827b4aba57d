/** One visitor: a fresh profile, watched all the way. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, expect, inject } from "vitest";

import { ENGINE } from "./engine.js";
import { reportViolations, watch, type Watch } from "./watch.js";

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

export interface VisitOptions {
  url?: string;
  viewport?: { width: number; height: number };
  colorScheme?: "light" | "dark";
  permissions?: string[];
  /** A page of another site, which shows parts of this one. */
  around?: string;
  /** What loading it brings about on purpose. */
  allow?: RegExp[];
}

export interface Visit extends Watch {
  context: BrowserContext;
  page: Page;
  url: string;
  /** Closes the profile; fails if anything was found. */
  end: () => Promise<void>;
}

let browser: Promise<Browser> | undefined;

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

export async function visit(options: VisitOptions = {}): Promise<Visit> {
  browser ??= ENGINE.type.connect(endpoint());
  const url = options.url ?? inject("siteUrl");
  const context = await (
    await browser
  ).newContext({
    viewport: options.viewport ?? DESKTOP,
    colorScheme: options.colorScheme ?? "light",
    permissions: options.permissions ?? [],
    // Motion would only make pictures and clicks uncertain.
    reducedMotion: "reduce",
    locale: "en-US",
  });
  const watched = watch(context, url, options.around);
  watched.allow(...(options.allow ?? []));
  await context.addInitScript(reportViolations);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(options.around ?? url);
  return {
    ...watched,
    context,
    page,
    url,
    end: async () => {
      await context.close();
      expect(watched.findings).toEqual([]);
    },
  };
}

/** This worker's browser: what happens in it, be it a crash, is nothing to the files that run beside this one. */
function endpoint(): string {
  const worker = Number(process.env["VITEST_POOL_ID"]);
  const own = inject("browserEndpoints")[worker - 1];
  if (own === undefined) throw new Error(`There is no browser for worker ${String(worker)}.`);
  return own;
}
