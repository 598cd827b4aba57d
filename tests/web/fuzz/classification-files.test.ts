/** Files of classifications, nearly right: read without a fault; what is read the core takes. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { createPlanner } from "../../../wasm/planner/planner.mjs";
import type { Classification, Planner } from "../../../wasm/planner/planner.js";
import { writeBallast } from "../../../web/shared/classification/ballast-format.js";
import { writePortfolioPerformance } from "../../../web/shared/classification/portfolio-performance.js";
import { readClassification } from "../../../web/shared/classification/read-classification.js";
import { aDocument } from "../app/support/documents.js";
import { nearTo } from "./mutated.js";
import { inherited, runs, timeFor } from "./runs.js";

const document = aDocument();
const [first, second] = document.assets;
if (first === undefined || second === undefined) throw new Error("two assets are needed");

const types: Classification = {
  id: "type",
  name: "Type",
  classes: [
    { id: "coin", name: "Coin", classes: [{ id: "payment", name: "Payment" }] },
    { id: "other", name: "Other" },
  ],
  members: [
    { asset: first.id, class: "payment", share: "0.6" },
    { asset: first.id, class: "other", share: "0.4" },
    { asset: second.id, class: "other" },
  ],
  cash_members: [{ class: "other", share: "0.5" }],
};
const tiers: Classification = {
  id: "tier",
  name: "Tier",
  kind: "market_cap",
  classes: [
    { id: "large", name: "Large", at_least: "1000" },
    { id: "small", name: "Small", at_least: "0" },
  ],
};

const files = [
  JSON.parse(writeBallast(types, document.assets)),
  JSON.parse(writeBallast(tiers, document.assets)),
  JSON.parse(writePortfolioPerformance(types, document.assets).text),
] as unknown[];

let planner: Planner;

beforeAll(async () => {
  planner = await createPlanner();
});

describe("files of classifications", () => {
  it("are read without a fault, whatever is in them", { timeout: timeFor(1500) }, () => {
    const before = inherited();
    fc.assert(
      fc.property(nearTo(...files), (text) => {
        const read = readClassification(text, document.assets);
        expect(inherited()).toBe(before);
        if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
        else expect(read.value.classes).toBeInstanceOf(Array);
      }),
      runs(1500),
    );
  });

  it("that are taken are taken by the core too, but for its own limits", { timeout: timeFor(600) }, () => {
    fc.assert(
      fc.property(nearTo(...files), (text) => {
        const read = readClassification(text, document.assets);
        if (!read.ok) return;
        const reply = planner.validate({ ...document, classifications: [read.value] });
        const codes = reply.ok ? [] : reply.errors.map(({ code }) => code);
        // Told at the place where it stands, once the classification is in the document.
        const left = codes.filter((code) => !code.startsWith("number/") && !/string_too_long|not_utf8/.test(code));
        expect(left).toEqual([]);
      }),
      runs(600),
    );
  });

  it("are read back as they were written", () => {
    for (const classification of [types, tiers]) {
      const read = readClassification(writeBallast(classification, document.assets), document.assets);
      expect(read).toMatchObject({ ok: true, value: classification });
    }
  });
});
