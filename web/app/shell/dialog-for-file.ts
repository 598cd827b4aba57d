import type { DialogName } from "../parts/events.js";

/** A Ballast file is opened, anything else is read as a table; both show what they understood before anything changes. */
export function dialogFor(file: File): Extract<DialogName, "open-document" | "import-table"> {
  return /\.json$/i.test(file.name) ? "open-document" : "import-table";
}
