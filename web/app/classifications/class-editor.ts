import { html, nothing, type TemplateResult } from "lit";
import { pathName, placedClasses, type PlacedClass } from "../../shared/classification/class-tree.js";
import { cellInput, problemList, type Cell } from "../parts/cell.js";
import { icon, type IconName } from "../parts/icons.js";
import { shortened } from "../parts/problems.js";
import { count } from "../text/words.js";
import { goesAlong } from "../targets/references.js";
import type { ClassificationContext } from "./context.js";
import * as edits from "./edits.js";

/** The tree of classes: names, thresholds, order, what is below what. */
export function classEditor(isOpen: boolean, toggle: () => void, context: ClassificationContext): TemplateResult {
  const { classification } = context;
  const isTiers = classification.kind === "market_cap";
  const all = placedClasses(classification);
  return html`<section class="panel" aria-label="Classes">
    <div class="panel-head">
      <h2>Classes</h2>
      <div class="buttons">
        ${
          isOpen
            ? html`<button
                class="button small"
                type="button"
                data-act="add"
                @click=${() => add(null, "Add a class", context)}
              >
                ${icon("plus", 16)} Add a class
              </button>`
            : nothing
        }
        <button class="button small" type="button" aria-expanded=${isOpen ? "true" : "false"} @click=${toggle}>
          ${isOpen ? "Hide the classes" : `Edit ${count(all.length, "class", "classes")}`}
        </button>
      </div>
    </div>
    ${
      isTiers
        ? html`<p class="soft small panel-note">
            An asset belongs to the class with the highest threshold that its market cap reaches.
          </p>`
        : nothing
    }
    ${
      isOpen
        ? html`<ul class="classes">
            ${all.map((placed) => classRow(placed, all, isTiers, context))}
          </ul>`
        : nothing
    }
  </section>`;
}

function classRow(
  placed: PlacedClass,
  all: readonly PlacedClass[],
  isTiers: boolean,
  context: ClassificationContext,
): TemplateResult {
  const { id } = placed.class;
  const called = shortened(pathName(placed) || "a class", 40);
  const siblings = all.filter((one) => one.parent?.id === placed.parent?.id);
  const index = siblings.findIndex((one) => one.class.id === id);
  const name = textCell(placed, "name", `Name of the class ${called}`, context);
  const threshold = isTiers ? textCell(placed, "at_least", `Threshold of ${called}`, context) : undefined;
  const cells = [name, ...(threshold === undefined ? [] : [threshold])];
  const act = (words: string, sign: IconName, possible: boolean, label: string, edit: () => void) =>
    html`<button
      class="button quiet icon"
      type="button"
      aria-label="${words} ${called}"
      title=${label}
      ?disabled=${!possible}
      data-act="${sign}:${id}"
      @click=${edit}
    >
      ${icon(sign, 16)}
    </button>`;
  // The class moves and its button with it: whoever moves it twice wants the same button again.
  const move = (label: string, sign: IconName, edit: Parameters<ClassificationContext["changeThis"]>[1]) => () => {
    context.changeThis(`${label} ${called}`, edit);
    const same = (one: IconName): string => `[data-act="${CSS.escape(`${one}:${id}`)}"]:enabled`;
    context.focus(same(sign), same(sign === "up" ? "down" : sign === "down" ? "up" : "remove"));
  };
  return html`<li class="class-row depth-${Math.min(placed.depth, 5)}" data-testid="class-row" data-name-of=${id}>
    <div class="class-fields">
      ${cellInput(name, context)}
      ${
        threshold === undefined
          ? nothing
          : html`<span class="with-unit"><span class="soft small">from</span>${cellInput(threshold, context)}</span>`
      }
      <span class="class-actions">
        ${act(
          "Move up",
          "up",
          index > 0,
          "Up",
          move("Move up", "up", (draft) => edits.moveClass(draft, id, -1)),
        )}
        ${act(
          "Move down",
          "down",
          index < siblings.length - 1,
          "Down",
          move("Move down", "down", (draft) => edits.moveClass(draft, id, 1)),
        )}
        ${
          isTiers
            ? nothing
            : html`${act(
                "Move out",
                "outdent",
                placed.parent !== null,
                "One level out",
                move("Move out", "outdent", (draft) => edits.unnestClass(draft, id)),
              )}
              ${act(
                "Move in",
                "indent",
                index > 0,
                "Below the class before it",
                move("Move in", "indent", (draft) => edits.nestClass(draft, id)),
              )}
              ${act("Add a class below", "plus", true, "Add a class below it", () =>
                add(id, `Add a class below ${called}`, context),
              )}`
        }
        ${act("Remove the class", "remove", true, "Remove", () => {
          const { document, classification } = context;
          context.change(`Remove the class ${called}${goesAlong(document, classification.id, id)}`, (draft) =>
            edits.removeClass(draft, classification.id, id),
          );
          context.focus('[data-act="add"]');
        })}
      </span>
    </div>
    ${problemList(cells, context)}
  </li>`;
}

function add(parent: string | null, label: string, context: ClassificationContext): void {
  let added = "";
  context.changeThis(label, (draft) => (added = edits.addClass(draft, parent).id));
  context.focus(`[data-name-of="${CSS.escape(added)}"] input`);
}

function textCell(
  placed: PlacedClass,
  field: "name" | "at_least",
  label: string,
  context: ClassificationContext,
): Cell {
  const pointer = `/classifications/${context.place}${placed.pointer}/${field}`;
  return {
    pointer,
    label,
    kind: field === "name" ? "text" : "number",
    stored: placed.class[field] ?? "",
    set: (value) =>
      context.changeThis(
        field === "name" ? "Rename a class" : "Change a threshold",
        (draft) => edits.setClassText(draft, placed.class.id, field, value),
        pointer,
      ),
  };
}
