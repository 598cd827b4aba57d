import type { AccountGroup, BallastDocument } from "../../../../wasm/planner/planner.js";
import { newId } from "../../text/asset-ids.js";

/** Changes to groups of accounts, made on a draft. */

/** A new one has the first account that is in no other yet: a group of nobody would be a mistake at once. */
export function addGroup(document: BallastDocument): void {
  const groups = (document.groups ??= []);
  const grouped = new Set(groups.flatMap(({ accounts }) => accounts));
  const first = document.accounts.find(({ id }) => !grouped.has(id)) ?? document.accounts[0];
  if (first === undefined) return;
  const names = new Set(groups.map(({ name }) => name));
  let number = groups.length + 1;
  while (names.has(`Group ${number}`)) number += 1;
  const taken = groups.map(({ id }) => id);
  groups.push({ id: newId(`group-${number}`, taken), name: `Group ${number}`, accounts: [first.id] });
}

/** Its targets go with it. */
export function removeGroup(document: BallastDocument, id: string): void {
  const left = (document.groups ?? []).filter((group) => group.id !== id);
  if (document.group === id) delete document.group;
  if (left.length === 0) delete document.groups;
  else document.groups = left;
}

/** In the order of the document's accounts. */
export function setMember(document: BallastDocument, group: AccountGroup, account: string, wanted: boolean): void {
  const members = new Set(group.accounts);
  if (wanted) members.add(account);
  else members.delete(account);
  group.accounts = document.accounts.flatMap(({ id }) => (members.has(id) ? [id] : []));
}

/** A group of nobody is none. */
export function leaveGroups(document: BallastDocument, account: string): void {
  if (document.groups === undefined) return;
  for (const group of document.groups) group.accounts = group.accounts.filter((id) => id !== account);
  document.groups = document.groups.filter(({ accounts }) => accounts.length > 0);
  if (!document.groups.some(({ id }) => id === document.group)) delete document.group;
  if (document.groups.length === 0) delete document.groups;
}
