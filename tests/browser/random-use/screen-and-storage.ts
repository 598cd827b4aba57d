/** What the page shows, and what it has stored: the two sides that must always agree. */
import type { Page } from "playwright-core";
import { expect } from "vitest";

import type { Workspace } from "../../../web/shared/storage/types.js";
import { viewOf } from "../../../web/app/state/view.js";
import { typedDecimal, typedPercent, withdrawn } from "../../../web/app/text/typed.js";

/** The stored portfolio, or null where nothing is stored. */
export function stored(page: Page): Promise<Workspace | null> {
  return page.evaluate(async () => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === "ballast")) return null;
    return new Promise<Workspace | null>((done, fail) => {
      const opening = indexedDB.open("ballast");
      opening.onerror = () => {
        fail(new Error("the database does not open"));
      };
      opening.onsuccess = () => {
        const database = opening.result;
        const reading = database.transaction("portfolio").objectStore("portfolio").get("current");
        reading.onsuccess = () => {
          database.close();
          done((reading.result as { workspace: Workspace } | undefined)?.workspace ?? null);
        };
        reading.onerror = () => {
          fail(new Error("the portfolio cannot be read"));
        };
      };
    });
  });
}

/** Every field on the screen that stands for a place in the document. */
function shown(page: Page): Promise<{ pointer: string; value: string; name: string }[]> {
  return page.locator("input[data-pointer]:not([type=checkbox]):not([type=radio])").evaluateAll((fields) =>
    (fields as HTMLInputElement[]).map((field) => ({
      pointer: field.dataset["pointer"] ?? "",
      value: field.value,
      name: field.getAttribute("aria-label") ?? "",
    })),
  );
}

/** Until the page says that all is saved, and then: what it says is true. */
export async function settled(page: Page): Promise<Workspace> {
  await expect.poll(() => page.getByTestId("saved-state").innerText(), { timeout: 15_000 }).toMatch(/^Saved/);
  const workspace = await stored(page);
  if (workspace === null) throw new Error("the page says that it has saved, and nothing is stored");
  return workspace;
}

/** Each field shows what is stored at its place. */
export async function expectAgreement(page: Page): Promise<Workspace> {
  const workspace = await settled(page);
  const different: string[] = [];
  for (const { pointer, value, name } of await shown(page)) {
    const document = pointer.startsWith("/policy") ? viewOf(workspace.document) : workspace.document;
    const there = at(document, pointer) ?? at(workspace.request, pointer);
    if (!sameText(value, there)) different.push(`${name} (${pointer}) shows “${value}”, stored is ${show(there)}`);
  }
  expect(different).toEqual([]);
  return workspace;
}

function sameText(value: string, there: unknown): boolean {
  // A field of what is not there yet is empty, or shows what counts where nothing is said.
  if (there === undefined || typeof there !== "string") return true;
  const readings = [value, value.trim(), typedDecimal(value), typedPercent(value), withdrawn(typedDecimal(value))];
  return readings.includes(there) || typedDecimal(value) === typedDecimal(there);
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? "nothing";
}

function at(root: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], root);
}
