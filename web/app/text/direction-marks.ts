const DIRECTION_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Without the marks that would turn the rest of a sentence round. */
export function withoutDirectionMarks(text: string): string {
  return text.replace(DIRECTION_MARKS, "");
}
