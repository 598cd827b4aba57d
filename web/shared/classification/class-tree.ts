import type { AssetClass, Classification } from "../../../wasm/planner/planner.js";

/** A class with its place in the tree. */
export interface PlacedClass {
  readonly class: AssetClass;
  /** 0 at the top. */
  readonly depth: number;
  readonly parent: AssetClass | null;
  /** From the top down to the class itself. */
  readonly path: readonly string[];
  /** RFC 6901, from the classification: "/classes/0/classes/2". */
  readonly pointer: string;
}

/** A frozen list stays as it is, so what was walked once stays right for as long as it lives. */
const walked = new WeakMap<readonly AssetClass[], readonly PlacedClass[]>();

/** All classes in the order of the document: a class before those below it. */
export function placedClasses({ classes }: Pick<Classification, "classes">): readonly PlacedClass[] {
  // Drafts change under our hands; what Immer has finished is frozen.
  if (!Object.isFrozen(classes)) return walk(classes);
  let all = walked.get(classes);
  if (all === undefined) {
    all = walk(classes);
    walked.set(classes, all);
  }
  return all;
}

export function findClass(classification: Pick<Classification, "classes">, id: string): PlacedClass | undefined {
  return placedClasses(classification).find((placed) => placed.class.id === id);
}

/** The class and all below it. */
export function idsWithin({ id, classes = [] }: AssetClass): readonly string[] {
  return [id, ...classes.flatMap(idsWithin)];
}

/** "Security › Bond": what a class is called where its tree is not in sight. */
export function pathName(placed: PlacedClass): string {
  return placed.path.join(" › ");
}

function walk(classes: readonly AssetClass[]): readonly PlacedClass[] {
  const all: PlacedClass[] = [];
  const visit = (below: readonly AssetClass[], parent: PlacedClass | null, at: string): void => {
    below.forEach((one, place) => {
      const pointer = `${at}/${place}`;
      const path = [...(parent?.path ?? []), one.name];
      const placed = { class: one, depth: path.length - 1, parent: parent?.class ?? null, path, pointer };
      all.push(placed);
      visit(one.classes ?? [], placed, `${pointer}/classes`);
    });
  };
  visit(classes, null, "/classes");
  return all;
}
