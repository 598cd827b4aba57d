import { describe, expect, it } from "vitest";

import { strategyOf } from "../../../../web/app/strategies/save-strategy.js";
import { aDocument } from "../support/documents.js";
import { aStrategy, withRules } from "./strategies.js";

describe("the rules of a document as a strategy", () => {
  it("are its policy and the built-in classifications it speaks of", () => {
    const strategy = strategyOf(withRules(), ["type", "tier"]);
    expect(strategy).toMatchObject({ id: "test", classifications: ["type"], policy: aStrategy().policy });
    expect(strategy?.own_classifications).toBeUndefined();
  });

  it("bring along own classifications without the assets in them: nothing held is in the file", () => {
    const document = withRules({
      policy: { ...aStrategy().policy, asset_bands: [{ asset: "btc", band: { kind: "five_twenty_five" } }] },
      classifications: [
        {
          id: "type",
          name: "Mine",
          classes: [{ id: "payment", name: "P" }],
          members: [{ asset: "btc", class: "payment" }],
        },
      ],
    });
    const strategy = strategyOf(document, []);
    expect(strategy?.own_classifications).toEqual([
      { id: "type", name: "Mine", classes: [{ id: "payment", name: "P" }] },
    ]);
    expect(JSON.stringify(strategy)).not.toMatch(/btc|Bitcoin|quantity|cash/);
  });

  it("are none where targets are weights", () => {
    expect(strategyOf(aDocument(), [])).toBeNull();
  });
});
