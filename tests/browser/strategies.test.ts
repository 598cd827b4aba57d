/** From a portfolio through a strategy in three classifications, or a risk profile, to targets, analysis and plan. */
import { describe, expect, it } from "vitest";

import { TELLS_OF_DOWNLOADS } from "./support/engine.js";
import { expectAccessible, expectNoOverflow } from "./support/accessible.js";
import { contentOf, expectLedgersToAddUp, expectSaved, expectText, goTo, readTrades } from "./support/steps.js";
import { applyStrategy, openStrategies, openWithCaps } from "./support/strategies.js";
import { startSite } from "./support/site.js";
import { DESKTOP, PHONE, visit } from "./support/visit.js";

const THREE = "Tier, type and jurisdiction together";

describe.each([
  ["phone", PHONE],
  ["desktop", DESKTOP],
] as const)("on a %s", (_, viewport) => {
  it.each(["light", "dark"] as const)(
    "from the sample through three classifications to a plan, in %s",
    async (colorScheme) => {
      const { page, end } = await visit({ viewport, colorScheme });
      await openWithCaps(page);
      await openStrategies(page);
      await page.getByTestId("strategy-dialog").getByRole("radio", { name: THREE }).check();
      await expectText(page.getByTestId("strategy-rules"), /Market cap: Large, at least 40\u202f%/);
      await expectText(page.getByTestId("strategy-details"), /3 of your 6 assets have a market cap/);
      await expectAccessible(page, "strategies");
      await expectNoOverflow(page, "strategies");
      await page.getByTestId("strategy-apply").click();
      await expectText(page.getByTestId("saying"), THREE);
      await expectAccessible(page, "targets from rules");
      await expectNoOverflow(page, "targets from rules");

      await goTo(page, "Now vs target");
      await expect.poll(() => page.getByTestId("class-table").count()).toBe(3);
      await expectText(page.getByTestId("class-table").nth(1), /Pure currency[\s\S]*30\.0/);
      await page.getByTestId("treemap").waitFor();
      await expectText(page.getByTestId("heat-map"), /Large[\s\S]*Unclassified/);
      await expectText(page.getByTestId("composition"), /Effective number of assets/);
      await page.getByTestId("findings").waitFor();
      await page.getByText("The same as a table").click();
      await expectText(page.getByTestId("treemap-table"), /Bitcoin/);
      await expectAccessible(page, "analysis");
      await expectNoOverflow(page, "analysis");
      await page.getByTestId("analysis").getByRole("radio", { name: "Target", exact: true }).check();
      await expect
        .poll(() => page.getByTestId("treemap").getAttribute("aria-label"))
        .toMatch(/^Target, by Type: .*Pure currency 30\.0/);
      await page.getByTestId("analysis").getByRole("radio", { name: "After the plan" }).check();
      await expect
        .poll(() => page.getByTestId("treemap").getAttribute("aria-label"))
        .toMatch(/^After the plan, by Type/);
      await page.getByRole("combobox", { name: "Rows" }).selectOption("Jurisdiction");
      await expectText(page.getByTestId("heat-map"), /No issuer/);
      await expectAccessible(page, "analysis after the plan");
      await expectNoOverflow(page, "analysis after the plan");

      await goTo(page, "Plan");
      expect((await readTrades(page)).length).toBeGreaterThan(0);
      await expectLedgersToAddUp(page);
      expect(await page.getByTestId("class-changes").count()).toBe(3);
      await expectAccessible(page, "plan by class");
      await expectNoOverflow(page, "plan by class");
      await end();
    },
  );

  it.each(["light", "dark"] as const)(
    "the risk profile is accessible and leads to rules, in %s",
    async (colorScheme) => {
      const { page, end } = await visit({ viewport, colorScheme });
      await openWithCaps(page);
      await goTo(page, "Targets");
      await page.getByRole("button", { name: "Risk profile", exact: true }).click();
      const dialog = page.getByTestId("profile-dialog");
      await expectText(dialog.getByTestId("profile-open"), /to go/);
      for (const question of await dialog.getByTestId("question").all())
        await question.getByRole("radio").nth(1).check();
      await dialog.getByTestId("profile-horizon").fill("8");
      await dialog.getByTestId("profile-parts").waitFor();
      await expectAccessible(page, "risk profile");
      await expectNoOverflow(page, "risk profile");

      await dialog.getByRole("button", { name: "Change it first" }).click();
      const shares = dialog.getByTestId("profile-mix").getByRole("textbox");
      await shares.first().fill("99");
      await dialog.getByRole("button", { name: "As calculated" }).click();
      await expectText(dialog.getByTestId("mix-sum"), /^100/);
      expect(await shares.count()).toBe(0);
      await page.keyboard.press("Enter");
      await expect.poll(() => shares.first().evaluate((field) => field.matches(":focus"))).toBe(true);
      for (const [at, share] of ["60", "45", "0", "0"].entries()) await shares.nth(at).fill(share);
      await expectText(dialog.getByTestId("mix-sum"), /105\u202f% 5\u202f% too much/);
      expect(await dialog.getByTestId("profile-take").isDisabled()).toBe(true);
      await expectAccessible(page, "a mix that is too much");
      await expectNoOverflow(page, "a mix that is too much");
      await shares.nth(1).fill("40");
      await expectText(dialog.getByTestId("mix-sum"), /^100/);
      await dialog.getByTestId("profile-take").click();
      await expectText(page.getByTestId("saying"), "follow the mix");
      await goTo(page, "Now vs target");
      await expectText(page.getByTestId("class-table"), /Reserve[\s\S]*60\.0/);
      await end();
    },
  );
});

describe("a strategy", () => {
  it("is one change: undo brings the old targets back", async () => {
    const { page, end } = await visit();
    await openWithCaps(page);
    await openStrategies(page);
    // The keyboard begins where a strategy is chosen.
    await expectText(page.getByTestId("strategy-details").locator("h3"), "Tiers by market cap");
    await page.keyboard.press("ArrowUp");
    await expectText(page.getByTestId("strategy-details").locator("h3"), "60 / 40 of shares and bonds");
    await page.getByTestId("strategy-apply").press("Enter");
    await expectText(page.getByTestId("saying"), "60 / 40");
    await page.getByRole("button", { name: "Undo" }).first().click();
    await expectText(page.getByTestId("saying"), /Undone: Use the strategy/);
    await goTo(page, "Now vs target");
    expect(await page.getByTestId("class-table").count()).toBe(0);
    expect(await page.getByTestId("analysis").count()).toBe(0);
    await end();
  });

  it("for other assets than one has says what is missing, before it is used and after", async () => {
    const { page, end } = await visit({ viewport: PHONE });
    await openWithCaps(page);
    await openStrategies(page);
    await page
      .getByTestId("strategy-dialog")
      .getByRole("radio", { name: /^Core and satellites/ })
      .check();
    await expectText(page.getByTestId("strategy-empty"), "Assets in Type: Stablecoin, where you have none yet");
    await page.getByTestId("strategy-apply").click();
    await expectText(page.getByTestId("empty-classes"), "No asset lies in Type: Stablecoin.");
    await expectAccessible(page, "a class without assets");
    await expectNoOverflow(page, "a class without assets");
    await page.getByTestId("empty-classes").getByRole("button", { name: "Classifications" }).click();
    await page.getByRole("heading", { name: "Classifications", level: 1 }).waitFor();
    await end();
  });

  it("without any assets waits for them; the plan says so", async () => {
    const { page, end } = await visit();
    await page.getByTestId("door-type").click();
    await applyStrategy(page, "60 / 40 of shares and bonds");
    await expectText(page.getByTestId("nothing-yet"), "There are no assets yet");
    await goTo(page, "Plan");
    await expectText(page.getByTestId("nothing-yet"), "There are no assets yet");
    await end();
  });

  it.runIf(TELLS_OF_DOWNLOADS)(
    "can be saved as a file, and opened again; a wrong file says everything that is wrong",
    async () => {
      const { page, end } = await visit();
      await openWithCaps(page);
      await openStrategies(page);
      expect(await page.getByRole("button", { name: "Save my rules as a strategy file" }).isDisabled()).toBe(true);
      await page.getByTestId("strategy-dialog").getByRole("button", { name: "Cancel" }).click();
      await applyStrategy(page, THREE);
      await openStrategies(page);
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save my rules as a strategy file" }).click();
      const saved = await contentOf(await downloading);
      expect(saved).not.toMatch(/btc|quantity|holdings/);

      const open = (content: string) =>
        page
          .getByTestId("strategy-file")
          .setInputFiles({ name: "mine.json", mimeType: "application/json", buffer: Buffer.from(content) });
      const wrong = JSON.parse(saved) as { name: string; policy: { rules: { exact?: string; least?: string }[] } };
      wrong.name = "";
      wrong.policy.rules[0] = { ...wrong.policy.rules[0], least: "40 %" };
      await open(JSON.stringify(wrong));
      await expectText(
        page.getByTestId("strategy-problems"),
        /2 problems[\s\S]*\/name[\s\S]*\/policy\/rules\/0\/least/,
      );
      await expectAccessible(page, "a strategy file with problems");
      await expectNoOverflow(page, "a strategy file with problems");
      await open(saved);
      await expectText(page.getByTestId("strategy-dialog"), /\(from a file\)/);
      await page.getByTestId("strategy-apply").click();
      await expectText(page.getByTestId("saying"), "now follow");
      await end();
    },
  );

  it("is there without a connection, with the catalogue, the analysis and the plan", async () => {
    const site = await startSite();
    try {
      const { page, context, allow, end } = await visit({ url: site.url });
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
      await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
      await context.setOffline(true);
      site.bend(() => "hang");
      await page.reload();
      await openWithCaps(page);
      await applyStrategy(page, THREE);
      await goTo(page, "Now vs target");
      await page.getByTestId("heat-map").waitFor();
      await goTo(page, "Plan");
      expect((await readTrades(page)).length).toBeGreaterThan(0);
      await expectSaved(page);
      allow(/sw\.js/);
      await end();
    } finally {
      await site.close();
    }
  });
});
