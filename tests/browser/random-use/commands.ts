/** What a person may do at any moment, without thinking. After each thing: what is shown is what is stored. */
import fc from "fast-check";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

import { confirmImport, deleteEverything, expectText, goTo, openSample, type Step } from "../support/steps.js";
import type { Visit } from "../support/visit.js";
import type { Model } from "./model.js";
import { expectAgreement, settled } from "./screen-and-storage.js";

export interface Real {
  visit: Visit;
  done: () => void;
}

type Use = fc.AsyncCommand<Model, Real>;

abstract class Doing implements Use {
  check(_model: Readonly<Model>): boolean {
    return true;
  }

  async run(model: Model, { visit, done }: Real): Promise<void> {
    await this.do(model, visit.page, visit);
    expect(visit.findings).toEqual([]);
    done();
  }

  abstract do(model: Model, page: Page, visit: Visit): Promise<void>;
  abstract toString(): string;
}

/** A change of what is held or wanted: one step in the model. */
async function afterChange(model: Model, page: Page, cell: string | null): Promise<void> {
  model.changed(await expectAgreement(page), cell);
}

function nth(all: Locator, place: number, count: number): Locator {
  return all.nth(place % count);
}

class GoTo extends Doing {
  constructor(private readonly step: Step) {
    super();
  }
  async do(model: Model, page: Page): Promise<void> {
    await goTo(page, this.step);
    model.unchanged(await expectAgreement(page));
  }
  toString = (): string => `go to ${this.step}`;
}

class Type extends Doing {
  constructor(
    private readonly place: number,
    private readonly text: string,
  ) {
    super();
  }
  async do(model: Model, page: Page): Promise<void> {
    const fields = page.locator("input[data-pointer]:visible:not([type=checkbox]):not([type=radio]):enabled");
    const count = await fields.count();
    if (count === 0) return;
    const field = nth(fields, this.place, count);
    const pointer = await field.getAttribute("data-pointer");
    await field.fill(this.text);
    await afterChange(model, page, pointer);
  }
  toString = (): string => `type ${JSON.stringify(this.text)} into field ${this.place}`;
}

class Press extends Doing {
  constructor(
    private readonly name: RegExp,
    private readonly place = 0,
  ) {
    super();
  }
  async do(model: Model, page: Page): Promise<void> {
    const buttons = page.locator("main").getByRole("button", { name: this.name, disabled: false });
    const count = await buttons.count();
    if (count === 0) return;
    await nth(buttons, this.place, count).click();
    await afterChange(model, page, null);
  }
  toString = (): string => `press ${String(this.name)} ${this.place}`;
}

class Choose extends Doing {
  constructor(
    private readonly place: number,
    private readonly option: number,
  ) {
    super();
  }
  async do(model: Model, page: Page): Promise<void> {
    const lists = page.locator("main select:visible:enabled");
    const count = await lists.count();
    if (count === 0) return;
    const list = nth(lists, this.place, count);
    const options = await list.locator("option").count();
    if (options === 0) return;
    await list.selectOption({ index: this.option % options });
    await afterChange(model, page, null);
  }
  toString = (): string => `choose ${this.option} in list ${this.place}`;
}

class SayTargetsBy extends Doing {
  constructor(private readonly way: "Rules" | "Weights") {
    super();
  }
  async do(model: Model, page: Page): Promise<void> {
    await goTo(page, "Targets");
    const way = page.getByTestId("way").getByText(this.way, { exact: true });
    if ((await way.count()) === 0) return;
    await way.click();
    await afterChange(model, page, null);
  }
  toString = (): string => `say targets by ${this.way}`;
}

/** Where there are accounts to be told apart; then "Choose" also chooses which are in view. */
class GroupAccounts extends Doing {
  async do(model: Model, page: Page): Promise<void> {
    await goTo(page, "Holdings");
    const panel = page.getByTestId("groups");
    if ((await panel.count()) === 0) return;
    if ((await panel.getAttribute("open")) === null) await panel.locator("summary").click();
    await panel.getByRole("button", { name: "Add a group" }).click();
    await afterChange(model, page, null);
  }
  toString = (): string => "group accounts";
}

class Undo extends Doing {
  override check = (model: Readonly<Model>): boolean => model.canUndo;
  async do(model: Model, page: Page): Promise<void> {
    await page.getByRole("button", { name: "Undo", exact: true }).first().click();
    model.undone(await expectAgreement(page));
  }
  toString = (): string => "undo";
}

class Redo extends Doing {
  override check = (model: Readonly<Model>): boolean => model.canRedo;
  async do(model: Model, page: Page): Promise<void> {
    await page.getByRole("button", { name: "Redo", exact: true }).first().click();
    model.redone(await expectAgreement(page));
  }
  toString = (): string => "redo";
}

class Reload extends Doing {
  async do(model: Model, page: Page): Promise<void> {
    await page.reload();
    const workspace = await expectAgreement(page);
    model.unchanged(workspace);
    model.begin(workspace);
  }
  toString = (): string => "reload";
}

/** Another tab of the same person's: both show the same in the end. */
class TypeInAnotherTab extends Doing {
  constructor(private readonly text: string) {
    super();
  }
  async do(model: Model, page: Page, { context, url }: Visit): Promise<void> {
    await settled(page);
    const second = await context.newPage();
    await second.goto(`${url}#holdings`);
    await second.getByRole("heading", { name: "Holdings", level: 1 }).waitFor();
    const name = second.getByRole("textbox", { name: "Title of the portfolio" });
    if ((await name.count()) > 0) await name.first().fill(this.text);
    const theirs = await expectAgreement(second);
    await second.close();
    await page.bringToFront();
    await goTo(page, "Holdings");
    // Told by a channel, a moment later.
    await expect
      .poll(async () =>
        (await page.getByRole("textbox", { name: "Title of the portfolio" }).first().inputValue()).trim(),
      )
      .toBe((theirs.document.title ?? "").trim());
    const mine = await expectAgreement(page);
    expect(mine).toEqual(theirs);
    model.begin(mine);
  }
  toString = (): string => `type ${JSON.stringify(this.text)} in another tab`;
}

class Import extends Doing {
  constructor(private readonly table: string) {
    super();
  }
  async do(model: Model, page: Page): Promise<void> {
    await page.getByTestId("menu-button").click();
    await page
      .getByTestId("menu")
      .getByRole("button", { name: /^Paste or import a table/ })
      .click();
    await page.getByTestId("import-text").fill(this.table);
    await page.getByTestId("import-preview").waitFor();
    await confirmImport(page);
    await afterChange(model, page, null);
  }
  toString = (): string => `import ${JSON.stringify(this.table)}`;
}

class BeginAnew extends Doing {
  async do(model: Model, page: Page): Promise<void> {
    await deleteEverything(page);
    const left = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(left).toEqual([]);
    await openSample(page);
    model.forget();
    model.begin(await expectAgreement(page));
  }
  toString = (): string => "delete everything, and begin anew";
}

export async function begin(model: Model, { page }: Visit): Promise<void> {
  await openSample(page);
  await expectText(page.getByTestId("saved-state"), "Saved on this device");
  model.begin(await expectAgreement(page));
}

const text = fc.constantFrom(
  ...["0", "1", "12.5", "0.00000001", "100", "33.3333", "90000", "1e5", "-5", "abc", "", " ", "1,234", "1.234,56"],
  ...[
    "12 %",
    "\u22125",
    "٣",
    "0.0000000000000000001",
    "999999999999999999999",
    "<b>x</b>",
    "\u202Ex",
    "😀",
    "x".repeat(60),
  ],
);
const place = fc.nat({ max: 60 });

export const use: fc.Arbitrary<Use>[] = [
  fc.constantFrom<Step>("Holdings", "Targets", "Now vs target", "Plan").map((step) => new GoTo(step)),
  fc.tuple(place, text).map(([at, typed]) => new Type(at, typed)),
  fc.tuple(place, text).map(([at, typed]) => new Type(at, typed)),
  fc.tuple(place, fc.nat({ max: 9 })).map(([at, option]) => new Choose(at, option)),
  fc
    .constantFrom(
      /^Remove/,
      /^Add an account$/,
      /^Equal weights$/,
      /^Current weights$/,
      /^Clear$/,
      /^One point (more|less)/,
    )
    .chain((name) => place.map((at) => new Press(name, at))),
  fc.constantFrom<"Rules" | "Weights">("Rules", "Weights").map((way) => new SayTargetsBy(way)),
  fc.constant(new GroupAccounts()),
  fc.constant(new Undo()),
  fc.constant(new Undo()),
  fc.constant(new Redo()),
  fc.constant(new Reload()),
  fc.constantFrom("Savings", "<i>", "").map((typed) => new TypeInAnotherTab(typed)),
  fc
    .constantFrom("BTC\t0.5\t95000\nCASH\t2500\n", "symbol,quantity,price\nVT,3,100\nvt,2,100\n")
    .map((t) => new Import(t)),
  fc.constant(new BeginAnew()),
];
