import type { AssetClass, BallastDocument, Classification, ClassShare } from "../../../wasm/planner/planner.js";
import { addDecimals, compareDecimals, negateDecimal } from "../../shared/decimal-text.js";
import { findClass, idsWithin, placedClasses } from "../../shared/classification/class-tree.js";
import { newId } from "../../shared/new-id.js";
import { forgetClasses, forgetClassification } from "../targets/references.js";
import { isDecimal } from "../text/figures.js";

/** Changes to classifications, made on a draft. Texts are stored as given; the engine judges them. */

/** Under an id that is still free; it is added last. */
export function addClassification(document: BallastDocument, given: Classification): Classification {
  const all = document.classifications ?? [];
  const id = all.some((one) => one.id === given.id)
    ? newId(
        given.id,
        all.map((one) => one.id),
      )
    : given.id;
  document.classifications = [...all, { ...structuredClone(given), id }];
  return document.classifications.at(-1) as Classification;
}

export function customClassification(document: BallastDocument): Classification {
  const taken = (document.classifications ?? []).map(({ id }) => id);
  return { id: newId("own", taken), name: "My classification", classes: [{ id: "first", name: "First class" }] };
}

/** With all rules and bands about its classes. */
export function removeClassification(document: BallastDocument, id: string): void {
  forgetClassification(document, id);
  const rest = (document.classifications ?? []).filter((one) => one.id !== id);
  if (rest.length === 0) delete document.classifications;
  else document.classifications = rest;
}

/**
 * Another classification in place of one, under its id: rules, bands and classes of assets that speak of classes that
 * are gone go too. Assets that the new one does not name keep the classes they had, where these are still there.
 */
export function replaceClassification(document: BallastDocument, id: string, given: Classification): void {
  const place = (document.classifications ?? []).findIndex((one) => one.id === id);
  const before = document.classifications?.[place];
  if (document.classifications === undefined || before === undefined) return;
  const now = new Set(placedClasses(given).map((placed) => placed.class.id));
  const gone = placedClasses(before).flatMap((placed) => (now.has(placed.class.id) ? [] : [placed.class.id]));
  forgetClasses(document, id, new Set(gone));
  const named = new Set(given.members?.map(({ asset }) => asset));
  const kept = (before.members ?? []).filter(({ asset }) => !named.has(asset)).map((member) => ({ ...member }));
  const members = [...kept, ...structuredClone(given.members ?? [])];
  const cash = structuredClone(given.cash_members ?? before.cash_members?.map((share) => ({ ...share })) ?? []);
  const placed: Classification = { ...structuredClone(given), id, members, cash_members: cash };
  if (members.length === 0) delete placed.members;
  if (cash.length === 0) delete placed.cash_members;
  document.classifications[place] = placed;
}

/** Last under a class, or last at the top (null). */
export function addClass(classification: Classification, parent: string | null): AssetClass {
  const taken = placedClasses(classification).map((placed) => placed.class.id);
  const added: AssetClass = { id: newId("class", taken), name: "New class" };
  if (classification.kind === "market_cap") added.at_least = "0";
  const above = parent === null ? undefined : findClass(classification, parent)?.class;
  if (above === undefined) classification.classes.push(added);
  else above.classes = [...(above.classes ?? []), added];
  return added;
}

/** With the classes below it, and all that speaks of them. */
export function removeClass(document: BallastDocument, classification: string, id: string): void {
  const from = document.classifications?.find((one) => one.id === classification);
  const at = from === undefined ? undefined : locate(from.classes, id, undefined);
  const found = at?.list[at.index];
  if (at === undefined || found === undefined) return;
  forgetClasses(document, classification, new Set(idsWithin(found)));
  at.list.splice(at.index, 1);
  dropEmpty(at.parent);
}

/** Up or down among its neighbours. */
export function moveClass(classification: Classification, id: string, by: -1 | 1): void {
  const at = locate(classification.classes, id, undefined);
  if (at === undefined) return;
  const to = at.index + by;
  if (to < 0 || to >= at.list.length) return;
  const [moved] = at.list.splice(at.index, 1);
  if (moved !== undefined) at.list.splice(to, 0, moved);
}

/** Below the neighbour above it. */
export function nestClass(classification: Classification, id: string): void {
  const at = locate(classification.classes, id, undefined);
  const above = at?.list[at.index - 1];
  if (at === undefined || above === undefined) return;
  const [moved] = at.list.splice(at.index, 1);
  if (moved !== undefined) above.classes = [...(above.classes ?? []), moved];
}

/** Out from the class it is below, to stand after it. */
export function unnestClass(classification: Classification, id: string): void {
  const at = locate(classification.classes, id, undefined);
  if (at?.parent === undefined) return;
  const { parent } = at;
  const above = locate(classification.classes, parent.id, undefined);
  const [moved] = at.list.splice(at.index, 1);
  if (above !== undefined && moved !== undefined) above.list.splice(above.index + 1, 0, moved);
  dropEmpty(parent);
}

export function setClassText(
  classification: Classification,
  id: string,
  field: "name" | "at_least",
  value: string,
): void {
  const found = findClass(classification, id)?.class;
  if (found !== undefined) found[field] = value;
}

/** The shares of an asset, or of cash (null), in the order of the document. */
export function sharesOf(classification: Classification, asset: string | null): readonly ClassShare[] {
  if (asset === null) return classification.cash_members ?? [];
  return (classification.members ?? []).filter((member) => member.asset === asset);
}

/** Where each of these shares stands. */
export function sharePlaces(classification: Classification, asset: string | null): readonly number[] {
  if (asset === null) return (classification.cash_members ?? []).map((_, place) => place);
  return (classification.members ?? []).flatMap((member, place) => (member.asset === asset ? [place] : []));
}

/** In place of all it had. None: nothing is said of it; with the class null: in no class, on purpose. */
export function setShares(classification: Classification, asset: string | null, shares: readonly ClassShare[]): void {
  const plain = shares.map(({ class: id, share }) => ({ class: id, ...(share === undefined ? {} : { share }) }));
  if (asset === null) {
    if (plain.length === 0) delete classification.cash_members;
    else classification.cash_members = plain;
    return;
  }
  const members = classification.members ?? [];
  const first = members.findIndex((member) => member.asset === asset);
  const rest = members.filter((member) => member.asset !== asset);
  // It stays where it stood, so that exported files change no more than what was changed.
  rest.splice(first < 0 ? rest.length : first, 0, ...plain.map((share) => ({ asset, ...share })));
  if (rest.length === 0) delete classification.members;
  else classification.members = rest;
}

export function setShareText(classification: Classification, asset: string | null, place: number, share: string): void {
  const list: ClassShare[] | undefined = asset === null ? classification.cash_members : classification.members;
  const found = list?.[place];
  if (found !== undefined) found.share = share;
}

/** What the shares leave of 1; undefined while one is no number, or where they come to more. */
export function unclassifiedRest(shares: readonly ClassShare[]): string | undefined {
  const texts = shares.map(({ share }) => share ?? "1");
  if (!texts.every(isDecimal)) return undefined;
  const rest = addDecimals("1", negateDecimal(texts.reduce(addDecimals, "0")));
  return compareDecimals(rest, "0") < 0 ? undefined : rest;
}

/** Empty: not known. */
export function setFact(
  document: BallastDocument,
  asset: string,
  field: "market_cap" | "annual_volatility",
  value: string,
): void {
  const found = document.assets.find(({ id }) => id === asset);
  if (found === undefined) return;
  if (value === "") delete found[field];
  else found[field] = value;
}

interface Located {
  readonly list: AssetClass[];
  readonly index: number;
  readonly parent: AssetClass | undefined;
}

function locate(list: AssetClass[], id: string, parent: AssetClass | undefined): Located | undefined {
  const index = list.findIndex((one) => one.id === id);
  if (index >= 0) return { list, index, parent };
  for (const one of list) {
    const found = one.classes === undefined ? undefined : locate(one.classes, id, one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function dropEmpty(parent: AssetClass | undefined): void {
  if (parent?.classes?.length === 0) delete parent.classes;
}
