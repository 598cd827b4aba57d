import { describe, expect, it } from "vitest";

import type { BallastDocument, Problem } from "../../../../wasm/planner/planner.js";
import { changedConstants, inPlainWords } from "../../../../web/app/profile/constants.js";
import { mixState } from "../../../../web/app/profile/mix-sum.js";
import type { Mix } from "../../../../web/app/profile/take-mix.js";

const mix: Mix = { reserve: "0.3", large: "0.5", medium: "0.15", small: "0.05" };

function engineThatFinds(...errors: Partial<Problem>[]) {
  const whole = errors.map((error) => ({
    code: "",
    source: "document" as const,
    pointer: "",
    parameters: {},
    message: "",
    ...error,
  }));
  return {
    seen: [] as BallastDocument[],
    validate(document: BallastDocument | string) {
      this.seen.push(document as BallastDocument);
      return Promise.resolve(
        whole.length > 0
          ? { ok: false as const, errors: whole }
          : { ok: true as const, value: { valid: true as const, notices: [] } },
      );
    },
  };
}

describe("the sum of a mix", () => {
  it("is the engine's: the four parts are asked about as targets that have to be the whole", async () => {
    const engine = engineThatFinds();
    expect(await mixState(mix, engine)).toEqual({ kind: "whole" });
    expect(engine.seen[0]?.policy).toEqual({
      targets: [
        { asset: "reserve", weight: "0.3" },
        { asset: "large", weight: "0.5" },
        { asset: "medium", weight: "0.15" },
        { asset: "small", weight: "0.05" },
      ],
      cash_weight: "0",
    });
  });

  it("says by how much it is off", async () => {
    const engine = engineThatFinds({
      code: "policy/targets_sum",
      pointer: "/policy/targets",
      parameters: { sum: "1.1", difference: "0.1" },
    });
    expect(await mixState(mix, engine)).toEqual({ kind: "off", sum: "1.1", difference: "0.1" });
  });

  it("says which figure is none", async () => {
    const engine = engineThatFinds({ code: "number/malformed", pointer: "/policy/targets/2/weight" });
    const state = await mixState({ ...mix, medium: "x" }, engine);
    expect(state.kind === "wrong" && [...state.parts.keys()]).toEqual(["medium"]);
  });
});

describe("constants", () => {
  it("are sent only where they differ from the usual ones", () => {
    const usual = {
      tolerance_weight: "0.5",
      slack_over_capacity: "0.1",
      horizon_scale_years: "5",
      reserve_at_none: "1",
      reserve_at_full: "0.1",
      small_at_full: "0.15",
      medium_at_full: "0.25",
    };
    expect(changedConstants({}, usual)).toEqual({});
    expect(changedConstants({ tolerance_weight: "0.5", small_at_full: "0.2" }, usual)).toEqual({
      small_at_full: "0.2",
    });
  });

  it("that contradict each other are named in the page's words", () => {
    const problem = (range: string) => ({
      code: "number/out_of_range",
      source: "request" as const,
      pointer: "/constants/reserve_at_full",
      parameters: { value: "0.9", range },
      message: "From the engine.",
    });
    expect(inPlainWords(problem("from 0 to reserve_at_none, 0.5")).message).toContain("reserve at risk 0");
    expect(inPlainWords(problem("from 0 to 1 - small_at_full, 0.5")).message).toContain("100\u202f% together");
    expect(inPlainWords(problem("from 0 to 1")).message).toBe("From the engine.");
  });
});
