import { describe, expect, it } from "vitest";

import type { PlanRequest } from "../../../../wasm/planner/planner.js";
import { setMode } from "../../../../web/app/plan/plan-modes.js";
import {
  gainsChoiceOf,
  hasTaxedAccounts,
  hasTaxedLots,
  setGainsChoice,
  setLossesTaken,
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

describe("losses", () => {
  it("are asked about only where lots are taxed", () => {
    const document = aDocument();
    for (const account of document.accounts) account.tax_rules = "rules";
    expect(hasTaxedLots(document)).toBe(false);
    const holding = document.accounts.flatMap(({ holdings }) => holdings)[0];
    if (holding === undefined) throw new Error("nothing is held");
    holding.lots = [{ acquired: "2024-01-01", quantity: "1", unit_cost: "1" }];
    expect(hasTaxedLots(document)).toBe(true);
    for (const account of document.accounts) delete account.tax_rules;
    expect(hasTaxedLots(document)).toBe(false);
  });

  it("are taken or not", () => {
    const request: PlanRequest = {};
    setLossesTaken(request, true);
    expect(request).toEqual({ harvest_losses: true });
    setLossesTaken(request, false);
    expect(request).toEqual({});
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
