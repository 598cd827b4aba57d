import type { AssetClass, BallastDocument, Classification, ClassShare, Member } from "../../../wasm/planner/planner.js";
import { addDecimals, compareDecimals, isDecimalText } from "../decimal-text.js";
import { assetFinder, isObject, MOST_CLASSES, MOST_LEVELS, Problems, type ReadClassification } from "./imported.js";

/** Ballast's own file of one classification: as in a document, but members are named by symbol, so that it travels. */

export const FORMAT = "ballast-classification";

interface NamedMember extends ClassShare {
  symbol: string;
  name?: string;
}

export function writeBallast(classification: Classification, assets: BallastDocument["assets"]): string {
  const known = new Map(assets.map((asset) => [asset.id, asset]));
  const members: NamedMember[] = (classification.members ?? []).flatMap(({ asset, class: id, share }) => {
    const one = known.get(asset);
    if (one === undefined) return [];
    const name = one.name === undefined ? {} : { name: one.name };
    return [{ symbol: one.symbol, ...name, class: id, ...(share === undefined ? {} : { share }) }];
  });
  const value = { format: FORMAT, version: 1, classification: { ...classification, members } };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** All problems at once; without any, the classification with the members that this document holds. */
export function readBallast(data: Record<string, unknown>, assets: BallastDocument["assets"]): ReadClassification {
  const problems = new Problems();
  if (data["version"] !== 1) {
    return { ok: false, problems: [`This file is of version ${show(data["version"])}; this page reads version 1.`] };
  }
  const given = data["classification"];
  if (!isObject(given)) return { ok: false, problems: ["The file has no classification in it."] };
  const { id, name, kind, classes } = given;
  if (typeof id !== "string" || id === "") problems.add("id", "needs a text.");
  if (typeof name !== "string" || name === "") problems.add("name", "needs a text.");
  problems.addTooLong("id", id);
  problems.addTooLong("name", name);
  if (kind !== undefined && kind !== "given" && kind !== "market_cap") {
    problems.add("kind", `${show(kind)} is neither “given” nor “market_cap”.`);
  }
  const ids = new Set<string>();
  const thresholds = kind === "market_cap" ? new Set<string>() : undefined;
  const tree = readClasses(classes, "classes", { ids, thresholds }, problems, 0);
  if (ids.size > MOST_CLASSES) problems.add("classes", `there are ${ids.size}; at most ${MOST_CLASSES} can be used.`);

  const find = assetFinder(assets);
  const matched = new Set<string>();
  const takenBy = new Map<string, string>();
  const notMatched = new Set<string>();
  const members: Member[] = [];
  const sums = new Map<string, string>();
  readShares(given["members"], "members", ids, sums, problems).forEach(({ share, symbol, name: called }) => {
    const asset = find(symbol, called);
    if (typeof asset !== "object") {
      notMatched.add(asset === "several" ? `${symbol} (several assets have it)` : symbol);
      return;
    }
    // Two things of the file can be one asset here only by mistake; the first one counts.
    const key = `${symbol}\n${called ?? ""}`;
    if ((takenBy.get(asset.id) ?? key) !== key) {
      notMatched.add(`${symbol} (a second time)`);
      return;
    }
    takenBy.set(asset.id, key);
    matched.add(asset.id);
    members.push({ asset: asset.id, ...share });
  });
  const cash = readShares(given["cash_members"], "cash_members", ids, sums, problems, true).map(({ share }) => share);
  if (problems.any) return { ok: false, problems: problems.list };
  const value: Classification = { id: id as string, name: name as string, classes: tree };
  if (kind === "market_cap") value.kind = kind;
  if (members.length > 0) value.members = members;
  if (cash.length > 0) value.cash_members = cash;
  return {
    ok: true,
    format: "ballast",
    value,
    report: { matched: [...matched], notMatched: [...notMatched], notes: [] },
  };
}

interface Seen {
  readonly ids: Set<string>;
  /** Of a classification by market cap only: without trailing zeros, so that the same ones are the same. */
  readonly thresholds: Set<string> | undefined;
}

function readClasses(value: unknown, where: string, seen: Seen, problems: Problems, depth: number): AssetClass[] {
  if (!Array.isArray(value)) {
    problems.add(where, "needs a list.");
    return [];
  }
  if (depth >= MOST_LEVELS && value.length > 0) {
    problems.add(where, `classes are nested more than ${MOST_LEVELS} deep.`);
    return [];
  }
  return value.flatMap((one: unknown, place) => {
    const at = `${where}/${place}`;
    if (!isObject(one)) {
      problems.add(at, "needs an object.");
      return [];
    }
    const { id, name, at_least: atLeast, classes } = one;
    if (typeof id !== "string" || id === "") problems.add(`${at}/id`, "needs a text.");
    else if (seen.ids.has(id)) problems.add(`${at}/id`, `${show(id)} is there twice.`);
    else seen.ids.add(id);
    if (typeof name !== "string" || name === "") problems.add(`${at}/name`, "needs a text.");
    problems.addTooLong(`${at}/id`, id);
    problems.addTooLong(`${at}/name`, name);
    checkThreshold(atLeast, `${at}/at_least`, seen, problems);
    if (classes !== undefined && seen.thresholds !== undefined) {
      problems.add(`${at}/classes`, "a class by market cap has none below it.");
    }
    const below = classes === undefined ? [] : readClasses(classes, `${at}/classes`, seen, problems, depth + 1);
    const read: AssetClass = { id: textOf(id), name: textOf(name) };
    if (typeof atLeast === "string") read.at_least = atLeast;
    if (below.length > 0) read.classes = below;
    return [read];
  });
}

/** As the core judges it: each class by market cap begins at another, and no other class at any. */
function checkThreshold(value: unknown, where: string, { thresholds }: Seen, problems: Problems): void {
  if (thresholds === undefined) {
    if (value !== undefined) problems.add(where, "only a class by market cap has one.");
    return;
  }
  if (!isPlain(value) || compareDecimals(value, "0") < 0) {
    problems.add(where, `${show(value)} is not a number of 0 or more.`);
    return;
  }
  const plain = addDecimals(value, "0");
  if (thresholds.has(plain)) problems.add(where, `${show(value)} is there twice.`);
  thresholds.add(plain);
}

interface SharedBy {
  readonly symbol: string;
  readonly name: string | undefined;
  readonly share: ClassShare;
}

function readShares(
  value: unknown,
  where: string,
  ids: ReadonlySet<string>,
  sums: Map<string, string>,
  problems: Problems,
  ofCash = false,
): SharedBy[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    problems.add(where, "needs a list.");
    return [];
  }
  const placed = new Set<string>();
  return value.flatMap((one: unknown, index) => {
    const at = `${where}/${index}`;
    if (!isObject(one)) {
      problems.add(at, "needs an object.");
      return [];
    }
    const { symbol, name, class: id, share } = one;
    const by = ofCash ? "cash" : typeof symbol === "string" ? symbol : "";
    if (by === "") problems.add(`${at}/symbol`, "needs a text.");
    const isClass = id === null || (typeof id === "string" && ids.has(id));
    if (!isClass) problems.add(`${at}/class`, `${show(id)} is not one of its classes.`);
    const sharesRight = share === undefined || (isPlain(share) && isShare(share));
    if (!sharesRight) problems.add(`${at}/share`, `${show(share)} is not a share above 0 and up to 1.`);
    else {
      const key = `${ofCash ? "cash" : "asset"} ${by}\n${typeof name === "string" ? name : ""}`;
      const place = `${key}\n${textOf(id)}`;
      if (placed.has(place)) problems.add(at, `${by} is in ${show(id)} twice.`);
      placed.add(place);
      const sum = addDecimals(sums.get(key) ?? "0", typeof share === "string" ? share : "1");
      sums.set(key, sum);
      if (compareDecimals(sum, "1") > 0) problems.add(at, `the shares of ${by} sum to ${sum}, more than 1.`);
    }
    const read: ClassShare = {
      class: typeof id === "string" ? id : null,
      ...(typeof share === "string" ? { share } : {}),
    };
    return [{ symbol: by, name: typeof name === "string" ? name : undefined, share: read }];
  });
}

function isPlain(value: unknown): value is string {
  return typeof value === "string" && isDecimalText(value);
}

function isShare(text: string): boolean {
  return compareDecimals(text, "0") > 0 && compareDecimals(text, "1") <= 0;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** What is no text has been told, and stands for nothing. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
