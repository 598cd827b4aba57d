import type {
  BallastDocument,
  ClassRow,
  Resolution,
  RulePolicy,
  RuleSubject,
  WeightRow,
} from "../../../wasm/planner/planner.js";
import type { CellSurroundings } from "../parts/cell.js";
import type { Figures } from "../state/app-state.js";

/** What all parts of the rules editor draw from, looked up once for each drawing. */
export interface RulesContext extends CellSurroundings {
  readonly document: BallastDocument;
  readonly policy: RulePolicy;
  readonly resolution: Resolution | null;
  /** Whether the targets in the rows are those of this document. */
  readonly hasTargets: boolean;
  readonly assets: ReadonlyMap<string | null, WeightRow>;
  readonly classes: ReadonlyMap<string, ClassRow>;
  /** Of every subject with rules: their places in the document. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  readonly binding: ReadonlySet<number>;
  readonly conflicting: ReadonlySet<number>;
  readonly showBands: boolean;
  /** Classifications of which every class is shown. */
  readonly unfolded: ReadonlySet<string>;
  /** Shows all classes of a classification, or only those in use again. */
  fold(classification: string): void;
  change(label: string, edit: (document: BallastDocument) => void, cell?: string): void;
  /** Leads to the field of a rule. */
  focus(pointer: string): void;
}

type Given = CellSurroundings &
  Pick<RulesContext, "document" | "policy" | "showBands" | "unfolded" | "fold" | "change" | "focus">;

export function rulesContext(given: Given, { summary, now, resolution }: Figures): RulesContext {
  const rows = summary ?? now;
  const conflict = resolution?.conflict?.rules ?? [];
  return {
    ...given,
    resolution,
    hasTargets: summary !== null,
    assets: new Map(rows?.weights.map((row) => [row.asset, row])),
    classes: new Map(rows?.classes.map((row) => [classKey(row.classification, row.class), row])),
    places: placesBySubject(given.policy),
    binding: new Set(resolution?.rules.flatMap(({ binding, pointer }) => (binding ? rulePlace(pointer) : []))),
    conflicting: new Set(conflict.flatMap(({ pointer }) => rulePlace(pointer))),
  };
}

/** Null: what is unclassified. */
export function classKey(classification: string, classId: string | null): string {
  return `${classification}\n${classId ?? ""}\n${classId === null ? "unclassified" : "class"}`;
}

export function subjectKey(subject: RuleSubject): string {
  if ("class" in subject) return classKey(subject.classification, subject.class);
  return subject.asset === null ? "cash" : `asset\n${subject.asset}`;
}

function placesBySubject({ rules }: RulePolicy): Map<string, number[]> {
  const places = new Map<string, number[]>();
  rules.forEach((rule, place) => {
    const key = subjectKey(rule);
    const there = places.get(key);
    if (there === undefined) places.set(key, [place]);
    else there.push(place);
  });
  return places;
}

/** "/policy/rules/3" and "/policy/rules/3/most" → 3. */
export function rulePlace(pointer: string): number[] {
  const place = /^\/policy\/rules\/(\d+)(?:\/|$)/.exec(pointer)?.[1];
  return place === undefined ? [] : [Number(place)];
}
