/** What must hold of every screen, whatever is on it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { Result, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** axe-core finds nothing. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // Evaluated by the debugger, which the page's policy does not bind.
  await page.evaluate(`if (!globalThis.axe) { ${axe} }`);
  const violations = await page.evaluate(async () => {
    const host = globalThis as unknown as { axe: { run(options: RunOptions): Promise<{ violations: Result[] }> } };
    const { violations: found } = await host.axe.run({ resultTypes: ["violations"] });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary ?? ""}`),
    );
  });
  expect(violations, where).toEqual([]);
}

/** Nothing is wider than the screen. */
export async function expectNoOverflow(page: Page, where: string): Promise<void> {
  const { width, screen } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }));
  expect(width, `${where} is wider than the screen`).toBeLessThanOrEqual(screen);
}
