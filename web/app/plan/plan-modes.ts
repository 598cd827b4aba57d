import type { PlanRequest } from "../../../wasm/planner/planner.js";
import { readDecimal } from "../../shared/decimal-text.js";
import { typedDecimal } from "../text/typed.js";

/** The four things people come to do. Each is a plain request; which one it is can be told from the request alone. */
export type PlanMode = "full" | "deposit" | "withdrawal" | "bands";

export function modeOf(request: PlanRequest): PlanMode {
  const [flow] = request.cash_flows ?? [];
  if (flow !== undefined) return flow.amount.startsWith("-") ? "withdrawal" : "deposit";
  return request.trigger === "outside_bands" ? "bands" : "full";
}

/** Then how far to trade is not for a person to say. */
export function costsDecide({ goal }: PlanRequest): boolean {
  return goal === "least_tax" || goal === "least_cost";
}

/** The rest of the request stays. An amount already typed goes along between deposit and withdrawal. */
export function setMode(request: PlanRequest, mode: PlanMode, firstAccount: string): void {
  const flow = request.cash_flows?.[0];
  request.trigger = mode === "bands" ? "outside_bands" : "always";
  if (mode === "bands") request.destination ??= "target";
  else {
    delete request.destination;
    delete request.goal;
  }
  const keepsSwitching = request.directions === "switch_only" && (mode === "full" || mode === "bands");
  if (!keepsSwitching) {
    request.directions = mode === "deposit" ? "buy_only" : mode === "withdrawal" ? "sell_only" : "both";
  }
  if (mode === "full" || mode === "bands") {
    delete request.cash_flows;
    return;
  }
  const amount = flowAmount(amountShown(flow?.amount ?? ""), mode);
  request.cash_flows = [
    flow !== undefined && flow.account === undefined ? { amount } : { account: flow?.account ?? firstAccount, amount },
  ];
}

/** What the field shows of a signed amount. */
export function amountShown(amount: string): string {
  return amount.startsWith("-") ? amount.slice(1) : amount;
}

/** What is stored of an amount as typed: the mode gives the sign, whatever sign was typed. */
export function flowAmount(typed: string, mode: "deposit" | "withdrawal"): string {
  const read = readDecimal(typedDecimal(typed), ".");
  const unsigned = amountShown(read.kind === "value" ? read.value : typed.trim());
  return mode === "withdrawal" ? `-${unsigned}` : unsigned;
}
