import type { BallastDocument, Problem } from "../../../wasm/planner/planner.js";
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
  weight: "Target",
  width: "Width of the band",
};

/** A pointer in the words of the page. */
export function placeOf(document: BallastDocument, pointer: string): Place {
  const keys = pointer.split("/").slice(1);
  const last = keys.at(-1) ?? "";
  const field = fieldNames[last] ?? "Entry";
  const text = textAt(document, keys);
  const symbol = (id: string | undefined) =>
    shortened(document.assets.find((asset) => asset.id === id)?.symbol || "an asset", 24);
  const [top, first = "", second, third = ""] = keys;
  if (top === "assets")
    return {
      step: "holdings",
      name: `${field} of ${symbol(document.assets[Number(first)]?.id)}`,
      text,
      percent: false,
    };
  if (top === "accounts") {
    const account = document.accounts[Number(first)];
    const name = shortened(account?.name || "an account", 24);
    const holding = second === "holdings" ? account?.holdings[Number(third)] : undefined;
    const what = holding === undefined ? `${field} of ${name}` : `${field} of ${symbol(holding.asset)} in ${name}`;
    return { step: "holdings", name: what, text, percent: last === "proportional" };
  }
  if (top === "policy") {
    if (pointer === "/policy/targets") return { step: "targets", name: "The targets", text, percent: true };
    const target = first === "targets" ? document.policy.targets[Number(second)] : undefined;
    const name =
      target !== undefined
        ? `${field} of ${symbol(target.asset)}`
        : first.startsWith("cash")
          ? "Target of cash"
          : "Band for all";
    return { step: "targets", name, text, percent: true };
  }
  return {
    step: "holdings",
    name: top === "title" ? "Title" : top === "base_currency" ? "Currency" : "The document",
    text,
    percent: false,
  };
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
  /^\/assets\/\d+\/(?:symbol|name|price|quantity_step)$/,
  /^\/accounts\/\d+\/(?:name|cash|fees\/proportional|fees\/fixed)$/,
  /^\/accounts\/\d+\/holdings\/\d+\/(?:quantity|locked_quantity)$/,
];
const onTargets = [
  /^\/policy\/targets$/,
  /^\/policy\/targets\/\d+\/(?:weight|band\/width)$/,
  /^\/policy\/(?:cash_weight|band\/width|cash_band\/width)$/,
];

/** What no field can show: a rule between several of them, or a field that the page does not have. */
export function unplacedProblems(problems: readonly Problem[], screen: "holdings" | "targets"): readonly Problem[] {
  return problems.filter(({ pointer }) => {
    if (pointer.startsWith("/policy") !== (screen === "targets")) return false;
    return !(screen === "targets" ? onTargets : onHoldings).some((place) => place.test(pointer));
  });
}
