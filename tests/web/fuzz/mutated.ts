/** Data that was once right: a value with some of its parts replaced, left out, doubled or renamed. */
import fc from "fast-check";

const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    "",
    " ",
    "0",
    "1",
    "-1",
    "0.5",
    "1e5",
    "NaN",
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    [],
    {},
    [[]],
    [null],
  ),
  fc.constantFrom<unknown>(
    "__proto__",
    "constructor",
    "toString",
    "\u202E",
    "\uD800",
    "x".repeat(300),
    "a/b~c",
    "type",
    "payment",
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

interface Change {
  at: number;
  how: "replace" | "remove" | "double" | "rename";
  value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat({ max: 1000 }),
  how: fc.constantFrom("replace", "replace", "remove", "double", "rename"),
  value: hostile,
});

/** JSON texts near to one of these values. */
export function nearTo(...values: readonly unknown[]): fc.Arbitrary<string> {
  const changed = fc
    .tuple(fc.constantFrom(...values), fc.array(change, { maxLength: 4 }))
    .map(([value, changes]) => changes.reduce(apply, JSON.stringify(value)));
  return fc.oneof(
    { weight: 12, arbitrary: changed },
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.string(),
  );
}

/** On text, so that "__proto__" becomes a member of its own and nothing else. */
function apply(text: string, { at, how, value }: Change): string {
  const root = JSON.parse(text) as unknown;
  const places = placesIn(root);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return JSON.stringify(value);
  const { parent, key } = place;
  if (Array.isArray(parent)) {
    if (how === "remove") parent.splice(Number(key), 1);
    else if (how === "double") parent.push(structuredClone(parent[Number(key)]));
    else parent[Number(key)] = value;
  } else if (how === "remove") Reflect.deleteProperty(parent, key);
  else define(parent, how === "rename" && typeof value === "string" ? value : key, value);
  return JSON.stringify(root);
}

function define(parent: object, key: string, value: unknown): void {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

interface Place {
  parent: object;
  key: string;
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [{ parent: value, key }, ...placesIn(child)]);
}
