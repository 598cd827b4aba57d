import { describe, expect, it } from "vitest";

import type { PlanRequest } from "../../../../wasm/planner/planner.js";
import { setMode } from "../../../../web/app/plan/plan-modes.js";
import {
  gainsChoiceOf,
  hasTaxedAccounts,
  setGainsChoice,
  setMostTrades,
} from "../../../../web/app/plan/plan-limits.js";
import { aDocument } from "../support/documents.js";

describe("which gains may be realised", () => {
  it("can be told from the request, and set in it", () => {
    const request: PlanRequest = { minimum_trade_value: "10" };
    expect(gainsChoiceOf(request)).toBe("any");
    setGainsChoice(request, "budget");
    expect(request).toEqual({ minimum_trade_value: "10", gain_budget: "0" });
    expect(gainsChoiceOf(request)).toBe("budget");
    setGainsChoice(request, "none");
    expect(request).toEqual({ minimum_trade_value: "10", gains: "none" });
    expect(gainsChoiceOf(request)).toBe("none");
    setGainsChoice(request, "any");
    expect(request).toEqual({ minimum_trade_value: "10" });
  });

  it("is asked only where something is taxed", () => {
    const document = aDocument();
    expect(hasTaxedAccounts(document)).toBe(false);
    for (const account of document.accounts) account.tax_rules = "rules";
    expect(hasTaxedAccounts(document)).toBe(true);
  });
});

describe("the most trades", () => {
  it("is a number, nothing, or what was typed", () => {
    const request: PlanRequest = {};
    setMostTrades(request, "3");
    expect(request.most_trades).toBe(3);
    setMostTrades(request, "a few");
    expect(request.most_trades).toBe("a few");
    setMostTrades(request, " ");
    expect(request).toEqual({});
  });

  it("stays when another kind of plan is chosen", () => {
    const request: PlanRequest = { most_trades: 2, gains: "none" };
    setMode(request, "deposit", "main");
    expect(request).toMatchObject({ most_trades: 2, gains: "none" });
  });
});
