// @ts-check
/** npm run screenshots: takes public/screenshots/ from the built page (dist/), for the dialog that installs it. */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { CHROMIUM } from "../../tools/chromium.mjs";
import { serve } from "../../tools/serve.mjs";

const at = (/** @type {string} */ path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const PICTURES = [
  { name: "plan-wide.png", width: 1280, height: 800 },
  { name: "plan-narrow.png", width: 390, height: 844 },
];

await mkdir(at("public/screenshots"), { recursive: true });
const server = await serve({ root: at("dist"), port: 0 });
const browser = await chromium.launch(CHROMIUM);
try {
  for (const { name, width, height } of PICTURES) {
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce", locale: "en-US" });
    const page = await context.newPage();
    await page.goto(server.url);
    await page.getByTestId("door-sample").click();
    await page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name: "Plan" }).click();
    await page.getByTestId("trade-row").first().waitFor();
    await page.screenshot({ path: at(`public/screenshots/${name}`) });
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`written: ${PICTURES.map(({ name }) => name).join(", ")}`);
