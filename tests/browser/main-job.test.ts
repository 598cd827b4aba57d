/** The main job, by all three doors, to trades that add up. */
import { describe, expect, it } from "vitest";

import { TELLS_OF_DOWNLOADS } from "./support/engine.js";
import {
  cents,
  confirmImport,
  contentOf,
  equalTargets,
  expectLedgersToAddUp,
  expectSaved,
  expectText,
  goTo,
  importFile,
  openSample,
  readTrades,
} from "./support/steps.js";
import { DESKTOP, PHONE, visit } from "./support/visit.js";

describe.each([
  ["desktop", DESKTOP],
  ["phone", PHONE],
])("on a %s", (_, viewport) => {
  it("sample: holdings, targets, difference, plan", async () => {
    const { page, end } = await visit({ viewport });
    await openSample(page);
    await expectText(page.getByTestId("total-value"), /130,000\.00/);
    await goTo(page, "Targets");
    await expectText(page.getByTestId("target-sum"), /100/);
    await goTo(page, "Now vs target");
    await expectText(page.getByTestId("misplaced-share"), /8\.0\s%/);
    await expectText(page.getByTestId("outside-count"), /outside/);
    expect(await page.getByTestId("compare-row").count()).toBe(7);
    await goTo(page, "Plan");
    const trades = await readTrades(page);
    expect(trades.some(({ side, symbol }) => side === "buy" && symbol === "VT")).toBe(true);
    expect(trades.some(({ side, symbol }) => side === "sell" && symbol === "BND")).toBe(true);
    await expectText(page.getByTestId("proof"), /Proven optimal|above the lowest possible drift/);
    await expectLedgersToAddUp(page);
    // The trades of an account sum to what its ledger says of sells and buys.
    for (const account of await page.getByTestId("plan-account").all()) {
      const terms = await account.getByTestId("ledger").locator("dt").allInnerTexts();
      const amounts = (await account.getByTestId("ledger").locator("dd").allInnerTexts()).map(cents);
      for (const side of ["sell", "buy"]) {
        const rows = await account
          .locator(`[data-testid=trade-row][data-side=${side}] td[data-label^=Value]`)
          .allInnerTexts();
        const sum = rows.map((text) => cents(text.trim())).reduce((a, b) => a + b, 0n);
        expect(amounts[terms.findIndex((term) => term.includes(`${side}s`))]).toBe(sum);
      }
    }
    await end();
  });
});

describe("a table from elsewhere, through its preview to a plan", () => {
  it.each([
    { file: "generic.csv", layout: "symbol, quantity and price", rows: 4, total: "188,862.00" },
    { file: "wealthfolio_holdings.csv", layout: "Wealthfolio holdings", rows: 4, total: "96,371.38" },
    { file: "yahoo_portfolio.csv", layout: "Yahoo portfolio", rows: 3, total: "43,666.38" },
  ])("$file", async ({ file, layout, rows, total }) => {
    const { page, end } = await visit();
    const preview = await importFile(page, file);
    await expectText(preview, `${rows} rows understood.`);
    await expectText(preview, layout);
    await confirmImport(page);
    await expectText(page.getByTestId("total-value"), total);
    await equalTargets(page);
    await goTo(page, "Plan");
    expect((await readTrades(page)).length).toBeGreaterThan(1);
    await expectLedgersToAddUp(page);
    await end();
  });

  it("pasted from a spreadsheet", async () => {
    const { page, end } = await visit();
    await page.getByTestId("door-import").getByRole("button").click();
    await page.getByTestId("import-text").fill("BTC\t0,5\t95.000,00\nVWCE\t120\t131,42\nCASH\t2500\n");
    await expectText(page.getByTestId("import-preview"), "2 rows understood");
    await confirmImport(page);
    await expectText(page.getByTestId("total-value"), "65,770.40");
    await end();
  });

  it("in Windows-1252, with its euro sign", async () => {
    const { page, end } = await visit();
    const text = "Wertpapier;Stück;Kurs\nVWCE;12,5;€ 131,42\n";
    const bytes = Buffer.from(Array.from(text, (character) => (character === "€" ? 0x80 : character.charCodeAt(0))));
    await importFile(page, "depot.csv", bytes);
    await confirmImport(page);
    await expectText(page.getByTestId("total-value"), /1,642\.75\s+EUR/);
    await end();
  });

  it("with rows that cannot be understood: they are listed, nothing is lost, nothing runs", async () => {
    const { page, end } = await visit();
    const hostile = [
      "symbol,quantity,price,name",
      "BTC,0.5,95000,<img src=x onerror=alert(1)>",
      '"=HYPERLINK(""https://evil.example"")",1,2,x',
      "ETH,NaN,3200,x",
      "SOL,5,0,5,150",
      `VT,3,100,${"long ".repeat(2000)}`,
      "__proto__,1,10,\u202Egnp.exe",
    ].join("\n");
    const preview = await importFile(page, "hostile.csv", Buffer.from(hostile));
    await expectText(preview, "3 rows understood, 3 rows not");
    await expectText(
      page.getByTestId("import-problems"),
      /Row 3: .*formula[\s\S]*Row 4: .*not a number[\s\S]*Row 5: .*5 cells/,
    );
    await confirmImport(page);
    await expectText(page.getByTestId("total-value"), "47,810.00");
    await end();
  });

  it("that is no table at all says so and changes nothing", async () => {
    const { page, end } = await visit();
    await importFile(page, "nonsense.csv", Buffer.from("\0\0\0\0PK\u0003\u0004"));
    expect(await page.getByTestId("import-confirm").isDisabled()).toBe(true);
    await expectText(page.getByTestId("import-problems"), /./);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByTestId("door-sample").waitFor();
    await end();
  });
});

describe("typed in", () => {
  it("with the keyboard alone, from the first Tab to the plan", async () => {
    const { page, end } = await visit();
    const { keyboard } = page;
    const press = async (key: string, times = 1): Promise<void> => {
      for (let i = 0; i < times; i += 1) await keyboard.press(key);
    };
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        let element: Element | null = document.activeElement;
        while (element?.shadowRoot?.activeElement != null) element = element.shadowRoot.activeElement;
        return element?.getAttribute("aria-label") ?? element?.textContent?.trim().replace(/\s+/g, " ") ?? "";
      });
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let i = 0; i < 80; i += 1) {
        if (name.test(await focused())) return;
        await press("Tab");
      }
      throw new Error(`Tab never comes to ${String(name)}`);
    };

    // Where there is nothing yet to come to, Tab leads out of the page, and Enter with it.
    await page.getByTestId("door-type").waitFor();
    await tabTo(/^Start with an empty table$/);
    await press("Enter");
    await page.getByRole("heading", { name: "Holdings", level: 1 }).waitFor();
    await tabTo(/^Symbol of new row$/);
    for (const [symbol, quantity, price] of [
      ["BTC", "0.5", "95000"],
      ["ETH", "10", "3200.50"],
      ["VT", "200", "118"],
    ] as const) {
      await keyboard.type(symbol);
      await press("Tab", 2);
      await keyboard.type(quantity);
      await press("Tab");
      await keyboard.type(price);
      // To the next row, and back to its first cell.
      await press("Enter");
      await press("ArrowLeft", 3);
      await expect.poll(focused).toBe("Symbol of new row");
    }
    await expectText(page.getByTestId("total-value"), "103,105.00");

    await tabTo(/^Set targets/);
    await press("Enter");
    await page.getByRole("heading", { name: "Targets", level: 1 }).waitFor();
    for (const [symbol, weight] of [
      ["BTC", "40"],
      ["ETH", "30"],
      ["VT", "30"],
    ] as const) {
      await tabTo(new RegExp(`^Target of ${symbol}$`));
      await keyboard.type(weight);
    }
    await expectText(page.getByTestId("target-sum"), /100/);
    await tabTo(/^See how far off/);
    await press("Enter");
    await page.getByRole("heading", { name: "Now vs target", level: 1 }).waitFor();
    await tabTo(/^Calculate trades/);
    await press("Enter");
    const trades = await readTrades(page);
    expect(trades.map(({ side, symbol }) => `${side} ${symbol}`)).toEqual(
      ["sell BTC", "sell ETH", "buy VT"].filter((trade) =>
        trades.some(({ side, symbol }) => `${side} ${symbol}` === trade),
      ),
    );
    expect(trades.length).toBeGreaterThan(1);
    await expectLedgersToAddUp(page);
    await end();
  });

  it("without targets, the plan says first that all of it is meant to be cash, and leads to the targets", async () => {
    const { page, end } = await visit();
    await openSample(page);
    await goTo(page, "Targets");
    await page.getByRole("button", { name: "Clear" }).click();
    for (const step of ["Now vs target", "Plan"] as const) {
      await goTo(page, step);
      await expectText(page.getByTestId("notices"), /No asset has a target/);
    }
    await page.getByTestId("notices").getByRole("button", { name: "Set targets" }).click();
    await page.getByRole("heading", { name: "Targets", level: 1 }).waitFor();
    await end();
  });

  it("the menu closes when the focus goes on, and by its own button", async () => {
    const { page, end } = await visit();
    await page.getByTestId("menu-button").click();
    await page.getByRole("button", { name: "Delete everything…" }).focus();
    await page.keyboard.press("Tab");
    await page.getByTestId("menu").waitFor({ state: "hidden" });
    await page.getByTestId("menu-button").click();
    await page.getByTestId("menu").waitFor();
    await page.getByTestId("menu-button").click();
    await page.getByTestId("menu").waitFor({ state: "hidden" });
    await end();
  });

  it("mistakes are shown at their field, and the rest goes on working", async () => {
    const { page, end } = await visit();
    await openSample(page);
    const price = page.getByRole("textbox", { name: "Price of BTC" });
    await price.fill("12,34,5");
    await price.blur();
    await expect.poll(() => price.getAttribute("aria-invalid")).toBe("true");
    const described = await price.getAttribute("aria-describedby");
    await expectText(page.locator(`[id="${described ?? ""}"]`), /not a|number/);
    await goTo(page, "Plan");
    await page.getByTestId("mend-first").waitFor();
    await goTo(page, "Holdings");
    await price.fill("100000");
    await expectText(page.getByTestId("total-value"), /130,000\.00/);
    await end();
  });
});

describe("a currency that is in no list", () => {
  it("is told by its code and its smallest amount, with the keyboard alone", async () => {
    const { page, end } = await visit();
    const { keyboard } = page;
    await openSample(page);
    await page.getByRole("combobox", { name: "Base currency" }).focus();
    await keyboard.press("End");
    await keyboard.press("Tab");
    // Until another code is typed nothing is wrong.
    await expectText(page.getByTestId("total-value"), /130,000\.00\s+USD/);
    await keyboard.press("Control+A");
    await keyboard.type("xaux");
    await keyboard.press("Backspace");
    await keyboard.press("Tab");
    await keyboard.press("ArrowDown");
    await expectText(page.getByTestId("total-value"), /130,000\.000\s+XAU/);
    await goTo(page, "Plan");
    const trades = await readTrades(page);
    expect(trades.length).toBeGreaterThan(1);
    for (const { value } of trades) expect(value).toMatch(/\.\d{3}$/);
    await expectSaved(page);
    await page.reload();
    await goTo(page, "Holdings");
    expect(await page.getByRole("textbox", { name: "Code of the currency" }).inputValue()).toBe("XAU");
    // An empty code is complained about at its field, and one from the list is chosen as ever.
    await page.getByRole("textbox", { name: "Code of the currency" }).fill("");
    await page.getByRole("textbox", { name: "Code of the currency" }).blur();
    await expectText(page.locator(".problem"), /Needs 3 to 8 letters/);
    await page.getByRole("combobox", { name: "Base currency" }).selectOption("JPY");
    await expectText(page.getByTestId("total-value"), /130,000\s+JPY/);
    expect(await page.getByRole("textbox", { name: "Code of the currency" }).count()).toBe(0);
    await end();
  });

  it("may come with a table: then only its smallest amount is asked for", async () => {
    const { page, end } = await visit();
    await importFile(page, "gold.csv", Buffer.from("symbol,quantity,price,currency\nSBER,10,300.5,RUB\n"));
    await confirmImport(page);
    await expectText(page.locator(".problem"), /“RUB” is in no list of this page/);
    await page.getByRole("combobox", { name: "Smallest amount of the currency" }).selectOption("0.01");
    await expectText(page.getByTestId("total-value"), /3,005\.00\s+RUB/);
    await end();
  });
});

describe("kinds of plan", () => {
  it("a deposit buys only; a withdrawal that cannot be met says by how much", async () => {
    const { page, end } = await visit();
    await openSample(page);
    await goTo(page, "Plan");
    await page.getByRole("radio", { name: /Invest a deposit/ }).check();
    await page.getByRole("textbox", { name: "Amount to deposit" }).fill("5000");
    await expect.poll(async () => (await readTrades(page)).map(({ side }) => side)).not.toContain("sell");
    await expectLedgersToAddUp(page);
    await page.getByRole("radio", { name: /Raise a withdrawal/ }).check();
    await page.getByRole("textbox", { name: "Amount to withdraw" }).fill("99999999");
    await expectText(page.getByTestId("infeasible"), /cannot be met/);
    await page.getByRole("textbox", { name: "Amount to withdraw" }).fill("1000");
    await page.getByTestId("trade-count").waitFor();
    await expectLedgersToAddUp(page);
    await page.getByRole("radio", { name: /Only outside bands/ }).check();
    await page.getByTestId("trade-count").waitFor();
    await end();
  });
});

describe("taking it with you", () => {
  it.runIf(TELLS_OF_DOWNLOADS)("trades as CSV, plan and document as JSON, text on the clipboard", async () => {
    const { page, end } = await visit({ permissions: ["clipboard-write", "clipboard-read"] });
    await openSample(page);
    await goTo(page, "Plan");
    const trades = await readTrades(page);

    const [csv] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV", exact: true }).click(),
    ]);
    expect(csv.suggestedFilename()).toMatch(/trades\.csv$/);
    const lines = (await contentOf(csv)).trimEnd().split("\r\n");
    expect(lines).toHaveLength(trades.length + 1);
    expect(lines[0]).toBe("\uFEFFaccount,side,symbol,name,quantity,price,value,fee,currency,reason");

    const [json] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "JSON" }).click(),
    ]);
    const plan = JSON.parse(await contentOf(json)) as { document: { format: string }; plan: { trades: unknown[] } };
    expect(plan.document.format).toBe("ballast");
    expect(plan.plan.trades).toHaveLength(trades.length);

    await page.getByRole("button", { name: "Copy as text" }).click();
    await expectText(page.getByTestId("saying"), /Copied/);
    await goTo(page, "Holdings");
    await page.getByRole("button", { name: "Paste or import a table" }).first().click();
    await page.getByTestId("import-text").focus();
    await page.keyboard.press("Control+V");
    const pasted = await page.getByTestId("import-text").inputValue();
    expect(pasted).toContain("Calculated, not advice.");
    expect(pasted.match(/^ {2}(?:Sell|Buy) /gm)).toHaveLength(trades.length);
    await page.getByRole("button", { name: "Cancel" }).click();

    await page.getByTestId("menu-button").click();
    const [document] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export document (JSON)" }).click(),
    ]);
    expect(document.suggestedFilename()).toMatch(/\.ballast\.json$/);
    await end();
  });

  it.runIf(TELLS_OF_DOWNLOADS)("an exported document is opened again as it was", async () => {
    const { page, end } = await visit();
    await openSample(page);
    await page.getByTestId("menu-button").click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export document (JSON)" }).click(),
    ]);
    const content = Buffer.from(await contentOf(file));
    await page.getByRole("textbox", { name: "Price of BTC" }).fill("1");
    await page.getByTestId("menu-button").click();
    await page.getByRole("button", { name: /Open a Ballast file/ }).click();
    await page
      .getByTestId("open-file")
      .setInputFiles({ name: "x.json", mimeType: "application/json", buffer: content });
    await page.getByTestId("open-confirm").click();
    await expectText(page.getByTestId("total-value"), /130,000\.00/);
    await expectSaved(page);
    await end();
  });

  it("a broken file says what is wrong and where", async () => {
    const { page, end } = await visit();
    for (const [text, pattern] of [
      ['{"format":"ballast",', /not JSON/],
      ["[".repeat(100_000), /nested deeper|not JSON/],
      ['{"format":"ballast","format":"ballast","version":1}', /twice/],
      ['{"format":"ballast","version":99,"assets":[]}', /version 99/],
      ['{"__proto__":{"format":"ballast"}}', /missing|not a/],
    ] as const) {
      await page.getByRole("button", { name: "Open a Ballast file" }).click();
      const buffer = Buffer.from(text);
      await page.getByTestId("open-file").setInputFiles({ name: "x.json", mimeType: "application/json", buffer });
      await expectText(page.getByTestId("open-problems"), pattern);
      await page.getByTestId("open-dialog").getByRole("button", { name: "Cancel" }).click();
    }
    await page.getByTestId("door-sample").waitFor();
    await end();
  });
});
