/** The sample with market caps, and strategies put in place of its targets. */
import type { Page } from "playwright-core";

import { sampleWithCaps } from "./sample-with-caps.js";
import { expectText, goTo, openSample } from "./steps.js";

export async function openWithCaps(page: Page): Promise<void> {
  await openSample(page);
  await page.getByTestId("menu-button").click();
  await page.getByRole("button", { name: /^Open/ }).click();
  const buffer = Buffer.from(JSON.stringify(sampleWithCaps()));
  await page.getByTestId("open-file").setInputFiles({ name: "sample.json", mimeType: "application/json", buffer });
  await page.getByTestId("open-confirm").click();
  await page.getByTestId("open-dialog").waitFor({ state: "hidden" });
  await expectText(page.getByTestId("total-value"), "130,000.00");
}

export async function openStrategies(page: Page): Promise<void> {
  await goTo(page, "Targets");
  await page.getByRole("button", { name: "Strategies", exact: true }).click();
  await page.getByTestId("strategy-details").waitFor();
}

export async function applyStrategy(page: Page, name: string): Promise<void> {
  await openStrategies(page);
  await page.getByTestId("strategy-dialog").getByRole("radio", { name }).check();
  await page.getByTestId("strategy-apply").click();
  await page.getByRole("heading", { name: "Targets", level: 1 }).waitFor();
}
