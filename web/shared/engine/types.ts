import type {
  Analysis,
  AnalysisRequest,
  BallastDocument,
  Description,
  Execution,
  HeldAfter,
  Plan,
  PlanRequest,
  Profile,
  ProfileRequest,
  Reply,
  Resolution,
  Summary,
  Validation,
} from "../../../wasm/planner/planner.js";
import type { LoadedFile } from "../loaded-files.js";

/** What the page sees of the engine worker. Every call resolves, with a `Reply`; none rejects but for `AbortError`. */
export interface Engine {
  describe(): Promise<Reply<Description>>;
  validate(document: BallastDocument | string): Promise<Reply<Validation>>;
  summarize(document: BallastDocument | string): Promise<Reply<Summary>>;
  /** Aborting ends the worker; the next call starts a fresh one. */
  plan(document: BallastDocument | string, request: PlanRequest, signal?: AbortSignal): Promise<Reply<Plan>>;
  resolve(document: BallastDocument | string): Promise<Reply<Resolution>>;
  analyze(document: BallastDocument | string, request: AnalysisRequest, signal?: AbortSignal): Promise<Reply<Analysis>>;
  carryOut(document: BallastDocument | string, execution: Execution): Promise<Reply<HeldAfter>>;
  profile(request: ProfileRequest): Promise<Reply<Profile>>;
  /** What the worker's own thread has asked the host for. */
  loaded(): Promise<Reply<LoadedFile[]>>;
  close(): void;
}
