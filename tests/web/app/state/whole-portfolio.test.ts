import { expect, it, vi } from "vitest";
import type { Engine } from "../../../../web/shared/engine/types.js";
import { ofWholePortfolio } from "../../../../web/app/state/whole-portfolio.js";
import { aDocument } from "../support/documents.js";

it("a group that a document names is not looked at alone, and nothing else is changed", async () => {
  const plan = vi.fn();
  const validate = vi.fn();
  const engine = ofWholePortfolio({ plan, validate } as unknown as Engine);
  const document = aDocument();
  const grouped = { ...document, groups: [{ id: "g", accounts: ["main"] }], group: "g" };
  await engine.plan(grouped, {});
  expect(plan).toHaveBeenCalledWith({ ...document, groups: grouped.groups }, {}, undefined);
  await engine.plan(document, {});
  expect(plan.mock.lastCall?.[0]).toBe(document);
  // What is wrong with it is told where it is opened.
  await engine.validate(grouped);
  expect(validate).toHaveBeenCalledWith(grouped);
});
