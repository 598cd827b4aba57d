// Takes the picture in the README from the built site: opens the sample portfolio, goes to its plan.
//
//   node tools/screenshot.mjs [--root dist] [--out docs/images/plan.png]
import { existsSync } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";

import { chromium } from "playwright-core";

import { CHROMIUM } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const MOST_BYTES = 300_000;

const { values } = parseArgs({
  options: { root: { type: "string", default: "dist" }, out: { type: "string", default: "docs/images/plan.png" } },
});
if (!existsSync(join(values.root, "index.html")))
  throw new Error(`there is no built site in ${values.root}/ (./dev build makes it)`);
await mkdir(dirname(values.out), { recursive: true });

const server = await serve({ root: values.root, port: 0 });
const browser = await chromium.launch(CHROMIUM);
try {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    colorScheme: "light",
    reducedMotion: "reduce",
    locale: "en-US",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(server.url);
  await page.getByTestId("door-sample").click();
  await page.getByRole("heading", { name: "Holdings", level: 1 }).waitFor();
  await page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name: "Plan" }).click();
  await page.getByTestId("trade-row").first().waitFor();
  await page.screenshot({ path: values.out });
} finally {
  await browser.close();
  await server.close();
}

const { size } = await stat(values.out);
if (size > MOST_BYTES) throw new Error(`${values.out} has ${size} bytes; at most ${MOST_BYTES} are wanted`);
process.stdout.write(`${values.out}: ${Math.round(size / 1000)} kB\n`);
