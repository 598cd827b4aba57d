import type { PlanRequest } from "../../../wasm/planner/planner.js";
import type { Workspace } from "../../shared/storage/types.js";
import { today } from "../text/today.js";

/** The request as of today, where the day matters: something is locked until one. */
export function datedRequest(
  { document, request }: Pick<Workspace, "document" | "request">,
  day = today(),
): PlanRequest {
  const matters = document.accounts.some(({ holdings }) => holdings.some(({ locks = [] }) => locks.length > 0));
  return matters && request.date === undefined ? { ...request, date: day } : request;
}
