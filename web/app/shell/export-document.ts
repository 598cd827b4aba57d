import type { BallastDocument } from "../../../wasm/planner/planner.js";
import { download, fileName } from "../parts/download.js";
import { noteExport } from "./last-export.js";

/** Hands the document to the person as a file, as it is. */
export function exportDocument(document: BallastDocument, what = ""): void {
  const text = `${JSON.stringify(document, null, 2)}\n`;
  download(fileName(document.title, what, "ballast.json"), "application/json", text);
  noteExport();
}
