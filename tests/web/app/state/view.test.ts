import { produce } from "immer";
import { describe, expect, it } from "vitest";

import type { BallastDocument, Problem } from "../../../../wasm/planner/planner.js";
import { createPlanner } from "../../../../wasm/planner/planner.mjs";
import {
  groupInView,
  inView,
  lookAt,
  placeInView,
  problemsElsewhere,
  problemsInView,
  requestInView,
  setOwnTargets,
  viewOf,
  wholeOf,
} from "../../../../web/app/state/view.js";
import { takeMix } from "../../../../web/app/profile/take-mix.js";
import { setTarget } from "../../../../web/app/targets/edits.js";
import { toRules } from "../../../../web/app/targets/ways.js";
import { aDocument } from "../support/documents.js";

/** Two accounts, of which the second is a group with targets of its own; a third group has those of the whole. */
function grouped(group?: string): BallastDocument {
  const document = aDocument({
    policy: { targets: [{ asset: "btc", weight: "0.5" }] },
    groups: [
      { id: "all", name: "Everybody’s", accounts: ["main", "child"] },
      { id: "hers", name: "Hers", accounts: ["child"], policy: { targets: [{ asset: "eth", weight: "0.8" }] } },
    ],
    ...(group === undefined ? {} : { group }),
  });
  document.accounts.push({ id: "child", name: "Child", cash: "100", holdings: [{ asset: "eth", quantity: "40" }] });
  return document;
}

const problem = (pointer: string): Problem => ({
  code: "number/malformed",
  source: "document",
  pointer,
  parameters: {},
  message: "",
});

describe("what is in view", () => {
  it("is the document itself where no group is looked at, and always the same object for the same document", () => {
    const document = grouped();
    expect(viewOf(document)).toBe(document);
    expect(wholeOf(document)).toBe(document);
    const hers = grouped("hers");
    expect(viewOf(hers)).toBe(viewOf(hers));
    const unknown = grouped("nobody's");
    expect(viewOf(unknown)).toBe(viewOf(unknown));
    expect(viewOf(unknown)).toEqual(document);
  });

  it("is what the engine narrows the document to", async () => {
    const planner = await createPlanner();
    for (const group of ["all", "hers"]) {
      const document = grouped(group);
      expect(viewOf(document).accounts.length).toBe(group === "all" ? 2 : 1);
      expect(planner.summarize(viewOf(document))).toEqual(planner.summarize(document));
      expect(planner.plan(viewOf(document), {})).toEqual(planner.plan(document, {}));
      expect(planner.plan(document, {})).not.toEqual(
        planner.plan(wholeOf(document), group === "all" ? { most_trades: 0 } : {}),
      );
    }
  });

  it("names the group in its title, which files and prints are called by", () => {
    expect(viewOf(grouped("hers")).title).toBe("Test, Hers");
  });
});

describe("an edit of the targets in view", () => {
  const edited = (group: string | undefined, edit: (document: BallastDocument) => void) =>
    produce(grouped(group), (draft) => inView(edit)(draft));

  it("is of the group's own targets, and leaves those of the whole as they are", () => {
    const before = grouped("hers");
    const after = produce(before, (draft) => inView((document) => setTarget(document, "eth", "0.7"))(draft));
    expect(groupInView(after)?.policy).toEqual({ targets: [{ asset: "eth", weight: "0.7" }] });
    expect(after.policy).toBe(before.policy);
    expect(after.accounts).toBe(before.accounts);
  });

  it("also where a whole mix is taken, with its classification", () => {
    const mix = { reserve: "0.3", large: "0.5", medium: "0.15", small: "0.05" };
    const after = edited("hers", (document) => takeMix(document, mix, [], () => undefined));
    expect(groupInView(after)?.policy).toHaveProperty("rules.length", 4);
    expect(after.policy).toEqual(grouped().policy);
    expect(after.classifications?.map(({ id }) => id)).toEqual(["risk_mix"]);
  });

  it("also where the policy is put in place of another", () => {
    const after = edited("hers", toRules);
    expect(groupInView(after)?.policy).toHaveProperty("rules");
    expect(after.policy).toEqual(grouped().policy);
  });

  it("is of the whole portfolio's where the group has none, and where none is looked at", () => {
    for (const group of ["all", undefined]) {
      const after = edited(group, (document) => setTarget(document, "btc", "0.6"));
      expect(after.policy).toEqual({ targets: [{ asset: "btc", weight: "0.6" }] });
      expect(after.groups).toEqual(grouped().groups);
    }
  });

  it("that changes nothing is none", () => {
    const before = grouped("hers");
    expect(produce(before, (draft) => inView((document) => setTarget(document, "eth", "0.8"))(draft))).toBe(before);
  });

  it("gives a group targets, and takes them away", () => {
    const own = produce(grouped("all"), (draft) => setOwnTargets(draft, { targets: [] }));
    expect(groupInView(own)?.policy).toEqual({ targets: [] });
    expect(groupInView(produce(own, (draft) => setOwnTargets(draft, undefined)))).not.toHaveProperty("policy");
    const all = produce(own, (draft) => lookAt(draft, undefined));
    expect(all).not.toHaveProperty("group");
  });
});

describe("a request", () => {
  it("is the same object where its money has an account in view", () => {
    const request = { cash_flows: [{ account: "child", amount: "5" }, { amount: "1" }] };
    expect(requestInView({ document: grouped("hers"), request })).toBe(request);
    expect(requestInView({ document: grouped(), request })).toBe(request);
  });

  it("puts money without an account in view into the first one", () => {
    const request = { cash_flows: [{ account: "main", amount: "-5" }] };
    expect(requestInView({ document: grouped("hers"), request })).toEqual({
      cash_flows: [{ account: "child", amount: "-5" }],
    });
  });
});

describe("a problem of targets", () => {
  const problems = ["/groups/1/policy/targets/0/weight", "/policy/targets", "/accounts/0/cash"].map(problem);
  const shown = (group?: string) => problemsInView(grouped(group), problems).map(({ pointer }) => pointer);

  it("stands where the targets are in view, and nowhere else", () => {
    expect(shown("hers")).toEqual(["/policy/targets/0/weight", "/accounts/0/cash"]);
    expect(shown("all")).toEqual(["/policy/targets", "/accounts/0/cash"]);
    expect(shown()).toEqual(["/policy/targets", "/accounts/0/cash"]);
    expect(problemsElsewhere(grouped("hers"), problems).map(({ pointer }) => pointer)).toEqual(["/policy/targets"]);
  });

  it("says which accounts are to be looked at", () => {
    expect(placeInView(grouped(), "/groups/1/policy/targets/0/weight")).toEqual({
      group: "hers",
      pointer: "/policy/targets/0/weight",
    });
    expect(placeInView(grouped("hers"), "/policy/targets")).toEqual({ group: undefined, pointer: "/policy/targets" });
    expect(placeInView(grouped("all"), "/policy/targets")).toEqual({ group: "all", pointer: "/policy/targets" });
    expect(placeInView(grouped("hers"), "/groups/1/name")).toEqual({ group: "hers", pointer: "/groups/1/name" });
  });
});
