import type { AccountGroup, BallastDocument, PlanRequest, Policy, Problem } from "../../../wasm/planner/planner.js";
import type { Workspace } from "../../shared/storage/types.js";

/**
 * The view: what targets, figures and plans are about. All accounts, or those of the group that the document names, as a
 * document by itself: with the targets that count for the group, and as if there were no other accounts. The engine
 * would narrow the document in the same way; the screens need it to draw.
 */
export function viewOf(document: BallastDocument): BallastDocument {
  if (document.group === undefined) return document;
  let view = views.get(document);
  if (view === undefined) {
    const group = groupInView(document);
    view = group === undefined ? withoutGroup(document) : narrowed(document, group);
    views.set(document, view);
  }
  return view;
}

/** The same object for the same document, so that screens see what has not changed. */
const views = new WeakMap<BallastDocument, BallastDocument>();

function narrowed(document: BallastDocument, group: AccountGroup): BallastDocument {
  return {
    ...withoutGroups(document),
    title: [document.title, nameOf(group)].filter((part) => part !== undefined && part !== "").join(", "),
    accounts: document.accounts.filter(({ id }) => group.accounts.includes(id)),
    policy: group.policy ?? document.policy,
  };
}

export function groupInView({ groups = [], group }: BallastDocument): AccountGroup | undefined {
  return group === undefined ? undefined : groups.find(({ id }) => id === group);
}

/** What people call it. */
export function nameOf({ name = "" }: AccountGroup): string {
  return name.trim() === "" ? "a group without a name" : name;
}

/** With all accounts in view. */
export function wholeOf(document: BallastDocument): BallastDocument {
  return document.group === undefined ? document : withoutGroup(document);
}

function withoutGroup({ group: _, ...rest }: BallastDocument): BallastDocument {
  return rest;
}

export function withoutGroups({ groups: _groups, group: _group, ...rest }: BallastDocument): BallastDocument {
  return rest;
}

/** undefined: all accounts. */
export function lookAt(document: BallastDocument, group: string | undefined): void {
  if (group === undefined) delete document.group;
  else document.group = group;
}

/** Of the group in view; undefined: those of the whole portfolio count for it. */
export function setOwnTargets(document: BallastDocument, policy: Policy | undefined): void {
  const group = groupInView(document);
  if (group === undefined) return;
  if (policy === undefined) delete group.policy;
  else group.policy = policy;
}

/** An edit of the targets in view, whoever's they are: those of the group, or of the whole portfolio. */
export function inView(edit: (document: BallastDocument) => void): (document: BallastDocument) => void {
  return (document) => {
    const group = groupInView(document);
    edit(group?.policy === undefined ? document : withPolicyOf(group, document));
  };
}

/** The draft itself, but for the policy. Nothing is put elsewhere and back: what does not change stays the same object. */
function withPolicyOf(group: AccountGroup, document: BallastDocument): BallastDocument {
  const owner = (target: BallastDocument, key: string | symbol): object => (key === "policy" ? group : target);
  return new Proxy(document, {
    get: (target, key): unknown => Reflect.get(owner(target, key), key),
    set: (target, key, value) => Reflect.set(owner(target, key), key, value),
  });
}

/** What is asked for, among the accounts in view: money that has no account there comes into the first one. */
export function requestInView({ document, request }: Pick<Workspace, "document" | "request">): PlanRequest {
  const { accounts } = viewOf(document);
  const flows = request.cash_flows;
  const isInView = (account: string | undefined): boolean =>
    account === undefined || accounts.some(({ id }) => id === account);
  const first = accounts[0]?.id;
  if (flows === undefined || first === undefined || flows.every(({ account }) => isInView(account))) return request;
  return { ...request, cash_flows: flows.map((flow) => (isInView(flow.account) ? flow : { ...flow, account: first })) };
}

const OF_A_GROUP = /^\/groups\/(\d+)(\/policy(?:\/.*)?)$/;

/** Where the problem of a policy is seen: which group is to be looked at (undefined: all accounts), and the place there. */
export function placeInView(
  document: BallastDocument,
  pointer: string,
): { group: string | undefined; pointer: string } {
  const [, place, there] = OF_A_GROUP.exec(pointer) ?? [];
  if (place !== undefined && there !== undefined) {
    return { group: document.groups?.[Number(place)]?.id, pointer: there };
  }
  const isHidden = isOfPolicy(pointer) && groupInView(document)?.policy !== undefined;
  return { group: isHidden ? undefined : groupInView(document)?.id, pointer };
}

/** Those of the targets in view have the place that they have there; those of other targets are left out. */
export function problemsInView(document: BallastDocument, problems: readonly Problem[]): readonly Problem[] {
  if (document.groups === undefined) return problems;
  const looked = groupInView(document)?.id;
  return problems.flatMap((problem) => {
    if (!isOfPolicy(problem.pointer) && !OF_A_GROUP.test(problem.pointer)) return problem;
    const { group, pointer } = placeInView(document, problem.pointer);
    return group === looked ? { ...problem, pointer } : [];
  });
}

/** Those of targets that are not in view. */
export function problemsElsewhere(document: BallastDocument, problems: readonly Problem[]): readonly Problem[] {
  return problems.filter((problem) => problemsInView(document, [problem]).length === 0);
}

function isOfPolicy(pointer: string): boolean {
  return pointer === "/policy" || pointer.startsWith("/policy/");
}
