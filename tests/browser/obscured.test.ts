/** What has the focus, and what the page says, is in sight: neither lies under the header nor under the verdict. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { goTo, openSample } from "./support/steps.js";
import { DESKTOP, PHONE, visit } from "./support/visit.js";

const STOPS = 60;

async function applyThree(page: Page): Promise<void> {
  await goTo(page, "Targets");
  await page.getByRole("button", { name: "Strategies", exact: true }).click();
  await page.getByRole("radio", { name: "Tier, type and jurisdiction together" }).check();
  await page.getByTestId("strategy-apply").click();
  await page.getByTestId("verdict").waitFor();
}

/** The name of the focused element where something else lies over its middle; null where it is in sight. */
function hidden(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    let focused: Element | null = document.activeElement;
    while (focused?.shadowRoot?.activeElement != null) focused = focused.shadowRoot.activeElement;
    if (focused === null || focused === document.body) return null;
    const { left, top, width, height } = focused.getBoundingClientRect();
    let over = document.elementFromPoint(left + width / 2, top + height / 2);
    for (;;) {
      const inner: Element | null = over?.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2) ?? null;
      if (inner === null || inner === over) break;
      over = inner;
    }
    if (over !== null && (focused.contains(over) || over.contains(focused))) return null;
    return `${focused.getAttribute("aria-label") ?? focused.textContent} at ${String(top)}, under ${over?.className ?? "nothing"}`;
  });
}

describe.each([
  ["desktop", DESKTOP],
  ["phone", PHONE],
] as const)("on a %s", (_, viewport) => {
  it("the keyboard walks through the rules, there and back, and each stop is in sight", async () => {
    const { page, end } = await visit({ viewport });
    await openSample(page);
    await applyThree(page);
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await page.getByRole("radio", { name: "As held now" }).focus();
    for (const key of ["Tab", "Shift+Tab"]) {
      for (let stop = 0; stop < STOPS; stop += 1) {
        await page.keyboard.press(key);
        expect(await hidden(page)).toBe(null);
      }
    }
    await end();
  });

  it("the questions and the mix of the risk profile are in sight above the dialog's buttons", async () => {
    const { page, end } = await visit({ viewport });
    await openSample(page);
    await goTo(page, "Targets");
    await page.getByRole("button", { name: "Risk profile", exact: true }).click();
    const dialog = page.getByTestId("profile-dialog");
    await dialog.getByTestId("question").first().waitFor();
    const questions = await dialog.getByTestId("question").count();
    await dialog.getByRole("radio").first().focus();
    for (let question = 0; question < questions; question += 1) {
      await page.keyboard.press("Space");
      expect(await hidden(page)).toBe(null);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type("8");
    expect(await hidden(page)).toBe(null);
    await dialog.getByRole("button", { name: "Change it first" }).press("Enter");
    for (let field = 0; field < 4; field += 1) {
      await expect.poll(() => hidden(page)).toBe(null);
      await page.keyboard.press("Tab");
    }
    await end();
  });

  it("what is said covers neither the heading nor the verdict", async () => {
    const { page, end } = await visit({ viewport });
    await openSample(page);
    await applyThree(page);
    const said = await page.getByTestId("saying").boundingBox();
    const heading = await page.getByRole("heading", { name: "Targets", level: 1 }).boundingBox();
    const verdict = await page.getByTestId("verdict").boundingBox();
    if (said === null || heading === null || verdict === null) throw new Error("one of them is not there");
    expect(said.y).toBeGreaterThanOrEqual(heading.y + heading.height);
    expect(said.y + said.height).toBeLessThanOrEqual(verdict.y);
    await end();
  });
});
