import type { PlanRequest } from "../../../wasm/planner/planner.js";
import type { Workspace } from "../../shared/storage/types.js";
import { today } from "../text/today.js";

/** The request as of today, where the day matters: something is locked until one, or gains are taxed by how long it was held. */
export function datedRequest(
  { document, request }: Pick<Workspace, "document" | "request">,
  day = today(),
): PlanRequest {
  const matters = document.accounts.some(
    ({ tax_rules: taxed, holdings }) => taxed !== undefined || holdings.some(({ locks = [] }) => locks.length > 0),
  );
  return matters && request.date === undefined ? { ...request, date: day } : request;
}
