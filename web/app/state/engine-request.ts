import type { PlanRequest } from "../../../wasm/planner/planner.js";
import type { Workspace } from "../../shared/storage/types.js";
import { today } from "../text/today.js";

type Asked = Pick<Workspace, "document" | "request">;

/** The request as the engine is asked: as of today, and among the accounts that there are now. */
export function engineRequest({ document, request }: Asked, day = today()): PlanRequest {
  return dated({ document, request: amongAll({ document, request }) }, day);
}

/** The day matters where something is locked until one, or gains are taxed by how long it was held. */
function dated({ document, request }: Asked, day: string): PlanRequest {
  const matters = document.accounts.some(
    ({ tax_rules: taxed, holdings }) => taxed !== undefined || holdings.some(({ locks = [] }) => locks.length > 0),
  );
  return matters && request.date === undefined ? { ...request, date: day } : request;
}

/** People say that money may move, not among which accounts: one that came later takes part, one that is gone does not. */
function amongAll({ document, request }: Asked): PlanRequest {
  if (request.transfers_between === undefined) return request;
  return { ...request, transfers_between: document.accounts.map(({ id }) => id) };
}
