import { describe, expect, it } from "vitest";

import type { BallastDocument, Problem, Reply, Resolution, Summary } from "../../../../wasm/planner/planner.js";
import type { Figures } from "../../../../web/app/state/app-state.js";
import { Calculation } from "../../../../web/app/state/calculation.js";
import { givenTargets } from "../../../../web/shared/policy-kind.js";
import type { Workspace } from "../../../../web/shared/storage/types.js";
import type { Engine } from "../../../../web/shared/engine/types.js";
import { aDocument, aPlan, aSummary, aWorkspace } from "../support/documents.js";
import { aRuleDocument } from "../support/rule-documents.js";

function problem(pointer: string, code = "number/malformed", source: Problem["source"] = "document"): Problem {
  return { code, source, pointer, parameters: {}, message: `Wrong at ${pointer}` };
}

/** An engine whose answers a test gives. */
function engineOf(summarize: Engine["summarize"], calls: string[] = []): Engine {
  return {
    describe: () => Promise.reject(new Error("not asked")),
    validate: () => Promise.reject(new Error("not asked")),
    summarize: (document) => {
      calls.push("summarize");
      return summarize(document);
    },
    plan: () => {
      calls.push("plan");
      return Promise.resolve({ ok: true, value: aPlan() });
    },
    resolve: () => Promise.reject(new Error("not asked")),
    analyze: () => Promise.reject(new Error("not asked")),
    carryOut: () => Promise.reject(new Error("not asked")),
    profile: () => Promise.reject(new Error("not asked")),
    loaded: () => Promise.reject(new Error("not asked")),
    close: () => undefined,
  };
}

const ok = (values: Record<string, string>): Reply<Summary> => ({ ok: true, value: aSummary(values) });

function lookingAtTheSecond(): Workspace {
  const { accounts } = aDocument();
  const second = { id: "second", holdings: [] };
  const group = { id: "g", accounts: ["second"], policy: { targets: [{ asset: "btc", weight: "x" }] } };
  return aWorkspace({ accounts: [...accounts, second], groups: [group], group: "g" });
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

describe("the calculation", () => {
  it("gives figures of the newest workspace only", async () => {
    const published: Figures[] = [];
    const waiting: (() => void)[] = [];
    const engine = engineOf(() => new Promise((resolve) => waiting.push(() => resolve(ok({ btc: "100" })))));
    const calculation = new Calculation(engine, (figures) => published.push(figures));
    const [first, second, third] = [aWorkspace(), aWorkspace(), aWorkspace()];
    calculation.ask(first, false);
    calculation.ask(second, false);
    calculation.ask(third, false);
    while (waiting.length > 0) {
      waiting.shift()?.();
      await settled();
    }
    expect(published.map(({ of }) => of)).toEqual([third]);
  });

  it("calculates plans only when asked, and not while an amount is missing", async () => {
    const calls: string[] = [];
    const calculation = new Calculation(
      engineOf(() => Promise.resolve(ok({})), calls),
      () => undefined,
    );
    calculation.ask(aWorkspace(), false);
    await settled();
    expect(calls).toEqual(["summarize"]);
    calculation.ask({ ...aWorkspace(), request: { cash_flows: [{ account: "main", amount: "" }] } }, true);
    await settled();
    expect(calls).toEqual(["summarize", "summarize"]);
    calculation.ask(aWorkspace(), true);
    await settled();
    expect(calls.at(-1)).toBe("plan");
  });

  it("still values what is held while only the targets are wrong", async () => {
    let figures: Figures | undefined;
    const engine = engineOf((document) =>
      Promise.resolve(
        typeof document !== "string" && givenTargets(document).length > 0
          ? { ok: false, errors: [problem("/policy/targets", "policy/targets_sum")] }
          : ok({ btc: "100", eth: "20" }),
      ),
    );
    new Calculation(engine, (given) => (figures = given)).ask(aWorkspace(), false);
    await settled();
    expect(figures?.summary).toBeNull();
    expect(figures?.now).not.toBeNull();
    expect(figures?.problems).toHaveLength(1);
    expect(figures?.values.get("main")?.get("btc")).toBe("100");
  });

  it("values the rows that are right while others are wrong, with one more question", async () => {
    let figures: Figures | undefined;
    const asked: BallastDocument[] = [];
    const engine = engineOf((document) => {
      if (typeof document === "string") throw new Error("expected data");
      asked.push(document);
      return Promise.resolve(
        asked.length === 1
          ? { ok: false, errors: [problem("/accounts/0/holdings/0/quantity"), problem("/accounts/1/cash")] }
          : ok({ eth: "20" }),
      );
    });
    const second = { id: "second", cash: "abc", holdings: [{ asset: "btc", quantity: "3" }] };
    const document = aDocument();
    const workspace = { document: { ...document, accounts: [...document.accounts, second] }, request: {} };
    new Calculation(engine, (given) => (figures = given)).ask(workspace, false);
    await settled();
    expect(asked).toHaveLength(2);
    expect(asked[1]?.accounts.map(({ holdings }) => holdings.map(({ asset }) => asset))).toEqual([["eth"], ["btc"]]);
    expect(figures?.now).toBeNull();
    expect([...(figures?.values.get("main") ?? [])]).toEqual([["eth", "20"]]);
  });

  it("of a group in view gives its own figures beside those of all accounts", async () => {
    let figures: Figures | undefined;
    const asked: BallastDocument[] = [];
    const engine = engineOf((document) => {
      if (typeof document === "string") throw new Error("expected data");
      asked.push(document);
      return Promise.resolve(ok({ btc: String(document.accounts.length) }));
    });
    new Calculation(engine, (given) => (figures = given)).ask(lookingAtTheSecond(), false);
    await settled();
    expect(asked.map(({ accounts }) => accounts.length)).toEqual([2, 1]);
    expect(asked.some(({ group }) => group !== undefined)).toBe(false);
    expect(figures?.whole?.accounts[0]?.holdings[0]?.value).toBe("2");
    expect(figures?.now?.accounts[0]?.holdings[0]?.value).toBe("1");
    expect(figures?.summary).toBe(figures?.now);
  });

  it("still values both while only the targets of a group are wrong", async () => {
    let figures: Figures | undefined;
    const engine = engineOf((document) =>
      Promise.resolve(
        typeof document !== "string" && document.groups !== undefined
          ? { ok: false, errors: [problem("/groups/0/policy/targets/0/weight")] }
          : ok({ btc: "1" }),
      ),
    );
    new Calculation(engine, (given) => (figures = given)).ask(lookingAtTheSecond(), false);
    await settled();
    expect(figures?.summary).toBeNull();
    expect(figures?.now).not.toBeNull();
    expect(figures?.whole).not.toBeNull();
    expect(figures?.problems).toHaveLength(1);
  });

  it("asks once about all accounts", async () => {
    let figures: Figures | undefined;
    const calls: string[] = [];
    const summary = aSummary({ btc: "100" });
    const other = { account: "second", cash: "0", value: "300", holdings: [{ asset: "btc", value: "300" }] };
    const engine = engineOf(
      () => Promise.resolve({ ok: true, value: { ...summary, accounts: [...summary.accounts, other] } }),
      calls,
    );
    new Calculation(engine, (given) => (figures = given)).ask(aWorkspace(), false);
    await settled();
    expect(calls).toEqual(["summarize"]);
    expect(figures?.values.get("main")?.get("btc")).toBe("100");
    expect(figures?.values.get("second")?.get("btc")).toBe("300");
  });

  it("resolves rules beside the summary, and asks for no resolution where there are weights or mistakes", async () => {
    let figures: Figures | undefined;
    const calls: string[] = [];
    const resolution: Resolution = {
      status: "resolved",
      targets: [],
      rules: [],
      check: { violation: "0", gap: "0" },
      conflict: null,
      notices: [],
    };
    let answer: Reply<Summary> = ok({});
    const engine: Engine = {
      ...engineOf(() => Promise.resolve(answer), calls),
      resolve: () => {
        calls.push("resolve");
        return Promise.resolve({ ok: true, value: resolution });
      },
    };
    const calculation = new Calculation(engine, (given) => (figures = given));
    calculation.ask({ document: aRuleDocument(), request: {} }, false);
    await settled();
    expect(calls).toEqual(["summarize", "resolve"]);
    expect(figures?.resolution).toBe(resolution);
    calculation.ask(aWorkspace(), false);
    await settled();
    expect(calls).toEqual(["summarize", "resolve", "summarize"]);
    expect(figures?.resolution).toBeNull();
    answer = { ok: false, errors: [problem("/policy/rules/0/exact")] };
    calculation.ask({ document: aRuleDocument(), request: {} }, false);
    await settled();
    expect(calls.filter((call) => call === "resolve")).toHaveLength(1);
    expect(figures?.resolution).toBeNull();
  });

  it("still values what is held while classes or market caps are wrong", async () => {
    let figures: Figures | undefined;
    const engine = engineOf((document) =>
      Promise.resolve(
        typeof document !== "string" && document.classifications !== undefined
          ? { ok: false, errors: [problem("/classifications/0/name"), problem("/assets/0/market_cap")] }
          : ok({ btc: "100" }),
      ),
    );
    new Calculation(engine, (given) => (figures = given)).ask({ document: aRuleDocument(), request: {} }, false);
    await settled();
    expect(figures?.problems).toHaveLength(2);
    expect(figures?.now).not.toBeNull();
    expect(figures?.values.get("main")?.get("btc")).toBe("100");
  });

  it("says so when the engine fails, and keeps the last figures", async () => {
    let figures: Figures | undefined;
    let broken = false;
    const engine = engineOf(() =>
      broken
        ? Promise.resolve({ ok: false, errors: [problem("", "engine/unavailable", "engine")] })
        : Promise.resolve(ok({ btc: "100" })),
    );
    const calculation = new Calculation(engine, (given) => (figures = given));
    calculation.ask(aWorkspace(), false);
    await settled();
    broken = true;
    calculation.ask(aWorkspace(), false);
    await settled();
    expect(figures?.failure?.code).toBe("engine/unavailable");
    expect(figures?.values.get("main")?.get("btc")).toBe("100");
    broken = false;
    calculation.ask(aWorkspace(), false);
    await settled();
    expect(figures?.failure).toBeNull();
  });

  it("survives a call that throws", async () => {
    let figures: Figures | undefined;
    const engine = engineOf(() => Promise.reject(new Error("gone")));
    new Calculation(engine, (given) => (figures = given)).ask(aWorkspace(), false);
    await settled();
    expect(figures?.failure?.message).toBe("gone");
  });
});
