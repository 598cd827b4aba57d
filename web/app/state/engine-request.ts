import type { BallastDocument, PlanRequest } from "../../../wasm/planner/planner.js";
import type { Workspace } from "../../shared/storage/types.js";
import { codeIn } from "../parts/currency-of.js";
import { today } from "../text/today.js";
import { requestInView, viewOf } from "./view.js";

type Asked = Pick<Workspace, "document" | "request">;

/** The request as the engine is asked of the view: as of today, and among the accounts that are in view now. */
export function engineRequest(asked: Asked, day = today()): PlanRequest {
  return dated({ document: viewOf(asked.document), request: amongAll(asked.document, requestInView(asked)) }, day);
}

/** The day matters where something is locked until one, or gains are taxed by how long it was held. */
function dated({ document, request }: Asked, day: string): PlanRequest {
  const matters = document.accounts.some(
    ({ tax_rules: taxed, holdings }) => taxed !== undefined || holdings.some(({ locks = [] }) => locks.length > 0),
  );
  return matters && request.date === undefined ? { ...request, date: day } : request;
}

/**
 * People say that money of a currency may move, not among which accounts: one that came later takes part, one that is
 * gone or not in view does not.
 */
function amongAll(document: BallastDocument, request: PlanRequest): PlanRequest {
  const { transfers_between: among, ...rest } = request;
  if (among === undefined) return request;
  const known = document.accounts.find(({ id }) => among.includes(id));
  const { accounts } = viewOf(document);
  const moved = accounts.filter((account) => codeIn(document, account) === codeIn(document, known));
  return moved.length === 0 ? rest : { ...rest, transfers_between: moved.map(({ id }) => id) };
}
