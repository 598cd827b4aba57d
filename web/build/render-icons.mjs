// @ts-check
/** npm run icons: writes public/icons/ from the mark. Needs a Chromium (CHROMIUM names another than /usr/bin/chromium). */
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { CHROMIUM } from "../../tools/chromium.mjs";
import { FULL_BLEED, iconSvg, MASKABLE, ROUNDED } from "./icon-art.mjs";

const folder = fileURLToPath(new URL("../../public/icons/", import.meta.url));

const PICTURES = [
  { name: "icon-192.png", size: 192, art: ROUNDED },
  { name: "icon-512.png", size: 512, art: ROUNDED },
  { name: "icon-maskable-512.png", size: 512, art: MASKABLE },
  { name: "apple-touch-icon.png", size: 180, art: FULL_BLEED },
];

await mkdir(folder, { recursive: true });
await writeFile(`${folder}icon.svg`, iconSvg(ROUNDED));

const browser = await chromium.launch(CHROMIUM);
for (const { name, size, art } of PICTURES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = iconSvg(art).replace("<svg ", `<svg width="${size}" height="${size}" style="display:block" `);
  await page.setContent(`<body style="margin:0;background:transparent">${svg}</body>`);
  await page.screenshot({ path: `${folder}${name}`, omitBackground: true });
  await page.close();
}
await browser.close();
console.log(`written: ${["icon.svg", ...PICTURES.map(({ name }) => name)].join(", ")}`);
