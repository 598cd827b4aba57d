import type { Classification, ClassReference, Rule, RulePolicy } from "../../../wasm/planner/planner.js";
import { addDecimals, compareDecimals } from "../../shared/decimal-text.js";
import { placedClasses, type PlacedClass } from "../../shared/classification/class-tree.js";
import { isDecimal } from "../text/figures.js";
import { isSameClass } from "./rule-edits.js";

/** What the shares said for the classes of one level come to, while they are typed. */
export interface LevelSum {
  /** The class they are below; null: the top level. */
  readonly parent: PlacedClass | null;
  /** Of that class, or of the whole. */
  readonly ofParent: boolean;
  /** Exact shares only. */
  readonly exact: string;
  /** With the least shares: what the level needs in any case. */
  readonly needed: string;
  /** What there is for it: 1, or the most that the class above may have. */
  readonly room: string;
  readonly tooMuch: boolean;
  /** How many classes of the level have an exact share. */
  readonly count: number;
}

/** One for each level, and each way of counting on it, on which an exact share is said or too much is asked for. */
export function levelSums(classification: Classification, policy: RulePolicy): readonly LevelSum[] {
  const placed = placedClasses(classification);
  const parents = [null, ...placed.filter((one) => (one.class.classes ?? []).length > 0)];
  return parents.flatMap((parent) =>
    [false, true].flatMap((ofParent) => {
      if (ofParent && parent === null) return [];
      const sum = levelSum(classification, placed, policy, parent, ofParent);
      return sum.count === 0 && !sum.tooMuch ? [] : [sum];
    }),
  );
}

function levelSum(
  classification: Classification,
  placed: readonly PlacedClass[],
  policy: RulePolicy,
  parent: PlacedClass | null,
  ofParent: boolean,
): LevelSum {
  const reference = (id: string): ClassReference => ({ classification: classification.id, class: id });
  const above = parent === null ? null : reference(parent.class.id);
  const counts = (rule: Rule): boolean =>
    ofParent ? above !== null && rule.of !== undefined && isSameClass(rule.of, above) : rule.of === undefined;
  let exact = "0";
  let needed = "0";
  let count = 0;
  for (const one of placed) {
    if (one.parent?.id !== parent?.class.id) continue;
    const rules = rulesOf(policy, reference(one.class.id)).filter(counts);
    const said = rules.map((rule) => rule.exact).find((share) => share !== undefined && isDecimal(share));
    if (said !== undefined) {
      exact = addDecimals(exact, said);
      count += 1;
    }
    const least = said ?? rules.map((rule) => rule.least).find((share) => share !== undefined && isDecimal(share));
    if (least !== undefined) needed = addDecimals(needed, least);
  }
  const room = ofParent || above === null ? "1" : roomOf(policy, above);
  return { parent, ofParent, exact, needed, room, tooMuch: compareDecimals(needed, room) > 0, count };
}

/** The most that a class may have of the whole, by its own rules. */
function roomOf(policy: RulePolicy, about: ClassReference): string {
  const limits = rulesOf(policy, about)
    .filter((rule) => rule.of === undefined)
    .flatMap((rule) => [rule.exact, rule.most])
    .filter((limit) => limit !== undefined && isDecimal(limit)) as string[];
  return limits.reduce((least, limit) => (compareDecimals(limit, least) < 0 ? limit : least), "1");
}

function rulesOf(policy: RulePolicy, about: ClassReference): readonly Rule[] {
  return policy.rules.filter((rule) => "class" in rule && isSameClass(rule, about));
}
