import type { BallastDocument } from "../../../wasm/planner/planner.js";
import { isText } from "../state/shape.js";
import { download, fileName } from "../parts/download.js";
import { noteExport } from "./last-export.js";

/** Hands the document to the person as a file, as it is. */
export function exportDocument(document: BallastDocument, what = ""): void {
  download(fileName(document.title, what, "ballast.json"), "application/json", textOf(document));
  noteExport();
}

/** A document that this version cannot read: nothing of it is left out or put in order. */
export function exportUnread(document: Readonly<Record<string, unknown>>): void {
  const { title } = document;
  download(fileName(isText(title) ? title : undefined, "", "ballast.json"), "application/json", textOf(document));
}

/** Every version writes its files so: the same document gives the same bytes. */
function textOf(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
