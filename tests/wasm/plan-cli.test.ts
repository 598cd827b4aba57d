import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, describe, expect, it } from "vitest";

import type { BallastDocument, Plan, Reply } from "../../wasm/planner/planner.js";

const program = fileURLToPath(new URL("../../wasm/cli/plan.mjs", import.meta.url));
const samplePath = fileURLToPath(new URL("../../public/samples/starter.ballast.json", import.meta.url));
const sample = JSON.parse(readFileSync(samplePath, "utf8")) as BallastDocument;
const folder = mkdtempSync(join(tmpdir(), "ballast-plan-"));

afterAll(() => rmSync(folder, { recursive: true }));

function plan(args: string[], input?: string): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { input, encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("plan in the terminal", () => {
  it("prints trades, cash that adds up, shares and reasons; exit code 0", () => {
    const { code, out, err } = plan([samplePath]);
    expect(err).toBe("");
    expect(code).toBe(0);
    for (const part of ["Plan: ", "Trades", "BTC", "Broker app", "= after", "total", "Shares", "not advice"]) {
      expect(out).toContain(part);
    }
    // Aligned: the header and the rows of a table have their figures' points in one column.
    const block = out.split("\n\n").find((text) => text.startsWith("Cash:")) ?? "";
    const rows = block.split("\n").slice(3, 5);
    const ends = rows.map((row) => /\S+$/.exec(row)?.[0] ?? "");
    expect(ends.every((cell) => /^\d/.test(cell))).toBe(true);
  });

  it("names the currency of an account that has another, and keeps to its minor units", () => {
    const yen = {
      ...sample,
      currencies: [{ currency: "JPY", rate: "0.0065" }],
      accounts: [{ id: "tokyo", name: "Tokyo", currency: "JPY", cash: "1000", holdings: [] }],
      assets: [{ id: "a", symbol: "TOPIX", price: "300", currency: "JPY", quantity_step: "1" }],
      classifications: [],
      policy: { targets: [{ asset: "a", weight: "1" }] },
    };
    const { code, out } = plan([file("yen.json", JSON.stringify(yen))]);
    expect(code).toBe(0);
    expect(out).toMatch(/Tokyo, JPY +buy +TOPIX +3 +300 +900 +0 /);
    expect(out).toMatch(/Tokyo, JPY +1000 .* 100$/m);
  });

  it("--json prints the reply", () => {
    const { code, out } = plan([samplePath, "--json"]);
    expect(code).toBe(0);
    expect((JSON.parse(out) as Reply<Plan>).ok).toBe(true);
  });

  it("reads standard input, and a document with its request", () => {
    const both = JSON.stringify({ document: sample, request: { directions: "buy_only" } });
    const { code, out } = plan(["-", "--json"], both);
    expect(code).toBe(0);
    const reply = JSON.parse(out) as Reply<Plan>;
    expect(reply.ok && reply.value.trades.every(({ side }) => side === "buy")).toBe(true);
  });

  it("prints the losses that are taken, and that none is; nothing of them where that is not asked for", () => {
    const scenario = (name: string) => {
      const path = fileURLToPath(new URL(`../scenarios/${name}.json`, import.meta.url));
      return JSON.parse(readFileSync(path, "utf8")) as { document: BallastDocument; request: object };
    };
    const printed = ({ document, request }: { document: BallastDocument; request: object }) =>
      plan(["-"], JSON.stringify({ document, request })).out;
    const taken = scenario("losses_taken_with_the_least_tax_first");
    expect(printed(taken)).toMatch(/Losses taken\n.*tax saved, about\n.*\n +one +A +7 +72\.26\n/);
    expect(printed({ ...taken, request: { date: "2026-11-30" } })).not.toContain("oss");
    expect(printed(scenario("losses_smaller_than_their_fee"))).toContain("No loss is taken.");
  });

  it("names mistakes by their places; exit code 1", () => {
    const broken = file("broken.json", JSON.stringify({ ...sample, assets: [{ id: "a", symbol: "A", price: "1,5" }] }));
    const { code, out, err } = plan([broken]);
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(err).toContain("document /assets/0/price");
    expect(err).toContain("[number/malformed]");
    expect(plan(["-"], "{").code).toBe(1);
    expect(plan(["-", "--json"], "{")).toMatchObject({ code: 1, err: "" });
  });

  it("a withdrawal that cannot be met: exit code 1, and says so", () => {
    const request = { cash_flows: [{ account: "broker", amount: "-1000000" }] };
    const { code, out } = plan(["-"], JSON.stringify({ document: sample, request }));
    expect(code).toBe(1);
    expect(out).toContain("cannot be carried out");
    expect(out).toContain("Cannot be met");
  });

  it("wrong usage and unreadable files: exit code 2", () => {
    for (const args of [[], ["a", "b"], ["--what", samplePath], [join(folder, "missing.json")], [folder]]) {
      const { code, out, err } = plan(args);
      expect(code).toBe(2);
      expect(out).toBe("");
      expect(err).not.toBe("");
    }
    expect(plan(["--help"])).toMatchObject({ code: 0 });
  });

  it("does not let a document steer the terminal", () => {
    const evil = {
      ...sample,
      assets: sample.assets.map((asset) => ({ ...asset, symbol: `\u001b[31m${asset.symbol}` })),
    };
    expect(plan(["-"], JSON.stringify(evil)).out).not.toContain("\u001b");
    for (const mistyped of [
      { ...sample, "\u001b[31m": 1 },
      { document: sample, "\u001b[31m": 1 },
    ]) {
      const { code, err } = plan(["-"], JSON.stringify(mistyped));
      expect(code).toBe(1);
      expect(err).toContain("[31m");
      expect(err).not.toContain("\u001b");
    }
  });
});
