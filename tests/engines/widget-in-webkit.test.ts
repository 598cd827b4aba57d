/** WebKit does not start the planner in its frame (docs/widget.md): its readers are shown where it can be had. */
import { expect, it } from "vitest";

import { startBlog } from "../browser/support/blog.js";
import { startSite } from "../browser/support/site.js";
import { startWebKit } from "./webkit.js";

const LINK = `
  const link = document.querySelector("ballast-planner")?.shadowRoot?.querySelector("a");
  return link == null ? null : { text: link.textContent, address: link.href, height: link.getBoundingClientRect().height };
`;

it("a planner that does not start shows a link to Ballast", async () => {
  const site = await startSite();
  const blog = await startBlog(site.url);
  const { driver, close } = await startWebKit();
  try {
    await driver.get(blog.url);
    const link = await driver.wait(
      () => driver.executeScript<{ text: string; address: string; height: number } | null>(LINK),
      15_000,
    );
    expect(link?.address).toBe(site.url);
    expect(link?.text).toBe("Open Ballast");
    expect(link?.height).toBeGreaterThan(0);
  } finally {
    await close();
    await blog.close();
    await site.close();
  }
});
