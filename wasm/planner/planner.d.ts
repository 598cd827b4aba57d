/**
 * The typed door to the WebAssembly core. One planner owns one instance; every call takes and gives plain JSON data.
 *
 * Conventions, everywhere:
 * - A `DecimalText` is an exact decimal in plain notation ("-12.5", "0.00000001"): at most 18 fractional digits, no
 *   exponent, no grouping, magnitude at most 1e20.
 * - A weight is a share of the whole portfolio: "0.25" is 25 %.
 * - What belongs to one account is in the account's currency, and what a trade moves is whole minor units of it; all
 *   other money is in the document's base currency.
 * - The core knows no clock, no network and no storage; equal input gives equal bytes.
 */
import type { Analysis, AnalysisRequest } from "./types/analysis.js";
import type { Description, Validation } from "./types/description.js";
import type { BallastDocument } from "./types/document.js";
import type { HeldAfter, Plan } from "./types/plan.js";
import type { Execution, PlanRequest } from "./types/plan-request.js";
import type { Profile, ProfileRequest } from "./types/profile.js";
import type { Reply } from "./types/reply.js";
import type { Resolution } from "./types/resolution.js";
import type { Summary } from "./types/summary.js";

export type * from "./types/decimal.js";
export type * from "./types/document.js";
export type * from "./types/classification.js";
export type * from "./types/account.js";
export type * from "./types/policy.js";
export type * from "./types/plan-request.js";
export type * from "./types/reply.js";
export type * from "./types/description.js";
export type * from "./types/summary.js";
export type * from "./types/plan.js";
export type * from "./types/resolution.js";
export type * from "./types/analysis.js";
export type * from "./types/profile.js";

/** A document or request as JSON text (checked by the core as written) or as data (serialised first). */
export type DocumentInput = string | BallastDocument;

export type RequestInput = string | PlanRequest;

export interface Planner {
  describe(): Reply<Description>;
  validate(document: DocumentInput): Reply<Validation>;
  summarize(document: DocumentInput): Reply<Summary>;
  plan(document: DocumentInput, request?: RequestInput): Reply<Plan>;
  /** The targets that follow from the policy's rules, and where rules conflict. */
  resolve(document: DocumentInput): Reply<Resolution>;
  /** Cross tables, concentration, coverage, findings. */
  analyze(document: DocumentInput, request?: string | AnalysisRequest): Reply<Analysis>;
  /** What accounts hold after trades were made: from there the next plan is made. */
  carryOut(document: DocumentInput, execution?: string | Execution): Reply<HeldAfter>;
  profile(request: string | ProfileRequest): Reply<Profile>;
}

export interface PlannerOptions {
  /** The .wasm, when the default (beside this module) does not serve: bytes, a module, or where to load it from. */
  wasm?: ArrayBuffer | Uint8Array | WebAssembly.Module | URL | string;
}

/**
 * Loads the module and gives a planner. Calls never throw: a trap inside the module is answered with the problem
 * `engine/trap`, the instance is thrown away, and the next call gets a fresh one. Text longer than the limits is
 * refused before it is copied.
 */
export function createPlanner(options?: PlannerOptions): Promise<Planner>;
