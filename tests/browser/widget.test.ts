/** The planner on other people's pages: it works under their policies, and tells them nothing. */
import type { FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, inject, it } from "vitest";

import { startBlog, type Blog } from "./support/blog.js";
import { expectText } from "./support/steps.js";
import { DESKTOP, PHONE, visit } from "./support/visit.js";

let blog: Blog;
beforeAll(async () => {
  blog = await startBlog(inject("siteUrl"));
});
afterAll(() => blog.close());

function frameIn(page: Page, id: string): FrameLocator {
  return page.frameLocator(`#${id} iframe, iframe#${id}`);
}

/** The visitor's own figures: half in each would be 8,675,309.00. */
async function fillIn(frame: FrameLocator): Promise<void> {
  await frame.getByLabel("Value of BTC").fill("16350618");
  await frame.getByLabel("Value of ETH").fill("1000000");
  await frame.getByTestId("calculate").click();
  await frame.getByTestId("results").waitFor();
}

describe.each([
  ["phone", PHONE],
  ["desktop", DESKTOP],
] as const)("on a blog with a strict policy, on a %s", (_, viewport) => {
  it("a reader types what they hold and gets the trades", async () => {
    const { page, end } = await visit({ around: blog.url, viewport });
    const frame = frameIn(page, "second");
    await expectText(frame.getByRole("heading", { level: 1 }), "Half and half");
    await expectText(frame.getByTestId("weaknesses"), "Two coins are not many.");
    await fillIn(frame);
    const rows = frame.getByTestId("weight-row");
    await expectText(rows.nth(0), /BTC\s+94\.2\u202f%\s+50\.0\u202f%\s+\+44\.2\u202fpp/);
    const trades = frame.getByTestId("trade");
    await expectText(trades.nth(0), /Sell BTC\s+7,675,309\.00 USD/);
    await expectText(trades.nth(1), /Buy ETH\s+7,675,309\.00 USD/);
    await expectText(frame.getByTestId("cash-after"), "0.00 USD");
    await end();
  });
});
