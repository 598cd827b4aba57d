import { nothing, type TemplateResult } from "lit";

/** What is peculiar to an edition of the page; to the site, nothing. web/onefile/edition-note.ts stands in for this. */
export function editionNote(_isOpen: boolean): TemplateResult | typeof nothing {
  return nothing;
}
