import type { AssetClass, BallastDocument, Classification, Member } from "../../../wasm/planner/planner.js";
import { newId } from "../new-id.js";
import { addDecimals, compareDecimals, isDecimalText, readDecimal, shiftDecimal } from "../decimal-text.js";
import { placedClasses } from "./class-tree.js";
import { assetFinder, isObject, MOST_CLASSES, MOST_LEVELS, Problems, type ReadClassification } from "./imported.js";

/**
 * Portfolio Performance's file of one taxonomy (its TaxonomyJSONExporter and TaxonomyJSONImporter):
 * `{name, color, categories: [{name, key?, children?}], instruments: [{identifiers, categories: [{key?, path, weight}]}]}`.
 * A weight is in per cent, from 0 to 100; left out it is 100.
 */

interface Category {
  name: string;
  key?: string;
  children?: Category[];
}

export function writePortfolioPerformance(
  classification: Classification,
  assets: BallastDocument["assets"],
): { text: string; notes: readonly string[] } {
  const placed = new Map(placedClasses(classification).map((one) => [one.class.id, one]));
  const notes: string[] = [];
  const instruments = assets.flatMap(({ id, symbol, name }) => {
    const members = (classification.members ?? []).filter(({ asset }) => asset === id);
    if (members.some((member) => member.class === null)) {
      notes.push(`${symbol}: that it is in no class on purpose has no place in this format.`);
    }
    const categories = members.flatMap(({ class: key, share }) => {
      const path = key === null ? undefined : placed.get(key)?.path;
      const percent = shiftDecimal(share ?? "1", 2);
      if (path === undefined || percent === undefined) return [];
      // The program keeps two decimals of a per cent; what is finer is cut, so that no sum goes above 100.
      const kept = /^\d+(?:\.\d{1,2})?/.exec(percent)?.[0] ?? "0";
      if (compareDecimals(kept, percent) !== 0) notes.push(`${symbol}: ${percent} % is written as ${kept} %.`);
      return [{ key, path, weight: Number(kept) }];
    });
    return categories.length === 0 ? [] : [{ identifiers: { name: name ?? symbol, ticker: symbol }, categories }];
  });
  if ((classification.cash_members ?? []).length > 0)
    notes.push("Cash has no place in this format; its classes are left out.");
  if (classification.kind === "market_cap") {
    notes.push("Thresholds have no place in this format; only classes set by hand are written.");
  }
  const value = { name: classification.name, categories: classification.classes.map(categoryOf), instruments };
  return { text: `${JSON.stringify(value, null, 2)}\n`, notes };
}

function categoryOf({ id, name, classes }: AssetClass): Category {
  const children = classes ?? [];
  return { name, key: id, ...(children.length === 0 ? {} : { children: children.map(categoryOf) }) };
}

export function readPortfolioPerformance(
  data: Record<string, unknown>,
  assets: BallastDocument["assets"],
): ReadClassification {
  const problems = new Problems();
  const name = taxonomyName(data);
  problems.addTooLong("name", name);
  const index: ClassIndex = { ids: new Set(), byKey: new Map(), byPath: new Map() };
  const classes = readCategories(data["categories"], "categories", [], index, problems);
  if (index.ids.size > MOST_CLASSES) {
    problems.add("categories", `there are ${index.ids.size}; at most ${MOST_CLASSES} can be used.`);
  }
  const instruments = data["instruments"] ?? [];
  if (!Array.isArray(instruments)) problems.add("instruments", "needs a list.");
  const rows = Array.isArray(instruments) ? (instruments as unknown[]) : [];
  const find = assetFinder(assets);
  const members: Member[] = [];
  const matched = new Set<string>();
  const notMatched: string[] = [];
  rows.forEach((row, place) => {
    const at = `instruments/${place}`;
    if (!isObject(row) || !isObject(row["identifiers"])) return problems.add(at, "has no identifiers.");
    const { ticker, name: called, isin } = row["identifiers"];
    const shown = textOf(ticker) ?? textOf(called) ?? textOf(isin) ?? `number ${place + 1}`;
    const own = readAssignments(row["categories"], at, shown, index, problems);
    const asset = find(textOf(ticker), textOf(called));
    if (typeof asset !== "object") {
      notMatched.push(asset === "several" ? `${shown} (several assets have it)` : shown);
    } else if (matched.has(asset.id)) {
      notMatched.push(`${shown} (a second time)`);
    } else {
      matched.add(asset.id);
      members.push(...own.map((share) => ({ asset: asset.id, ...share })));
    }
  });
  if (problems.any) return { ok: false, problems: problems.list };
  const value: Classification = { id: newId(name, []), name, classes };
  if (members.length > 0) value.members = members;
  return {
    ok: true,
    format: "portfolio_performance",
    value,
    report: { matched: [...matched], notMatched, notes: [] },
  };
}

export function taxonomyName(data: unknown): string {
  return (isObject(data) ? textOf(data["name"]) : undefined) ?? "Taxonomy";
}

interface ClassIndex {
  readonly ids: Set<string>;
  readonly byKey: Map<string, string>;
  readonly byPath: Map<string, string>;
}

function readCategories(
  value: unknown,
  where: string,
  above: readonly string[],
  index: ClassIndex,
  problems: Problems,
): AssetClass[] {
  if (!Array.isArray(value)) {
    problems.add(where, "needs a list.");
    return [];
  }
  if (above.length >= MOST_LEVELS && value.length > 0) {
    problems.add(where, `categories are nested more than ${MOST_LEVELS} deep.`);
    return [];
  }
  return value.flatMap((one: unknown, place) => {
    const at = `${where}/${place}`;
    const name = isObject(one) ? textOf(one["name"]) : undefined;
    if (!isObject(one) || name === undefined) {
      problems.add(at, "has no name.");
      return [];
    }
    const key = textOf(one["key"]);
    problems.addTooLong(`${at}/name`, name);
    problems.addTooLong(`${at}/key`, key);
    if (key !== undefined && index.byKey.has(key)) problems.add(`${at}/key`, `“${key}” is there twice.`);
    const id = key !== undefined && !index.ids.has(key) ? key : newId(name, index.ids);
    index.ids.add(id);
    if (key !== undefined) index.byKey.set(key, id);
    const path = [...above, name];
    // The first of two with the same path is the one that paths lead to, as in Portfolio Performance.
    const pathKey = JSON.stringify(path);
    if (!index.byPath.has(pathKey)) index.byPath.set(pathKey, id);
    const children = one["children"];
    const below = children === undefined ? [] : readCategories(children, `${at}/children`, path, index, problems);
    return [{ id, name, ...(below.length === 0 ? {} : { classes: below }) }];
  });
}

function readAssignments(
  value: unknown,
  where: string,
  shown: string,
  index: ClassIndex,
  problems: Problems,
): Omit<Member, "asset">[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    problems.add(`${where}/categories`, "needs a list.");
    return [];
  }
  const shares = new Map<string, string>();
  value.forEach((one: unknown, place) => {
    const at = `${where}/categories/${place}`;
    if (!isObject(one)) return problems.add(at, "needs an object.");
    const key = textOf(one["key"]);
    const path = Array.isArray(one["path"]) ? JSON.stringify(one["path"]) : "";
    const id = (key === undefined ? undefined : index.byKey.get(key)) ?? index.byPath.get(path);
    if (id === undefined) return problems.add(at, `no category has the key or path that ${shown} names.`);
    const share = shareOf(one["weight"]);
    if (share === undefined) return problems.add(`${at}/weight`, "is not a number from 0 to 100.");
    if (compareDecimals(share, "0") > 0) shares.set(id, addDecimals(shares.get(id) ?? "0", share));
  });
  const sum = [...shares.values()].reduce(addDecimals, "0");
  if (compareDecimals(sum, "1") > 0) {
    problems.add(where, `the weights of ${shown} sum to ${shiftDecimal(sum, 2) ?? sum} %, more than 100 %.`);
  }
  return [...shares].map(([id, share]) => ({ class: id, ...(share === "1" ? {} : { share }) }));
}

/** Left out: all of it. */
function shareOf(weight: unknown): string | undefined {
  if (weight === undefined || weight === null) return "1";
  if (typeof weight !== "number" || !Number.isFinite(weight) || weight < 0) return undefined;
  // "1e-7" is how a small number is written; read as any other number is.
  const read = readDecimal(String(weight), ".");
  if (read.kind !== "value" || !isDecimalText(read.value)) return undefined;
  const share = shiftDecimal(read.value, -2);
  return share !== undefined && compareDecimals(share, "1") <= 0 ? share : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
