import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { AccountGroup, BallastDocument } from "../../../../wasm/planner/planner.js";
import { accountName } from "../../parts/asset-lookup.js";
import { cellInput, problemList, type Cell } from "../../parts/cell.js";
import { GoToEvent } from "../../parts/events.js";
import { icon } from "../../parts/icons.js";
import { shortened } from "../../parts/problems.js";
import { lookAt, nameOf } from "../../state/view.js";
import type { HoldingsContext } from "../holdings-context.js";
import * as edits from "./group-edits.js";

/** Accounts that belong together: another person's, or another purpose's. Nothing to be told apart in one account. */
export function groupsPanel(context: HoldingsContext): TemplateResult | typeof nothing {
  const { accounts, groups = [] } = context.document;
  if (accounts.length < 2 && groups.length === 0) return nothing;
  return html`<details class="panel terms" ?open=${groups.length > 0} data-testid="groups">
    <summary>Groups of accounts</summary>
    <div class="terms-body">
      <p class="soft small">
        For accounts that belong together: another person’s, or another purpose’s. A group is looked at, and planned, as
        if there were no other accounts, and may have targets of its own.
      </p>
      ${groups.map((group, place) => groupFields(group, place, context))}
      <button
        class="button small"
        type="button"
        @click=${() => context.change("Add a group", (draft) => edits.addGroup(draft))}
      >
        ${icon("plus", 16)} Add a group
      </button>
    </div>
  </details>`;
}

function groupFields(group: AccountGroup, place: number, context: HoldingsContext): TemplateResult {
  const called = shortened(nameOf(group), 30);
  const change = (label: string, edit: (group: AccountGroup, draft: BallastDocument) => void, cell?: string): void =>
    context.change(
      label,
      (draft) => {
        const found = draft.groups?.[place];
        if (found !== undefined) edit(found, draft);
      },
      cell,
    );
  const pointer = `/groups/${place}/name`;
  const name: Cell = {
    pointer,
    label: `Name of ${called}`,
    kind: "text",
    stored: group.name ?? "",
    set: (value) =>
      change(
        "Change the name of a group",
        (found) => {
          if (value === "") delete found.name;
          else found.name = value;
        },
        pointer,
      ),
  };
  // Not a field: what is wrong with the accounts is said below them.
  const members: Cell = { ...name, pointer: `/groups/${place}/accounts`, label: `Accounts of ${called}` };
  return html`<fieldset class="tax-rules" data-testid="group" data-pointer=${members.pointer} tabindex="-1">
    <legend>${called}</legend>
    <div class="term-fields">
      <label class="field"><span>Name</span>${cellInput(name, context)}</label>
    </div>
    <div class="members">
      ${context.document.accounts.map(
        ({ id }) =>
          html`<label class="check"
            ><input
              type="checkbox"
              .checked=${live(group.accounts.includes(id))}
              @change=${(event: Event) => {
                const { checked } = event.target as HTMLInputElement;
                change(`Change the accounts of ${called}`, (found, draft) =>
                  edits.setMember(draft, found, id, checked),
                );
              }}
            />
            <bdi>${accountName(context.document, id)}</bdi></label
          >`,
      )}
    </div>
    ${problemList([name, members], context)}
    <p class="soft small">
      ${group.policy === undefined ? "By the targets of the whole portfolio." : "By targets of its own."}
    </p>
    <div class="buttons">
      <button
        class="button small"
        type="button"
        aria-label="Targets of ${called}"
        ?disabled=${group.accounts.length === 0}
        @click=${(event: Event) => {
          change(`Look at “${called}”`, ({ id }, draft) => lookAt(draft, id));
          event.target?.dispatchEvent(new GoToEvent("targets"));
        }}
      >
        Targets ${icon("arrow", 16)}
      </button>
      <button
        class="button quiet small"
        type="button"
        aria-label="Remove ${called}"
        @click=${() => {
          context.change(`Remove ${called}`, (draft) => edits.removeGroup(draft, group.id));
          context.say(`Removed ${called}${group.policy === undefined ? "" : " and its targets"}.`, true);
        }}
      >
        ${icon("remove", 16)} Remove
      </button>
    </div>
  </fieldset>`;
}
