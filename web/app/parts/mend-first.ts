import { html, nothing, type TemplateResult } from "lit";
import type { BallastDocument, Problem } from "../../../wasm/planner/planner.js";
import { showShareShort } from "../text/figures.js";
import { GoToEvent, type StepName } from "./events.js";
import { icon } from "./icons.js";
import { sentence } from "./sentence.js";
import { problemText, shortened } from "./problems.js";

const SHOWN = 8;

/** In place of figures that cannot be calculated: what stands in the way, each with the way to its field. */
export function mendFirst(document: BallastDocument, problems: readonly Problem[]): TemplateResult {
  const title =
    problems.length === 1 ? "One entry needs mending first" : `${problems.length} entries need mending first`;
  return html`<section class="note warn" aria-label="Entries to mend" data-testid="mend-first">
    ${icon("warn")}
    <div>
      <h2>${title}</h2>
      <ul>
        ${problems.slice(0, SHOWN).map((problem) => oneProblem(document, problem))}
      </ul>
      ${problems.length > SHOWN ? html`<p class="small">and ${problems.length - SHOWN} more</p>` : nothing}
    </div>
  </section>`;
}

function oneProblem(document: BallastDocument, problem: Problem): TemplateResult {
  const target = placeOf(document, problem.pointer);
  return html`<li>
    <button
      class="link"
      type="button"
      @click=${(event: Event) => event.target?.dispatchEvent(new GoToEvent(target.step, problem.pointer))}
    >
      ${sentence(target.name)}</button
    >: ${sentence(problemSentence(problem, target.text, target.percent))}
  </li>`;
}

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

interface Place {
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
