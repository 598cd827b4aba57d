import { html, type TemplateResult } from "lit";

const DIRECTION_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A sentence that has somebody's own words inside it (a symbol, an account's name). Marks that would turn the rest of
 * it round are left out: isolating the sentence protects the page, but not the sentence.
 */
export function sentence(text: string): TemplateResult {
  return html`<bdi>${withoutDirectionMarks(text)}</bdi>`;
}

export function withoutDirectionMarks(text: string): string {
  return text.replace(DIRECTION_MARKS, "");
}
