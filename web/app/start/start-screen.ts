import { html, type TemplateResult } from "lit";
import type { BallastDocument } from "../../../wasm/planner/planner.js";
import { OpenDialogEvent, ReplaceEvent, SayEvent } from "../parts/events.js";
import { icon } from "../parts/icons.js";
import { ScreenElement } from "../parts/screen-element.js";
import { blankRequest, blankWorkspace } from "../state/blank.js";
import { base } from "../styles/base.js";
import { charts } from "../styles/charts.js";
import { controls } from "../styles/controls.js";
import { layout } from "../styles/layout.js";
import { startPicture } from "./start-picture.js";
import { startStyles } from "./start-styles.js";

/** Before there is a portfolio: what this is, and three doors. */
export class StartScreen extends ScreenElement {
  static override styles = [base, controls, layout, charts, startStyles];

  override render(): TemplateResult {
    return html`<div class="start">
      <div class="hero">
        <div class="words">
          <h1 tabindex="-1">From what you hold to what you want to hold</h1>
          <p class="lede">
            Put in your holdings, set target weights, and get the trades that lead there, calculated to the last unit
            and cent. All of it happens in this browser.
          </p>
        </div>
        ${startPicture()}
      </div>
      <ul class="doors" aria-label="Ways to begin">
        <li class="panel door">
          ${icon("spark", 24)}
          <h2>Look at a sample</h2>
          <p class="soft">A small portfolio with crypto and funds in two accounts. Change anything in it.</p>
          <button class="button primary" type="button" data-testid="door-sample" @click=${this.#sample}>
            Open the sample portfolio
          </button>
        </li>
        <li class="panel door" data-testid="door-import">
          ${icon("table", 24)}
          <h2>Bring a table</h2>
          <p class="soft">Paste cells from a spreadsheet, or drop a CSV file. You see what was understood first.</p>
          <button class="button" type="button" @click=${() => this.dispatchEvent(new OpenDialogEvent("import-table"))}>
            Paste or import a table
          </button>
        </li>
        <li class="panel door">
          ${icon("pencil", 24)}
          <h2>Type it in</h2>
          <p class="soft">Symbol, quantity and price of each thing you hold, in a table made for the keyboard.</p>
          <button class="button" type="button" data-testid="door-type" @click=${this.#type}>
            Start with an empty table
          </button>
        </li>
      </ul>
      <p class="soft small">
        Kept a file from an earlier visit?
        <button class="link" type="button" @click=${() => this.dispatchEvent(new OpenDialogEvent("open-document"))}>
          Open a Ballast file
        </button>
      </p>
    </div>`;
  }

  #sample = async (): Promise<void> => {
    try {
      // Part of the program, not fetched as data: the page's policy forbids it to connect to anything.
      const { default: document } = await import("../../../public/samples/starter.ballast.json");
      const copy = structuredClone(document) as unknown as BallastDocument;
      this.dispatchEvent(new ReplaceEvent({ document: copy, request: blankRequest() }, "Open the sample", "holdings"));
    } catch {
      this.dispatchEvent(new SayEvent("The sample could not be loaded. Reload the page and try again."));
    }
  };

  #type = (): void => {
    this.dispatchEvent(new ReplaceEvent(blankWorkspace(), "Start with an empty table", "holdings", "/assets/0/symbol"));
  };
}

customElements.define("ballast-start", StartScreen);
