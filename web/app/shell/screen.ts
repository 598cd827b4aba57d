import { html, nothing, type TemplateResult } from "lit";
import type { Engine } from "../../shared/engine/types.js";
import "../classifications/classifications-screen.js";
import "../compare/compare-screen.js";
import "../holdings/holdings-screen.js";
import type { StepName } from "../parts/events.js";
import { icon } from "../parts/icons.js";
import { sentence } from "../parts/sentence.js";
import "../plan/plan-screen.js";
import "../start/start-screen.js";
import type { AppState } from "../state/app-state.js";
import type { Session } from "../state/session.js";
import "../targets/targets-screen.js";
import { viewChoice } from "./view-choice.js";

interface Around {
  step: StepName;
  engine: Engine | null;
  session: Session | null;
}

/** What is in view: the start, or the screen of a step. */
export function screen(state: AppState, { step, engine, session }: Around): TemplateResult {
  if (state.phase === "loading") return stillOpening(session);
  if (state.phase === "start") return html`<ballast-start class="in-view" .state=${state}></ballast-start>`;
  const view = viewChoice(state.workspace.document, step);
  switch (step) {
    case "holdings":
      return html`<ballast-holdings class="in-view" .state=${state}></ballast-holdings>`;
    case "targets":
      return html`${view}<ballast-targets class="in-view" .state=${state}></ballast-targets>`;
    case "classifications":
      return html`<ballast-classifications class="in-view" .state=${state}></ballast-classifications>`;
    case "compare":
      return html`${view}<ballast-compare class="in-view" .state=${state} .engine=${engine}></ballast-compare>`;
    case "plan":
      return html`${view}<ballast-plan class="in-view" .state=${state} .engine=${engine}></ballast-plan>`;
  }
}

/** Seen only where the database takes long. */
function stillOpening(session: Session | null): TemplateResult {
  return html`<div class="note" role="status">
    ${icon("info")}
    <div>
      <p>Opening what is stored on this device…</p>
      <p>
        <button class="button small" type="button" @click=${() => session?.goOnWithout()}>Go on without it</button>
      </p>
    </div>
  </div>`;
}

export function failure({ figures }: AppState, session: Session | null): TemplateResult | typeof nothing {
  if (figures.failure === null) return nothing;
  return html`<div class="note bad failure" role="alert" data-testid="engine-failure">
    ${icon("warn")}
    <div>
      <p><b>The figures could not be calculated.</b> ${sentence(figures.failure.message)}</p>
      <p><button class="button small" type="button" @click=${() => session?.retry()}>Try again</button></p>
    </div>
  </div>`;
}
