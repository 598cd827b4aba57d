import type { BallastDocument, Problem, RuleSubject } from "../../../wasm/planner/planner.js";
import { placedClasses } from "../../shared/classification/class-tree.js";
import { isRulePolicy } from "../../shared/policy-kind.js";
import { nameOf } from "../state/view.js";
import { showShareShort } from "../text/figures.js";
import type { StepName } from "./events.js";
import { problemText, shortened } from "./problems.js";

export function problemSentence(problem: Problem, typed: string, percent: boolean): string {
  if (problem.code === "policy/targets_sum") {
    const { sum = "", difference = "" } = problem.parameters;
    const off = difference.startsWith("-")
      ? `${showShareShort(difference.slice(1))} too little`
      : `${showShareShort(difference)} too much`;
    return `they add up to ${showShareShort(sum)}, ${off}.`;
  }
  return problemText(problem, typed, percent ? "percent" : "number");
}

export interface Place {
  readonly step: StepName;
  readonly name: string;
  readonly text: string;
  readonly percent: boolean;
}

const fieldNames: Record<string, string> = {
  symbol: "Symbol",
  name: "Name",
  price: "Price",
  quantity_step: "Step",
  quantity: "Quantity",
  locked_quantity: "Locked quantity",
  cash: "Cash",
  proportional: "Percentage fee",
  fixed: "Fixed fee",
  minimum: "Least fee",
  maximum: "Most fee",
  from: "Start of a tier",
  minimum_trade_value: "Least trade",
  conversion_cost: "Cost of changing money",
  minimum_quantity: "Smallest trade",
  spread: "Spread",
  acquired: "Day of a lot",
  unit_cost: "Unit cost",
  lots: "Lots",
  losses_carried: "Losses carried",
  allowance: "Allowance",
  rate: "Tax rate",
  after_months: "Months of a period",
  locks: "Locks",
  until: "Day of a lock",
  weight: "Target",
  width: "Width of the band",
  exact: "Exact share",
  least: "Least share",
  most: "Greatest share",
  share: "Share",
  at_least: "Threshold",
  market_cap: "Market cap",
  annual_volatility: "Volatility",
  largest: "Number of assets",
  most_per_asset: "Cap per asset",
};

/** A pointer in the words of the page. */
export function placeOf(document: BallastDocument, pointer: string): Place {
  const [top, place, inner, ...rest] = pointer.split("/").slice(1);
  if (top !== "groups") return placeOutsideGroups(document, pointer);
  const group = document.groups?.[Number(place)];
  const name = group === undefined ? "a group" : shortened(nameOf(group), 24);
  if (group?.policy !== undefined && inner === "policy") {
    const own = placeOutsideGroups({ ...document, policy: group.policy }, ["", inner, ...rest].join("/"));
    return { ...own, name: `${own.name} of ${name}` };
  }
  const text = inner === "name" ? (group?.name ?? "") : "";
  return { step: "holdings", name: `${inner === "accounts" ? "Accounts" : "Name"} of ${name}`, text, percent: false };
}

function placeOutsideGroups(document: BallastDocument, pointer: string): Place {
  const keys = pointer.split("/").slice(1);
  const last = keys.at(-1) ?? "";
  const field = fieldNames[last] ?? "Entry";
  const text = textAt(document, keys);
  const symbol = (id: string | undefined) =>
    shortened(document.assets.find((asset) => asset.id === id)?.symbol || "an asset", 24);
  const [top, first = "", second, third = ""] = keys;
  if (top === "assets")
    return {
      step: last === "market_cap" || last === "annual_volatility" ? "classifications" : "holdings",
      name: `${field} of ${symbol(document.assets[Number(first)]?.id)}`,
      text,
      percent: last === "annual_volatility" || last === "spread",
    };
  if (top === "accounts") {
    const account = document.accounts[Number(first)];
    const name = shortened(account?.name || "an account", 24);
    const holding = second === "holdings" ? account?.holdings[Number(third)] : undefined;
    const what = holding === undefined ? `${field} of ${name}` : `${field} of ${symbol(holding.asset)} in ${name}`;
    return { step: "holdings", name: what, text, percent: last === "proportional" || last === "conversion_cost" };
  }
  if (top === "tax_rules") {
    const rules = shortened(document.tax_rules?.[Number(first)]?.name || "tax rules", 24);
    return { step: "holdings", name: `${field} of ${rules}`, text, percent: last === "rate" };
  }
  if (top === "currencies") {
    const currency = document.currencies?.[Number(first)]?.currency ?? "";
    const code = shortened(typeof currency === "string" ? currency : currency.code, 24);
    return { step: "holdings", name: `${last === "rate" ? "Rate" : "Entry"} of ${code}`, text, percent: false };
  }
  if (top === "policy") {
    if (pointer === "/policy/targets") return { step: "targets", name: "The targets", text, percent: true };
    const about = aboutWhat(document, first, Number(second), Number(third));
    const name =
      about !== undefined
        ? `${field} of ${shortened(about, 40)}`
        : first.startsWith("cash")
          ? "Target of cash"
          : first === "band"
            ? "Band for all"
            : field;
    return { step: "targets", name, text, percent: first !== "largest" };
  }
  if (top === "classifications") {
    const name = document.classifications?.[Number(first)]?.name || "a classification";
    return { step: "classifications", name: `${field} in ${shortened(name, 24)}`, text, percent: last === "share" };
  }
  return {
    step: "holdings",
    name: top === "title" ? "Title" : top === "base_currency" ? "Currency" : "The document",
    text,
    percent: false,
  };
}

/** The asset or class that a target, a rule or a band is about. */
function aboutWhat(document: BallastDocument, list: string, place: number, inner: number): string | undefined {
  const { policy } = document;
  if (list === "class_bands") {
    const band = policy.class_bands?.[place];
    return band === undefined ? undefined : subjectName(document, band);
  }
  if (!isRulePolicy(policy)) {
    const target = list === "targets" ? policy.targets[place] : undefined;
    return target === undefined ? undefined : subjectName(document, target);
  }
  const { prior } = policy;
  const part = list === "prior" && prior.kind === "given" ? prior.weights[inner] : undefined;
  const subject =
    part ?? (list === "rules" ? policy.rules[place] : list === "asset_bands" ? policy.asset_bands?.[place] : undefined);
  return subject === undefined ? undefined : subjectName(document, subject);
}

/** "Stablecoin", "BTC", "cash". */
export function subjectName(document: BallastDocument, subject: RuleSubject): string {
  if (!("class" in subject)) {
    if (subject.asset === null) return "cash";
    return document.assets.find(({ id }) => id === subject.asset)?.symbol || "an asset";
  }
  const classification = document.classifications?.find(({ id }) => id === subject.classification);
  const placed = classification && placedClasses(classification).find(({ class: { id } }) => id === subject.class);
  return placed?.class.name || "a class";
}

function textAt(document: BallastDocument, keys: readonly string[]): string {
  let value: unknown = document;
  for (const key of keys) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return "";
    value = (value as Record<string, unknown>)[key];
  }
  return typeof value === "string" ? value : "";
}

/** Places that have a field of their own, where their problems are shown. */
const onHoldings = [
  /^\/title$/,
  /^\/base_currency(?:\/code|\/minor_unit_digits)?$/,
  /^\/currencies\/\d+\/(?:currency|rate)$/,
  /^\/assets\/\d+\/(?:symbol|name|price|quantity_step|spread)$/,
  /^\/accounts\/\d+\/(?:name|cash|minimum_trade_value|conversion_cost)$/,
  /^\/accounts\/\d+\/fees\/(?:proportional|fixed|minimum|maximum)$/,
  /^\/accounts\/\d+\/fees\/tiers\/\d+\/(?:from|proportional|fixed)$/,
  /^\/accounts\/\d+\/holdings\/\d+\/(?:quantity|locked_quantity|minimum_quantity|locks|lots)$/,
  /^\/accounts\/\d+\/holdings\/\d+\/locks\/\d+\/quantity$/,
  /^\/accounts\/\d+\/holdings\/\d+\/lots\/\d+\/(?:acquired|quantity|unit_cost|id)$/,
  /^\/groups\/\d+\/(?:name|accounts)$/,
  /^\/tax_rules\/\d+\/(?:name|losses_carried|allowance)$/,
  /^\/tax_rules\/\d+\/periods\/\d+\/(?:rate|after_months)$/,
];
const onTargets = [
  /^\/policy\/targets$/,
  /^\/policy\/targets\/\d+\/(?:weight|band\/width)$/,
  /^\/policy\/(?:cash_weight|band\/width|cash_band\/width|largest|most_per_asset)$/,
  /^\/policy\/rules\/\d+\/(?:exact|least|most)$/,
  /^\/policy\/prior\/weights\/\d+\/weight$/,
  /^\/policy\/(?:class_bands|asset_bands)\/\d+\/band\/width$/,
];
const onClassifications = [
  /^\/classifications\/\d+\/name$/,
  /^\/classifications\/\d+\/classes(?:\/\d+\/classes)*\/\d+\/(?:name|at_least)$/,
  /^\/classifications\/\d+\/(?:cash_)?members\/\d+\/share$/,
  /^\/assets\/\d+\/(?:market_cap|annual_volatility)$/,
];
const placesOn = { holdings: onHoldings, targets: onTargets, classifications: onClassifications };

export type ScreenWithFields = keyof typeof placesOn;

function screenOf(pointer: string): ScreenWithFields {
  if (/^\/(?:groups\/\d+\/)?policy(?:\/|$)/.test(pointer)) return "targets";
  const isFact = /^\/assets\/\d+\/(?:market_cap|annual_volatility)$/.test(pointer);
  return isFact || pointer.startsWith("/classifications") ? "classifications" : "holdings";
}

/** What no field can show: a rule between several of them, or a field that the page does not have. */
export function unplacedProblems(problems: readonly Problem[], screen: ScreenWithFields): readonly Problem[] {
  return problems.filter(
    ({ pointer }) => screenOf(pointer) === screen && !placesOn[screen].some((place) => place.test(pointer)),
  );
}
