/** What docs/format/document.md says that rules are about, in exact decimals: units of 1e-18. */
import type { ClassReference, ClassShare, Rule } from "../../../wasm/planner/planner.js";
import type { RuleDocument } from "./random-document.js";

export const ONE = 10n ** 18n;

export function units(text: string): bigint {
  const [whole = "", fraction = ""] = text.split(".");
  const sign = whole.startsWith("-") ? -1n : 1n;
  return BigInt(whole) * ONE + sign * BigInt(fraction.padEnd(18, "0"));
}

/** A rule as least * whole <= subject <= most * whole, with coefficients for assets in order, then cash. */
export interface Meaning {
  /** Units of 1e-36. */
  subject: bigint[];
  /** Units of 1e-18; without `of` the whole is 1, not a class. */
  whole: bigint[] | null;
  least: bigint;
  most: bigint;
}

export function meaningOf(document: RuleDocument, rule: Rule): Meaning {
  const wanted = rule.exact;
  const of = rule.of === undefined ? null : sharesIn(document, rule.of);
  let subject: bigint[];
  if ("asset" in rule) {
    const positions = [...document.assets.map(({ id }) => id), null];
    subject = positions.map((id, i) => (id === rule.asset ? ONE * (of?.[i] ?? ONE) : 0n));
  } else {
    // In the same classification the class lies in the other; across two the part in both is the product.
    const across = rule.of !== undefined && rule.of.classification !== rule.classification;
    subject = sharesIn(document, rule).map((share, i) => share * ((across ? of?.[i] : undefined) ?? ONE));
  }
  return { subject, whole: of, least: units(wanted ?? rule.least ?? "0"), most: units(wanted ?? rule.most ?? "1") };
}

/** Of every asset, then cash: the share in a class or in one below it. */
function sharesIn(document: RuleDocument, { classification, class: wanted }: ClassReference): bigint[] {
  const found = document.classifications.find(({ id }) => id === classification);
  if (found === undefined) throw new Error(`no classification ${classification}`);
  const counted = new Set<string>();
  const visit = (classes: typeof found.classes, inside: boolean): void => {
    for (const entry of classes) {
      const counts = inside || entry.id === wanted;
      if (counts) counted.add(entry.id);
      visit(entry.classes ?? [], counts);
    }
  };
  visit(found.classes, false);
  const total = (members: readonly ClassShare[]): bigint =>
    members.reduce(
      (sum, member) => sum + (member.class !== null && counted.has(member.class) ? units(member.share ?? "1") : 0n),
      0n,
    );
  const ofAssets = document.assets.map(({ id, market_cap }) => {
    const members = (found.members ?? []).filter(({ asset }) => asset === id);
    if (found.kind !== "market_cap" || members.length > 0) return total(members);
    const reached = found.classes
      .filter(({ at_least }) => market_cap !== undefined && units(market_cap) >= units(at_least ?? "0"))
      .sort((a, b) => Number(units(b.at_least ?? "0") - units(a.at_least ?? "0")))[0];
    return reached !== undefined && counted.has(reached.id) ? ONE : 0n;
  });
  return [...ofAssets, total(found.cash_members ?? [])];
}

const isPriced = ({ price }: { price: string }): number => (Number(price) === 0 ? 0 : 1);

function cashPrior({ policy: { prior }, accounts }: RuleDocument): number {
  if (prior.kind === "given") return Number(prior.weights.find(({ asset }) => asset === null)?.weight ?? "0");
  return prior.kind === "current" ? accounts.reduce((sum, { cash }) => sum + Number(cash ?? "0"), 0) : 0;
}

/**
 * Which assets `largest` leaves out; equal priors by order. The prior is as the document says it, in any proportion; one
 * that weighs nothing is the same for all that have a price.
 */
export function beyondTheLargest(document: RuleDocument): boolean[] {
  const { prior, largest } = document.policy;
  const said = document.assets.map(({ id, price, market_cap, annual_volatility }) => {
    if (Number(price) === 0) return 0;
    if (prior.kind === "equal") return 1;
    if (prior.kind === "given") return Number(prior.weights.find(({ asset }) => asset === id)?.weight ?? "0");
    if (prior.kind === "inverse_volatility") return annual_volatility === undefined ? 0 : 1 / Number(annual_volatility);
    if (prior.kind !== "current") return Number(market_cap ?? "0");
    const holdings = document.accounts.flatMap((account) => account.holdings);
    return holdings.reduce((sum, { asset, quantity }) => sum + (asset === id ? Number(quantity) : 0), 0);
  });
  const priors = said.some((one) => one > 0) || cashPrior(document) > 0 ? said : document.assets.map(isPriced);
  return priors.map((own, i) => {
    const before = priors.filter((other, k) => other > own || (other === own && k < i)).length;
    return largest !== undefined && before >= largest;
  });
}
