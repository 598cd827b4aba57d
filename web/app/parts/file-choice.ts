import { html, type TemplateResult } from "lit";
import { icon } from "./icons.js";

/** How a dialog comes by one file: chosen with a button, or dropped on it. */

export interface FileChoice {
  /** Of the button. */
  readonly words: string;
  /** Of the field behind it, which nobody sees. */
  readonly label: string;
  readonly testId: string;
  readonly accept: string;
  readonly small?: boolean;
  readonly take: (file: File) => void;
}

export const JSON_FILES = ".json,application/json";

export function fileButton({ words, label, testId, accept, small = false, take }: FileChoice): TemplateResult {
  return html`<button class="button ${small ? "small" : ""}" type="button" @click=${choose}>
      ${icon("upload", 16)} ${words}
    </button>
    <input
      hidden
      type="file"
      accept=${accept}
      aria-label=${label}
      data-testid=${testId}
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        const [file] = input.files ?? [];
        if (file !== undefined) take(file);
        // So that the same file, mended meanwhile, can be chosen again.
        input.value = "";
      }}
    />`;
}

function choose(event: Event): void {
  const { nextElementSibling: input } = event.currentTarget as HTMLButtonElement;
  if (input instanceof HTMLInputElement) input.click();
}

/** The browser would open a dropped file in place of the page, and the page would take it for a portfolio. */
export function dropped(event: DragEvent): File | undefined {
  event.preventDefault();
  event.stopPropagation();
  return event.dataTransfer?.files[0];
}

/** Text of a file; fails where it is none. */
export async function textOf(file: File): Promise<string> {
  return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
}
