import { produce } from "immer";
import { expect, it } from "vitest";

import type { BallastDocument } from "../../../../../wasm/planner/planner.js";
import { addGroup, leaveGroups, removeGroup, setMember } from "../../../../../web/app/holdings/groups/group-edits.js";
import { aDocument } from "../../support/documents.js";

function withAccounts(...ids: string[]): BallastDocument {
  return aDocument({ accounts: ids.map((id) => ({ id, holdings: [] })) });
}

function groupsAfter(document: BallastDocument, edit: (draft: BallastDocument) => void) {
  return produce(document, edit).groups;
}

it("a new group has an account that is in no other, and a name of its own", () => {
  const one = produce(withAccounts("a", "b"), addGroup);
  expect(one.groups).toEqual([{ id: "group-1", name: "Group 1", accounts: ["a"] }]);
  const two = produce(one, addGroup);
  expect(two.groups?.[1]).toEqual({ id: "group-2", name: "Group 2", accounts: ["b"] });
  const left = produce(two, (draft) => removeGroup(draft, "group-1"));
  // Two groups may share accounts; where all are taken, the first one is as good as any.
  expect(produce(produce(left, addGroup), addGroup).groups?.map(({ name, accounts }) => [name, accounts])).toEqual([
    ["Group 2", ["b"]],
    ["Group 3", ["a"]],
    ["Group 4", ["a"]],
  ]);
  expect(groupsAfter(withAccounts(), addGroup)).toEqual([]);
});

it("a group that goes is not looked at any more, and leaves no empty list", () => {
  const document = aDocument({ groups: [{ id: "g", accounts: ["main"] }], group: "g" });
  const after = produce(document, (draft) => removeGroup(draft, "g"));
  expect(after).not.toHaveProperty("groups");
  expect(after).not.toHaveProperty("group");
});

it("members are in the order of the accounts, each once", () => {
  const document = { ...withAccounts("a", "b", "c"), groups: [{ id: "g", accounts: ["c"] }] };
  const set = (account: string, wanted: boolean) =>
    groupsAfter(document, (draft) => {
      const [group] = draft.groups ?? [];
      if (group !== undefined) setMember(draft, group, account, wanted);
    })?.[0]?.accounts;
  expect(set("a", true)).toEqual(["a", "c"]);
  expect(set("c", true)).toEqual(["c"]);
  expect(set("c", false)).toEqual([]);
});

it("an account that goes leaves its groups, and a group of nobody goes too", () => {
  const document = {
    ...withAccounts("a", "b"),
    groups: [
      { id: "both", accounts: ["a", "b"] },
      { id: "alone", accounts: ["b"] },
    ],
    group: "alone",
  };
  const after = produce(document, (draft) => leaveGroups(draft, "b"));
  expect(after.groups).toEqual([{ id: "both", accounts: ["a"] }]);
  expect(after).not.toHaveProperty("group");
});
